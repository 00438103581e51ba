using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Links;

/// <summary>The links of one fact, at the fact: shown, added and taken off.</summary>
public sealed partial class LinkPanel
{
    private IReadOnlyList<LinkChoice>? _choices;
    private string? _chosen;
    private ElementReference _form;
    private bool _enter;

    [Inject] private IJSRuntime Script { get; set; } = default!;

    [Parameter, EditorRequired] public CountryCode Country { get; set; }
    [Parameter, EditorRequired] public Guid InitiativeId { get; set; }
    [Parameter, EditorRequired] public FactKind Subject { get; set; }
    [Parameter, EditorRequired] public Guid SubjectId { get; set; }

    /// <summary>What a person calls the fact.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter, EditorRequired] public FactLinks Links { get; set; } = default!;
    [Parameter, EditorRequired] public bool MayEdit { get; set; }
    /// <summary>Where the row has a button for it: true when that was pressed. Left out, the panel has its own.</summary>
    [Parameter] public bool? IsAsked { get; set; }
    [Parameter] public EventCallback OnAnswered { get; set; }
    [Parameter, EditorRequired] public EventCallback<Done> OnDone { get; set; }

    private IEnumerable<LinkRow> From => Links.From[SubjectId];

    private IEnumerable<LinkRow> To => Links.To[SubjectId];

    private bool HasButton => MayEdit && IsAsked is null;

    private string FormId => "link-" + SubjectId.ToString("N");

    private static string Short(string text) => text.Length <= 80 ? text : text[..(char.IsHighSurrogate(text[79]) ? 79 : 80)] + "…";

    protected override Task OnParametersSetAsync()
    {
        if (!MayEdit) _choices = null;
        return IsAsked is true && MayEdit && _choices is null ? OpenAsync() : Task.CompletedTask;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_enter) return;
        _enter = false;
        await Script.InvokeVoidAsync("monitoring.enter", _form);
    }

    // What is linked already, and the fact itself, are not offered again.
    private Task OpenAsync() => TryAsync(async () =>
    {
        var taken = From.Select(l => l.EndId).Append(SubjectId).ToHashSet();
        (_choices, _chosen, _enter) = ((await Edits.ChoicesAsync(Country)).Where(c => !taken.Contains(c.Id)).ToList(), null, true);
        return null;
    });

    private Task CloseAsync()
    {
        _choices = null;
        return OnAnswered.InvokeAsync();
    }

    private Task SaveAsync() => TryAsync(async () =>
    {
        if (_choices?.FirstOrDefault(c => c.Id.ToString() == _chosen) is not { } end) return null;
        var saved = await Edits.AddAsync(Country, new LinkDraft { InitiativeId = InitiativeId, Subject = Subject, SubjectId = SubjectId, EndKind = end.Kind, EndId = end.Id });
        await CloseAsync();
        return saved is { Ok: true, Row: { } link }
            ? new Done(T["Linked", Label, link.LinkedTo], async () => (await Edits.RetireAsync(Country, link)).Ok)
            : new Done(T["NotLinked"]);
    });

    private Task RetireAsync(LinkRow link) => TryAsync(async () => await Edits.RetireAsync(Country, link) is { Ok: true, Row: { } retired }
        ? new Done(T["TakenOff", link.LinkedTo], async () => (await Edits.RestoreAsync(Country, retired)).Ok)
        : new Done(T["NotLinked"]));

    private async Task TryAsync(Func<Task<Done?>> act)
    {
        Done? done;
        try
        {
            done = await act();
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            done = new Done(T["NotDone"]);
        }
        if (done is not null) await OnDone.InvokeAsync(done);
    }
}
