using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Layout;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Commitments;

/// <summary>How the commitments are shown.</summary>
public enum CommitmentView { List, Board, Timeline }

/// <summary>The country's commitments as a list, a board by status or a timeline; added, changed and archived in place.</summary>
public sealed partial class CommitmentsPage
{
    private Load<CommitmentList> _list = Load.Waiting<CommitmentList>();
    private Edit<CommitmentFacts, CommitmentDraft>? _edit;
    private CommitmentView _view;
    private Done? _done;

    [SupplyParameterFromQuery] private string? View { get; set; }
    [SupplyParameterFromQuery] private string? Comments { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_list is not Load<CommitmentList>.Ready) await LoadAsync();
        try
        {
            _view = Choice<CommitmentView>(View, "view") ?? CommitmentView.List;
        }
        catch (UnknownChoiceException)
        {
            Navigation.NotFound();
        }
    }

    private Task TellAsync(Done done)
    {
        _done = done;
        return LoadAsync();
    }

    private async Task LoadAsync() => _list = await AskAsync<CommitmentList>(async () => await List.RunAsync(Here));

    private void Add() => Open(null, new CommitmentDraft { ContentLanguage = _list.ValueOrDefault?.UsualLanguage ?? ReadersLanguage.Current });

    private void Change(Guid id)
    {
        if (FactsOf(id) is { } facts) Open(facts, CommitmentDraft.Of(facts));
    }

    private void Open(CommitmentFacts? seen, CommitmentDraft draft) => _edit = new Edit<CommitmentFacts, CommitmentDraft>(seen, draft);

    private CommitmentFacts? FactsOf(Guid id) => _list.ValueOrDefault?.Facts.FirstOrDefault(f => f.Id == id);

    private Task SaveAsync() => SaveAsync(_edit!);

    // One choice on the board; what stops it, or wants a reason, opens as a form with the choice in it.
    private async Task MoveAsync((CommitmentFacts Of, CommitmentStatus To) move)
    {
        var edit = new Edit<CommitmentFacts, CommitmentDraft>(move.Of, CommitmentDraft.Of(move.Of) with { Status = move.To });
        if (CommitmentRules.NeedsReason(move.To) || !await SaveAsync(edit)) _edit = edit;
    }

    private async Task<bool> SaveAsync(Edit<CommitmentFacts, CommitmentDraft> edit)
    {
        if (await edit.SaveAsync(d => Save.RunAsync(Here, d)) is not { } saved) return false;
        var before = edit.Seen;
        _edit = null;
        _done = before is null ? new Done(T["Added", saved.Code], async () => (await Retire.RunAsync(Here, saved)).Ok)
            : saved.Version == before.Version ? new Done(T["NothingChanged"])
            : new Done(T["Saved", saved.Code], async () => (await Save.RunAsync(Here, CommitmentDraft.Of(before) with { Version = saved.Version }, ChangeAction.Restored)).Ok);
        await LoadAsync();
        return true;
    }

    private async Task RetireAsync(Guid id)
    {
        try
        {
            _done = FactsOf(id) is { } facts && await Retire.RunAsync(Here, facts) is { Row: { } retired, Ok: true }
                ? new Done(T["Retired", facts.Code], async () => (await Retire.RestoreAsync(Here, retired)).Ok)
                : new Done(T["ChangedMeanwhile"]);
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            _done = new Done(T["NotDone"]);
        }
        await LoadAsync();
    }
}
