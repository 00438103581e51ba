using Monitoring.Data;
using Monitoring.Web.Reports;

namespace Monitoring.Web.Evidence;

/// <summary>What lies in the store against what the rows name.</summary>
/// <param name="Waiting">Taken in, and named by no row yet: a form is open, or was left.</param>
/// <param name="Old">Of those, older than <see cref="FileStore.SafeAge"/>: the next sweep takes them.</param>
/// <param name="Missing">Named by a row and not in the store.</param>
public sealed record FilesSeen(int Waiting, int Old, int Missing);

/// <summary>Takes files away that were taken in and never saved. A file that was saved once is never looked at again, whatever the database says.</summary>
public sealed class SweepFiles(Gate gate, FileStore files)
{
    public static readonly CountrySql Hashes = CountrySql.Of("select FileHash from Evidence where Country = @Country and FileHash is not null");

    /// <summary>How many files went.</summary>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        // Chosen before the rows are read: what is saved in between is among the rows.
        var old = files.Unsaved().Where(f => f.IsOld).Select(f => f.Hash).ToList();
        if (old.Count == 0) return files.SweepParts();
        var named = await NamedAsync(gate.ForJob(JobName.Sweep), ct);
        foreach (var hash in old.Where(named.Contains)) files.Saved(hash);
        return old.Where(hash => !named.Contains(hash)).Count(files.Remove) + files.SweepParts();
    }

    /// <summary>Counts and changes nothing.</summary>
    public static async Task<FilesSeen> LookAsync(JobGate job, FileStore files, CancellationToken ct = default)
    {
        var named = await NamedAsync(job, ct);
        var unsaved = files.Unsaved().Where(f => !named.Contains(f.Hash)).ToList();
        return new FilesSeen(unsaved.Count, unsaved.Count(f => f.IsOld), named.Count(hash => !files.Has(hash)));
    }

    // Also of what was taken off: it can be brought back.
    private static async Task<HashSet<string>> NamedAsync(JobGate job, CancellationToken ct)
    {
        IReadOnlyList<CountryCode> countries;
        await using (var people = await job.ReadPeopleAsync(ct)) countries = await people.ListAsync<CountryCode>(RecomputeTotals.Countries, null, ct);
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var country in countries)
        {
            await using var db = await job.ReadAsync(country, ct);
            named.UnionWith(await db.ListAsync<string>(Hashes, null, ct));
        }
        return named;
    }
}
