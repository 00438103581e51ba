using Microsoft.AspNetCore.Components;

namespace Monitoring.Web.Shared;

/// <summary>What stands in a field while somebody types; drafts.js sends it at the latest 800 ms after the key.</summary>
public sealed class TypedEventArgs : EventArgs
{
    public string Field { get; set; } = "";
    public string Value { get; set; } = "";

    /// <summary>Higher than all before it on this page; 0: the browser holds no copy.</summary>
    public long Number { get; set; }
}

/// <summary>Events of our own; the name of this class is the framework's.</summary>
[EventHandler("ontyped", typeof(TypedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onunsent", typeof(Drafts.UnsentEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
