using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>Takes an indicator out of use, or brings it back. Its values stay.</summary>
public sealed class RetireIndicator(Gate gate, TimeProvider clock)
{
    public Task<Saved<IndicatorRow>> RunAsync(CountryCode country, IndicatorRow indicator, CancellationToken ct = default) =>
        SaveAsync(country, RetireDraft.Of(indicator, clock), ChangeAction.Retired, ct);

    public Task<Saved<IndicatorRow>> RestoreAsync(CountryCode country, IndicatorRow indicator, CancellationToken ct = default) =>
        SaveAsync(country, RetireDraft.Undo(indicator), ChangeAction.Restored, ct);

    private async Task<Saved<IndicatorRow>> SaveAsync(CountryCode country, RetireDraft draft, ChangeAction action, CancellationToken ct)
    {
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        return await db.SaveAsync<IndicatorRow>(IndicatorRow.One, Update, draft, IndicatorsRoom.Indicator, i => i.Code, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update Indicator
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
