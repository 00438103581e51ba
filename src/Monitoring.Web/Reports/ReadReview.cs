using Monitoring.Data;
using Monitoring.Web.Countries;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>A country's report before the secretariat: what is in it only from national approval on.</summary>
/// <param name="Country">Its names.</param>
/// <param name="Decides">Whether the person accepts and returns; an analyst reads.</param>
/// <param name="View">The report.</param>
public sealed record Review(CountryNames Country, bool Decides, ReportView View);

public sealed class ReadReview(Gate gate, TimeProvider clock)
{
    public async Task<Review?> RunAsync(CountryCode country, string cycle, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, May.ReviewReport, ct);
        var cycles = await db.ListAsync<Cycle>(Cycle.InCountry, null, ct);
        if (cycles.FirstOrDefault(c => c.Code == cycle) is not { } chosen) return null;
        if (await db.OneAsync<CountryNames>(ReadCountryHome.Names, new { Code = country }, ct) is not { } names) return null;
        var report = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { Cycle = cycle }, ct) ?? ReportRow.None(cycle);
        var decides = await gate.MayAsync(May.AcceptReport, country, ct: ct);
        var shown = report.State is not (ContentState.Draft or ContentState.Submitted);
        var reopenings = await Reopening.ListAsync(db, cycle, ct);
        return new Review(names, decides, new ReportView
        {
            Cycles = cycles,
            Cycle = chosen,
            Report = report,
            // What the country's own people say to each other on the way is not for the analyst.
            Steps = shown || decides ? await ReportStep.ListAsync(db, report.Id, ct) : [],
            Content = shown ? await ReportContent.ReadAsync(db, report, reopenings, clock.Today(), ct) : null,
            Holidays = await db.ListAsync<Holiday>(Holiday.All, null, ct),
            Reopenings = shown || decides ? reopenings : [],
            Possible = decides ? [.. ReportRules.Possible(report.State, ReportActor.Lead).Select(a => (ReportActor.Lead, a))] : [],
            Today = clock.Today(),
        });
    }
}
