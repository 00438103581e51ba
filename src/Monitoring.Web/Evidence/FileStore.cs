using System.Security.Cryptography;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Evidence;

/// <summary>A file as it was taken in.</summary>
public sealed record StoredFile(string Hash, string Name, string MediaType, long Bytes);

/// <summary>
/// Files under the data folder, outside everything that is served, named by the SHA-256 of their content: the same file is kept once, and
/// no name that somebody chose ever becomes a path. A mark beside a file says that it was not saved yet; only a marked file is ever swept.
/// </summary>
public sealed class FileStore(Installation.Installation installation, TimeProvider clock)
{
    public const long Largest = 20 * 1024 * 1024;
    private const int LongestName = 260;
    private const string Mark = ".unsaved";

    /// <summary>Longer than any form is left open.</summary>
    public static readonly TimeSpan SafeAge = TimeSpan.FromDays(7);

    private string Folder => Path.Combine(installation.DataDirectory, "files");

    /// <summary>Takes a file in, or says at the field what is wrong with it. Nothing is kept of what is refused.</summary>
    public async Task<(StoredFile? File, Problem? Problem)> TakeAsync(Stream content, string name, CancellationToken ct = default)
    {
        var clean = Path.GetFileName(TextRules.Clean(name.Replace('\\', '/')) ?? "");
        if (clean.Length is 0 or > LongestName) return (null, new Problem("File", "FileName"));
        Directory.CreateDirectory(Folder);
        var passing = Path.Combine(Folder, $"{Guid.NewGuid():N}.part");
        try
        {
            await using var file = new FileStream(passing, FileMode.CreateNew, FileAccess.ReadWrite);
            if (!await CopyAsync(content, file, ct)) return (null, new Problem("File", "FileTooLarge", Largest / 1024 / 1024));
            if (file.Length == 0) return (null, new Problem("File", "FileEmpty"));
            if (FileKinds.Of(file) is not { } kind) return (null, new Problem("File", "FileKind"));
            if (!kind.Endings.Contains(Path.GetExtension(clean).ToLowerInvariant())) return (null, new Problem("File", "FileNotWhatItSays", string.Join(", ", kind.Endings)));
            var hash = Convert.ToHexString(await SHA256.HashDataAsync(file, ct));
            file.Flush(flushToDisk: true);
            var (bytes, path) = (file.Length, PathOf(hash));
            await file.DisposeAsync();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // The mark first: a file without one counts as saved. Taken in once more, an unsaved file is young again.
            if (!File.Exists(path) || File.Exists(path + Mark)) await TouchAsync(path + Mark, ct);
            if (!File.Exists(path)) File.Move(passing, path, overwrite: true);
            return (new StoredFile(hash, clean, kind.MediaType, bytes), null);
        }
        finally
        {
            File.Delete(passing);
        }
    }

    /// <summary>What was taken in and not saved since, and whether that is longer ago than <see cref="SafeAge"/>.</summary>
    public IReadOnlyList<(string Hash, bool IsOld)> Unsaved() => !Directory.Exists(Folder) ? []
        : [.. Directory.EnumerateFiles(Folder, "*" + Mark, SearchOption.AllDirectories).Select(m => (Path.GetFileNameWithoutExtension(m), IsOld(m)))];

    /// <summary>A row names the file now: it stays.</summary>
    public void Saved(string hash) => File.Delete(PathOf(hash) + Mark);

    /// <summary>Is the file there? Then it is young again while a row is written that names it.</summary>
    public async Task<bool> HoldAsync(string hash, CancellationToken ct = default)
    {
        if (!Has(hash)) return false;
        if (File.Exists(PathOf(hash) + Mark)) await TouchAsync(PathOf(hash) + Mark, ct);
        return true;
    }

    /// <summary>Is the file there?</summary>
    public bool Has(string hash) => File.Exists(PathOf(hash));

    /// <summary>Takes an unsaved file away, unless it was saved or taken in again meanwhile.</summary>
    public bool Remove(string hash)
    {
        var path = PathOf(hash);
        if (!File.Exists(path + Mark) || !IsOld(path + Mark)) return false;
        File.Delete(path);
        File.Delete(path + Mark);
        return true;
    }

    /// <summary>What a program that ended in the middle left behind.</summary>
    public int SweepParts()
    {
        if (!Directory.Exists(Folder)) return 0;
        var old = Directory.EnumerateFiles(Folder, "*.part").Where(IsOld).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    /// <summary>The content of a stored file; null when it is not there.</summary>
    public Stream? Open(string hash) => File.Exists(PathOf(hash)) ? File.OpenRead(PathOf(hash)) : null;

    private bool IsOld(string path) => clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) > SafeAge;

    private async Task TouchAsync(string path, CancellationToken ct)
    {
        await File.WriteAllBytesAsync(path, [], ct);
        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
    }

    private string PathOf(string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigit) ? Path.Combine(Folder, hash[..2], hash) : throw new ArgumentException("No hash.", nameof(hash));

    // What a browser says of the length is not believed.
    private static async Task<bool> CopyAsync(Stream from, Stream to, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0;)
        {
            if (to.Length + read > Largest) return false;
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return true;
    }
}
