using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>A section of the fact sheet. It owns its own edits and tells the sheet what was done, so that the sheet reads again.</summary>
public abstract class SheetComponent : ComponentBase
{
    [Parameter, EditorRequired] public FactSheet Sheet { get; set; } = default!;
    [Parameter, EditorRequired] public CountryCode Country { get; set; }
    [Parameter] public EventCallback<Done> OnDone { get; set; }

    protected InitiativeRow Initiative => Sheet.Initiative;

    /// <summary>The language in which the country wrote.</summary>
    protected string Lang => Initiative.ContentLanguage;
}
