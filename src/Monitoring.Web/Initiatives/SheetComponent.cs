using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Comments;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Initiatives;

/// <summary>A section of the fact sheet. It owns its own edits and tells the sheet what was done, so that the sheet reads again.</summary>
public abstract class SheetComponent : ComponentBase
{
    [Parameter, EditorRequired] public FactSheet Sheet { get; set; } = default!;
    [Parameter, EditorRequired] public CountryCode Country { get; set; }
    [Parameter] public EventCallback<Done> OnDone { get; set; }

    /// <summary>The label of the thing whose comments the address asks for.</summary>
    [Parameter] public string? Asked { get; set; }

    /// <summary>The section whose form the address asked for, by its place on the page.</summary>
    [Parameter] public string? Opened { get; set; }

    private bool _wasOpened;

    /// <summary>Is it this section's form? Said once: what is closed afterwards stays closed.</summary>
    protected bool IsAskedFor(string section)
    {
        if (_wasOpened || Opened != section || !Sheet.MayEdit) return false;
        return _wasOpened = true;
    }

    /// <summary>A row of the sheet, as comments and evidence hang on it.</summary>
    protected Thing About(string subject, Guid id, string label, string anchor) =>
        new(subject, id, Initiative.Id, $"initiatives/{Initiative.Code}#{anchor}", label);

    protected InitiativeRow Initiative => Sheet.Initiative;

    /// <summary>A text of the sheet as the reader is shown it.</summary>
    protected Narrative Read(Guid id, string field, string text) => Sheet.Texts.Of(id, field, text, Lang);

    /// <summary>The language in which the country wrote.</summary>
    protected string Lang => Initiative.ContentLanguage;
}
