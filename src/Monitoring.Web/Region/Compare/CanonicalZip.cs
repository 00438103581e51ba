using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Monitoring.Web.Region.Compare;

/// <summary>
/// The same parts packed again: in the order of their names, each with the same time. What the library writes holds the moment of
/// saving in every entry, and chance in the ids of its outermost relations and the name of its properties; so two equal workbooks
/// would differ.
/// </summary>
public static partial class CanonicalZip
{
    private const string Relations = "_rels/.rels";
    private const string Book = "xl/workbook.xml";

    // The format cannot say anything earlier.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>From file to file, one part after the other.</summary>
    /// <param name="written">What the library wrote.</param>
    /// <param name="result">The packed file.</param>
    /// <param name="at">The time of every part; the format cannot say one before 1980.</param>
    /// <param name="fill">Copies a part, by its name, that is not to be as it was written.</param>
    public static void Copy(Stream written, Stream result, DateTime at, IReadOnlyDictionary<string, Action<Stream, Stream>>? fill = null)
    {
        var time = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimeSpan.Zero);
        if (time < Earliest) time = Earliest;
        using (var from = new ZipArchive(written, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in from.Entries.OrderBy(e => Properties().Replace(e.FullName, "core.psmdcp"), StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(Properties().Replace(part.FullName, "core.psmdcp"), CompressionLevel.Optimal);
                entry.LastWriteTime = time;
                using var source = part.Open();
                using var target = entry.Open();
                if (part.FullName == Relations) target.Write(Encoding.UTF8.GetBytes(Named(Text(source))));
                else if (part.FullName == Book) target.Write(Encoding.UTF8.GetBytes(RepeatedRows().Replace(Text(source), "$1$$$2:$$$3<")));
                else if (fill?.GetValueOrDefault(part.FullName) is { } copy) copy(source, target);
                else source.CopyTo(target);
            }
    }

    private static string Text(Stream part) => new StreamReader(part).ReadToEnd();

    // Nothing refers to these ids: programs find the parts by the type of the relation.
    private static string Named(string relations)
    {
        var n = 0;
        return RelationId().Replace(Properties().Replace(relations, "core.psmdcp"), _ => $"Id=\"rel{++n}\"");
    }

    [GeneratedRegex("[0-9a-f]{32}\\.psmdcp")]
    private static partial Regex Properties();

    // The library writes the rows that repeat on paper as 1:1, which only some programs take for the absolute $1:$1 that it is.
    [GeneratedRegex("(Print_Titles\"[^>]*>[^<]*!)(\\d+):(\\d+)<")]
    private static partial Regex RepeatedRows();

    [GeneratedRegex("Id=\"[^\"]*\"")]
    private static partial Regex RelationId();
}
