using System.IO.Compression;

namespace Monitoring.Web.Region.Compare;

/// <summary>
/// The same parts packed again: in the order of their names, each with the same time. What the library writes holds the moment of
/// saving in every entry, so two equal workbooks would differ.
/// </summary>
public static class CanonicalZip
{
    // The format cannot say anything earlier.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(Stream written, DateTime at)
    {
        var time = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimeSpan.Zero);
        if (time < Earliest) time = Earliest;
        using var result = new MemoryStream();
        using (var from = new ZipArchive(written, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = time;
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        return result.ToArray();
    }
}
