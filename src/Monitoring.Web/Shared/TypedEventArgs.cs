using Microsoft.AspNetCore.Components;

namespace Monitoring.Web.Shared;

/// <summary>What stands in a field while somebody types; drafts.js sends it at the latest 800 ms after the key.</summary>
public sealed class TypedEventArgs : EventArgs
{
    public string Field { get; set; } = "";
    public string Value { get; set; } = "";
}

/// <summary>Events of our own; the name of this class is the framework's.</summary>
[EventHandler("ontyped", typeof(TypedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
