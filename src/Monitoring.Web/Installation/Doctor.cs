using Monitoring.Data;
using Monitoring.Web.Evidence;
using Monitoring.Web.People;
using Monitoring.Web.Reports;
using Finding = Monitoring.Data.Finding;

namespace Monitoring.Web.Installation;

/// <summary>The command <c>doctor</c>: looks at everything, changes nothing, and ends with 1 when something is to be mended.</summary>
public static class Doctor
{
    /// <summary>Prints what it finds; the exit code.</summary>
    /// <exception cref="InstallationException">The database cannot be opened.</exception>
    public static async Task<int> ExamineAsync(this WebApplication app, TextWriter say, CancellationToken ct = default)
    {
        var database = app.Services.GetRequiredService<Database>();
        var findings = await PrepareInstallation.UsableAsync(database, async () =>
        {
            var seen = (await new Examination(database).RunAsync(ct)).ToList();
            // Without a schema there is nothing more to look at.
            if (seen.TrueForAll(f => f.What != "Schema" || f.Ok is true))
            {
                seen.AddRange(await HistoriesAsync(app.Services, ct));
                seen.Add(await FilesAsync(app.Services, ct));
            }
            return seen;
        });
        foreach (var finding in findings) await say.WriteLineAsync($"{Word(finding.Ok),-7} {finding.What,-26} {finding.Said}");
        var bad = findings.Count(f => f.Ok is false);
        await say.WriteLineAsync(bad == 0 ? "All is well." : $"{bad} to be mended.");
        return bad == 0 ? 0 : 1;
    }

    private static string Word(bool? ok) => ok switch { true => "ok", false => "MEND", null => "-" };

    private static async Task<List<Finding>> HistoriesAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetRequiredService<Gate>().ForJob(JobName.Examine);
        IReadOnlyList<CountryRow> countries;
        await using (var people = await job.ReadPeopleAsync(ct)) countries = await people.ListAsync<CountryRow>(ListCountries.All, null, ct);
        var findings = new List<Finding>();
        foreach (var country in countries.Select(c => c.Code))
        {
            await using var db = await job.ReadAsync(country, ct);
            var chain = await AuditChain.FirstFaultAsync(db, ct);
            findings.Add(new Finding(chain is null, $"History of {country}", chain is null
                ? "Every link is as it was written."
                : $"Link {chain.LinkNo}: {chain.What}. Somebody changed the database past the program; compare it with a backup."));
            var snapshot = await CheckSnapshots.FirstFaultAsync(db, ct);
            findings.Add(new Finding(snapshot is null, $"Snapshots of {country}", snapshot is null
                ? "Every one is as it was accepted."
                : $"Snapshot {snapshot.SnapshotNo}: {snapshot.What}. Somebody changed the database past the program; compare it with a backup."));
            var totals = await RecomputeTotals.FirstFaultAsync(db, ct);
            findings.Add(new Finding(totals is null, $"Totals of {country}", totals is null
                ? "Every one is what its values come to."
                : $"Snapshot {totals.SnapshotNo}, {totals.IndicatorCode}: not what its values come to. Compare the database with a backup."));
        }
        return findings;
    }

    // Files that wait are no fault: a form may be open.
    private static async Task<Finding> FilesAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var seen = await SweepFiles.LookAsync(scope.ServiceProvider.GetRequiredService<Gate>().ForJob(JobName.Examine),
            scope.ServiceProvider.GetRequiredService<FileStore>(), ct);
        var waiting = $"{seen.Waiting} taken in and not saved, {seen.Old} of them older than {FileStore.SafeAge.Days} days: the next sweep takes those away.";
        return new Finding(seen.Missing == 0, "Files of evidence", seen.Missing == 0
            ? $"Every one that a row names is there. {waiting}"
            : $"{seen.Missing} named by a row and not there: bring the folder files back from its backup. {waiting}");
    }

    private sealed record CountryRow
    {
        public CountryCode Code { get; init; }
    }
}
