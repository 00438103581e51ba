using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>
/// Adds the demo layer to the loaded report: invented people, cycles, rates, and illustrative values of living rows, each marked. The
/// snapshots of the report were frozen before and hold none of it. Loads once, like the report.
/// </summary>
public sealed class LoadDemo(Gate gate, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct = default)
    {
        var job = gate.ForJob(JobName.Load);
        if (await DemoPeopleRows.AreThereAsync(job, ct)) return;
        var demo = SeedFile.Read<DemoFile>(DemoFile.Name);
        var report = SeedFile.Read<ReportFile>(ReportFile.Name);
        await LoadOnce.RunAsync(() => DemoCatalogueRows.LoadAsync(job, demo, ct));
        foreach (var country in report.Countries.Where(c => c.IsMember))
            await LoadOnce.RunAsync(() => LoadAsync(job, demo, report, country.Code, ct));
        // The people come last: whoever can sign in finds everything there, and where they are the demo is whole.
        await LoadOnce.RunAsync(() => DemoPeopleRows.LoadAsync(job, demo, report, ct));
    }

    private async Task LoadAsync(JobGate job, DemoFile demo, ReportFile report, CountryCode country, CancellationToken ct)
    {
        await using var db = await job.EditAsync(country, ct);
        var operation = SeedId.Of(country, "load", DemoFile.Name);
        if (await db.WasDoneAsync(operation, ct)) return;
        await DemoValueRows.StageAsync(db, demo, report, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        await DemoTranslationRows.StageAsync(db, demo, report, ct);
        if (demo.DraftReports.Countries.Contains(country)) await ReportRows.StageAsync(db, demo.DraftReports.Cycle, ReportRows.Draft, ct);
        await db.CommitAsync(new Change(ChangeAction.Loaded, "CountryReport", ReportRows.IdOf(country, demo.DraftReports.Cycle), "Demo", []), operation, ct);
    }
}
