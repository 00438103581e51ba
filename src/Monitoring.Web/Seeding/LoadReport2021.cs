using Monitoring.Data;
using Monitoring.Web.Reports;

namespace Monitoring.Web.Seeding;

/// <summary>
/// Loads the 2021 report once: the catalogues, the countries, then country by country its content and its published snapshot, each in
/// one transaction. What is there already is passed over, so a start after a kill goes on where it stopped, and of two instances that
/// start at once the second finds the work done.
/// </summary>
public sealed class LoadReport2021(Gate gate)
{
    /// <summary>The cycle that the report is.</summary>
    public const string Cycle = "2021-S1";

    /// <summary>Who stands behind the first snapshot.</summary>
    public const string Source = "MIRPS Working Group report 2021";

    public async Task RunAsync(CancellationToken ct = default)
    {
        var job = gate.ForJob(JobName.Load);
        if (await LoadState.IsDoneAsync(job, (country, isMember) => isMember ? Freezing(country) : Loading(country), ct)) return;
        var report = SeedFile.Read<ReportFile>(ReportFile.Name);
        await LoadOnce.RunAsync(() => CatalogueRows.LoadAsync(job, report, ct));
        await LoadOnce.RunAsync(() => CountryRows.LoadAsync(job, report, ct));
        foreach (var country in report.Countries)
        {
            await LoadOnce.RunAsync(() => LoadAsync(job, report, country, ct));
            if (country.IsMember) await LoadOnce.RunAsync(() => FreezeAsync(job, country.Code, ct));
        }
    }

    private static Guid Loading(CountryCode country) => SeedId.Of(country, "load", ReportFile.Name);

    private static Guid Freezing(CountryCode country) => SeedId.Of(country, "freeze", ReportFile.Name);

    private static async Task LoadAsync(JobGate job, ReportFile report, SeedCountry country, CancellationToken ct)
    {
        await using var db = await job.EditAsync(country.Code, ct);
        var operation = Loading(country.Code);
        if (await db.WasDoneAsync(operation, ct)) return;

        await CountryRows.StageHeadAsync(db, ct);
        var bodies = await InstitutionRows.StageAsync(db, report, ct);
        await InitiativeRows.StageAsync(db, report, bodies, ct);
        await StepRows.StageAsync(db, report, bodies, ct);
        await CommitmentRows.StageAsync(db, report, ct);
        await IndicatorRows.StageAsync(db, report, ct);
        await AnswerRows.StageAsync(db, report, ct);
        await StatementRows.StageAsync(db, report, country, ct);
        if (country.IsMember) await ReportRows.StageAsync(db, Cycle, ReportRows.Published, ct);
        await db.CommitAsync(new Change(ChangeAction.Loaded, "CountryReport", ReportRows.IdOf(country.Code, Cycle), "MIRPS 2021", []), operation, ct);
    }

    private static async Task FreezeAsync(JobGate job, CountryCode country, CancellationToken ct)
    {
        await using var db = await job.EditAsync(country, ct);
        var operation = Freezing(country);
        if (await db.WasDoneAsync(operation, ct)) return;
        var snapshot = await FreezeReport.StageAsync(db, new Acceptance(SeedId.Of(country, nameof(Snapshot), Cycle), Cycle, Source, Source, Source), ct);
        await db.CommitAsync(new Change(ChangeAction.Published, nameof(Snapshot), snapshot.Id, Cycle, []), operation, ct);
    }
}

/// <summary>Another instance may load the same at the same time: whoever is second looks again and finds it done.</summary>
internal static class LoadOnce
{
    private const int Tries = 3;

    public static async Task RunAsync(Func<Task> load)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                await load();
                return;
            }
            catch (Exception e) when (e is KeyTakenException or DatabaseUnavailableException && i < Tries)
            {
                // Rolled back as a whole; the next look decides.
            }
        }
    }
}
