using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Links;

/// <summary>Takes a link off its fact, or ties it again. It stays in history.</summary>
public sealed class RetireLink(Gate gate, TimeProvider clock)
{
    public async Task<Saved<LinkRow>> RunAsync(CountryCode country, LinkRow link, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, link.InitiativeId, ct);
        return await IsOfAsync(db, link, ct) ? await SaveAsync(db, RetireDraft.Of(link, clock), ChangeAction.Retired, ct) : Saved.NotFound;
    }

    public async Task<Saved<LinkRow>> RestoreAsync(CountryCode country, LinkRow link, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, link.InitiativeId, ct);
        return await IsOfAsync(db, link, ct) ? await SaveAsync(db, RetireDraft.Undo(link), ChangeAction.Restored, ct) : Saved.NotFound;
    }

    internal static Task<Saved<LinkRow>> BringBackAsync(CountryEdit db, LinkRow link, Guid operation, CancellationToken ct) =>
        SaveAsync(db, RetireDraft.Undo(link) with { Operation = operation }, ChangeAction.Restored, ct);

    // The right was asked for the initiative that the caller names.
    private static async Task<bool> IsOfAsync(CountryEdit db, LinkRow link, CancellationToken ct) =>
        (await db.OneAsync<LinkRow>(LinkRow.All.And(LinkRow.ById), new { link.Id }, ct))?.InitiativeId == link.InitiativeId;

    private static Task<Saved<LinkRow>> SaveAsync(CountryEdit db, RetireDraft draft, ChangeAction action, CancellationToken ct) =>
        db.SaveAsync<LinkRow>(LinkRow.All.And(LinkRow.ById), Update, draft, LinksRoom.FactLink, l => l.Label, action, ct: ct);

    public static readonly CountrySql Update = CountrySql.Of("""
        update FactLink
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
