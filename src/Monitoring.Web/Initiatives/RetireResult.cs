using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Takes a result off the fact sheet, or brings it back. It stays in history.</summary>
public sealed class RetireResult(Gate gate, TimeProvider clock)
{
    public Task<Saved<ResultRow>> RunAsync(CountryCode country, Guid initiative, ResultRow result, CancellationToken ct = default) =>
        SaveAsync(country, initiative, RetireDraft.Of(result, clock), ct);

    public Task<Saved<ResultRow>> RestoreAsync(CountryCode country, Guid initiative, ResultRow result, CancellationToken ct = default) =>
        SaveAsync(country, initiative, RetireDraft.Undo(result), ct);

    private async Task<Saved<ResultRow>> SaveAsync(CountryCode country, Guid initiative, RetireDraft draft, CancellationToken ct)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, initiative, ct);
        var now = await db.OneAsync<ResultRow>(ResultRow.One, draft, ct);
        if (now?.InitiativeId != initiative) return Saved.NotFound;
        var action = draft.RetiredAt is null ? ChangeAction.Restored : ChangeAction.Retired;
        return await db.SaveAsync<ResultRow>(ResultRow.One, Update, draft, InitiativesRoom.Result, r => r.Code, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update Result
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
