using Monitoring.Data;
using Monitoring.Web.Countries;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>A country's report before the lead: what is in it only from national approval on.</summary>
public sealed record Review(CountryNames Country, ReportView View);

public sealed class ReadReview(Gate gate, TimeProvider clock)
{
    public async Task<Review?> RunAsync(CountryCode country, string cycle, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, May.AcceptReport, ct);
        var cycles = await db.ListAsync<Cycle>(Cycle.InCountry, null, ct);
        if (cycles.FirstOrDefault(c => c.Code == cycle) is not { } chosen) return null;
        if (await db.OneAsync<CountryNames>(ReadCountryHome.Names, new { Code = country }, ct) is not { } names) return null;
        var report = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { Cycle = cycle }, ct) ?? ReportRow.None(cycle);
        var shown = report.State is not (ContentState.Draft or ContentState.Submitted);
        var reopenings = await Reopening.ListAsync(db, cycle, ct);
        return new Review(names, new ReportView
        {
            Cycles = cycles,
            Cycle = chosen,
            Report = report,
            Steps = await ReportStep.ListAsync(db, report.Id, ct),
            Content = shown ? await ReportContent.ReadAsync(db, report, reopenings, clock.Today(), ct) : null,
            Reopenings = reopenings,
            Possible = [.. ReportRules.Possible(report.State, ReportActor.Lead).Select(a => (ReportActor.Lead, a))],
            Today = clock.Today(),
        });
    }
}
