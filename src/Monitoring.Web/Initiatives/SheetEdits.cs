using Monitoring.Data;
using Monitoring.Web.Institutions;

namespace Monitoring.Web.Initiatives;

/// <summary>What can be done to the head of a fact sheet.</summary>
public sealed class HeadEdits(SaveHead head, SaveTopics topics, ArchiveInitiative archive)
{
    public Task<Saved<InitiativeRow>> SaveAsync(CountryCode country, HeadDraft draft, ChangeAction action = ChangeAction.Edited) => head.RunAsync(country, draft, action);

    public Task<Saved<TopicsRow>> SaveAsync(CountryCode country, TopicsDraft draft, string seen) => topics.RunAsync(country, draft, seen);

    public Task<Saved<ArchivedRow>> ArchiveAsync(CountryCode country, InitiativeRow initiative) => archive.RunAsync(country, initiative);

    public Task<Saved<ArchivedRow>> BringBackAsync(CountryCode country, ArchivedRow initiative) => archive.RestoreAsync(country, initiative);
}

/// <summary>What can be done to an institution's part in an initiative.</summary>
public sealed class PartyEdits(SaveParty save, RetireParty retire, MoveParty move, AddInstitution add)
{
    public Task<Saved<PartyRow>> SaveAsync(CountryCode country, PartyDraft draft, ChangeAction action = ChangeAction.Edited) => save.RunAsync(country, draft, action);

    public Task<Saved<PartyRow>> MoveAsync(CountryCode country, PartyRow party, bool up) => move.RunAsync(country, party, up);

    public Task<Saved<PartyRow>> RetireAsync(CountryCode country, PartyRow party) => retire.RunAsync(country, party);

    public Task<Saved<PartyRow>> RestoreAsync(CountryCode country, PartyRow party) => retire.RestoreAsync(country, party);

    /// <summary>Makes the printed name one of the country's institutions, and ties the part to it.</summary>
    public async Task<bool> RegisterAsync(CountryCode country, PartyRow party) =>
        (await add.RunAsync(country, new InstitutionDraft { Name = party.PrintedName })).Ok
        && (await save.RunAsync(country, PartyDraft.Of(party))).Ok;
}
