using Monitoring.Data;
using Monitoring.Web.Drafts;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Who is in charge, who are partners, who else acts, each with the role: added, changed, taken off and brought back.</summary>
public sealed partial class PartiesSection
{
    private Edit<PartyRow, PartyDraft>? _edit;

    private void Add() => _edit = Begin(null);

    private void Change(PartyRow party) => _edit = Begin(party);

    private void TakeUp(KeptDraft draft) => _edit = Begin(Sheet.Parties.SelectMany(p => p).FirstOrDefault(p => p.Id == draft.SubjectId)).TakeUp(draft);

    private void Close() => _edit = null;

    private Edit<PartyRow, PartyDraft> Begin(PartyRow? party) => party is null
        ? new(null, new PartyDraft { InitiativeId = Initiative.Id, Part = InstitutionPart.Partner })
        : new(party, PartyDraft.Of(party));

    private async Task SaveAsync()
    {
        if (await _edit!.SaveAsync(d => Edits.SaveAsync(Country, d)) is not { } saved) return;
        var before = _edit.Seen;
        _edit = null;
        await OnDone.InvokeAsync(new Done(T["PartySaved", saved.PrintedName], async () => before is null
            ? (await Edits.RetireAsync(Country, saved)).Ok
            : (await Edits.SaveAsync(Country, PartyDraft.Of(before) with { Version = saved.Version }, ChangeAction.Restored)).Ok));
    }

    private Task RetireAsync(PartyRow party) => TellAsync(async () => await Edits.RetireAsync(Country, party) is { Ok: true, Row: { } retired }
        ? new Done(T["PartyRetired", party.PrintedName], async () => (await Edits.RestoreAsync(Country, retired)).Ok)
        : new Done(T["ChangedMeanwhile"]));

    private async Task MoveAsync(PartyRow party, bool up)
    {
        try
        {
            if (await Edits.MoveAsync(Country, party, up) is { Ok: true, Row: { } moved })
                await FollowAsync(new Done(T["ItemMoved"], async () => (await Edits.MoveAsync(Country, moved, !up)).Ok), $"party-{party.Id}", up);
            else await OnDone.InvokeAsync(new Done(T["ChangedMeanwhile"]));
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            await OnDone.InvokeAsync(new Done(T["NotDone"]));
        }
    }

    private Task RegisterAsync(PartyRow party) => TellAsync(async () =>
        new Done(await Edits.RegisterAsync(Country, party) ? T["InstitutionRegistered", party.PrintedName] : T["ChangedMeanwhile"]));

    private async Task TellAsync(Func<Task<Done>> act)
    {
        Done done;
        try
        {
            done = await act();
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            done = new Done(T["NotDone"]);
        }
        await OnDone.InvokeAsync(done);
    }
}
