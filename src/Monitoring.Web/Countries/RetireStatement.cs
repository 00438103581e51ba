using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Countries;

/// <summary>Takes what a country says about its progress out of use, or brings it back. It stays in history.</summary>
public sealed class RetireStatement(Gate gate, TimeProvider clock)
{
    public Task<Saved<StatementRow>> RunAsync(CountryCode country, StatementRow row, CancellationToken ct = default) =>
        SaveAsync(country, RetireDraft.Of(row, clock), ChangeAction.Retired, ct);

    public Task<Saved<StatementRow>> RestoreAsync(CountryCode country, StatementRow row, CancellationToken ct = default) =>
        SaveAsync(country, RetireDraft.Undo(row), ChangeAction.Restored, ct);

    private async Task<Saved<StatementRow>> SaveAsync(CountryCode country, RetireDraft draft, ChangeAction action, CancellationToken ct)
    {
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        return await db.SaveAsync<StatementRow>(StatementRow.One, Update, draft, CountriesRoom.Statement, r => r.Code, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update CountryStatement
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
