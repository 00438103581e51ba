using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Drafts;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Translations;

/// <summary>One text and its translation side by side.</summary>
public sealed partial class TextPairLine
{
    // As tall as the original, within reason: both sides are read line by line.
    private const int LettersOfLine = 55, Fewest = 3, Most = 14;

    private Edit<TranslationRow, TranslationDraft>? _edit;

    [Parameter, EditorRequired] public TextPair Pair { get; set; } = default!;
    [Parameter, EditorRequired] public CountryCode Country { get; set; }

    /// <summary>The part of the fact sheet.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter] public bool MayEdit { get; set; }
    [Parameter] public bool IsOpen { get; set; }
    [Parameter] public EventCallback OnOpen { get; set; }
    [Parameter] public EventCallback OnClose { get; set; }
    [Parameter] public EventCallback<Done> OnDone { get; set; }

    // One form a text: what was typed is offered back beside its original.
    private string Form => "to-" + Pair.Anchor;

    // Of the others the label is the initiative's, and stands above.
    private bool HasCode => Pair.Original.InitiativeId is null || Pair.Original.Subject is "Result" or "NextStep";

    private string Called => HasCode ? $"{Name} {Pair.Original.Label}" : $"{Name}: {Beginning}";

    private string Beginning => Pair.Original.Text.Length <= 60 ? Pair.Original.Text : Pair.Original.Text[..60] + "…";

    private int Lines => Math.Clamp(Pair.Original.Text.Length / LettersOfLine + 1, Fewest, Most);

    private Tone Tone => Pair.State switch
    {
        TranslationState.Current => Tone.Good,
        TranslationState.Stale => Tone.Caution,
        _ => Tone.Neutral,
    };

    protected override void OnParametersSet()
    {
        if (!IsOpen || !MayEdit) _edit = null;
        else _edit ??= Begin();
    }

    private Edit<TranslationRow, TranslationDraft> Begin() => new(Pair.Seen, Pair.Draft);

    private async Task TakeUpAsync(KeptDraft draft)
    {
        _edit = Begin().TakeUp(draft);
        // A draft of what was never saved comes back under an id of its own; a text has one translation, and that has one id.
        _edit.Draft = _edit.Draft with { Id = Pair.Seen.Id };
        await OnOpen.InvokeAsync();
    }

    private Task CloseAsync()
    {
        _edit = null;
        return OnClose.InvokeAsync();
    }

    private async Task SaveAsync()
    {
        if (await _edit!.SaveAsync(d => Save.RunAsync(Country, d)) is not { } saved) return;
        var before = _edit.Seen!;
        _edit = null;
        await TellAsync(T["Saved"], before, saved);
    }

    private async Task ConfirmAsync()
    {
        var edit = Begin();
        if (await edit.SaveAsync(d => Save.RunAsync(Country, d)) is { } saved) await TellAsync(T["Confirmed"], edit.Seen!, saved);
        // What stops it is told by the form, with the text in it.
        else await OnOpen.InvokeAsync();
    }

    private Task TellAsync(string text, TranslationRow before, TranslationRow saved) => OnDone.InvokeAsync(new Done(text, async () =>
        (await Save.RunAsync(Country, TranslationDraft.Of(before) with { Version = saved.Version }, ChangeAction.Restored)).Ok));
}
