using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Monitoring.Data;
using Monitoring.Web.Comments;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Initiatives;

/// <summary>A section of the fact sheet. It owns its own edits and tells the sheet what was done, so that the sheet reads again.</summary>
public abstract class SheetComponent : ComponentBase
{
    private (string Row, bool Up)? _follow;

    [Inject] private IJSRuntime Script { get; set; } = default!;

    [Parameter, EditorRequired] public FactSheet Sheet { get; set; } = default!;
    [Parameter, EditorRequired] public CountryCode Country { get; set; }
    [Parameter] public EventCallback<Done> OnDone { get; set; }

    /// <summary>The label of the thing whose comments the address asks for.</summary>
    [Parameter] public string? Asked { get; set; }

    /// <summary>A row of the sheet, as comments and evidence hang on it.</summary>
    protected Thing About(string subject, Guid id, string label, string anchor) =>
        new(subject, id, Initiative.Id, $"initiatives/{Initiative.Code}#{anchor}", label);

    protected InitiativeRow Initiative => Sheet.Initiative;

    /// <summary>A text of the sheet as the reader is shown it.</summary>
    protected Narrative Read(Guid id, string field, string text) => Sheet.Texts.Of(id, field, text, Lang);

    /// <summary>Tells that a row was moved, with the way back, and goes after it with the focus: the picture of it is made again.</summary>
    /// <param name="moved">What is told; an undo moves it back.</param>
    /// <param name="row">The id of the row on the page.</param>
    /// <param name="up">Which way it went.</param>
    protected async Task FollowAsync(Done moved, string row, bool up)
    {
        await OnDone.InvokeAsync(moved);
        _follow = (row, up);
        StateHasChanged();
    }

    // Only once the row stands where it went: before, its buttons are still those of its old place.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_follow is not { } follow) return;
        _follow = null;
        await Script.InvokeVoidAsync("monitoring.follow", follow.Row, follow.Up ? "up" : "down");
    }

    /// <summary>The language in which the country wrote.</summary>
    protected string Lang => Initiative.ContentLanguage;
}
