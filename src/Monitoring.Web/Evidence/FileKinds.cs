using System.IO.Compression;

namespace Monitoring.Web.Evidence;

/// <summary>What a file is by its content, and the endings that it may have.</summary>
public sealed record FileKind(string MediaType, params string[] Endings);

/// <summary>
/// The kinds that are taken: PDF, images, office documents without macros. A file is what its first bytes say; its name and what the
/// browser says of it decide nothing.
/// </summary>
public static class FileKinds
{
    private const int MostEntries = 10_000;
    private const string OpenDocument = "application/vnd.oasis.opendocument.";
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    /// <summary>For the chooser of the browser; the content is looked at all the same.</summary>
    public const string Accept = ".pdf,.png,.jpg,.jpeg,.gif,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp";

    /// <summary>The kind, or null when it is none that is taken. The stream must seek; it is left at its beginning.</summary>
    public static FileKind? Of(Stream content)
    {
        var head = new byte[16];
        content.Position = 0;
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        var start = head.AsSpan(0, length);
        if (start.StartsWith("%PDF-"u8)) return new FileKind("application/pdf", ".pdf");
        if (start.StartsWith((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return new FileKind("image/png", ".png");
        if (start.StartsWith((byte[])[0xFF, 0xD8, 0xFF])) return new FileKind("image/jpeg", ".jpg", ".jpeg");
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8)) return new FileKind("image/gif", ".gif");
        if (start.StartsWith("RIFF"u8) && length >= 12 && start[8..12].SequenceEqual("WEBP"u8)) return new FileKind("image/webp", ".webp");
        return start.StartsWith("PK\x03\x04"u8) ? OfPackage(content) : null;
    }

    // Only the list of its parts is read: nothing is unpacked, so nothing can unpack to a thousand times its size.
    private static FileKind? OfPackage(Stream content)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > MostEntries) return null;
            var names = package.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || n.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase))) return null;
            if (names.Contains("[Content_Types].xml"))
                return names.Contains("word/document.xml") ? new FileKind(OpenXml + "wordprocessingml.document", ".docx")
                    : names.Contains("xl/workbook.xml") ? new FileKind(OpenXml + "spreadsheetml.sheet", ".xlsx")
                    : names.Contains("ppt/presentation.xml") ? new FileKind(OpenXml + "presentationml.presentation", ".pptx")
                    : null;
            return package.GetEntry("mimetype") is { Length: > 0 and < 100 } type ? OfOpenDocument(type) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static FileKind? OfOpenDocument(ZipArchiveEntry type)
    {
        var text = new char[100];
        using var reader = new StreamReader(type.Open());
        return new string(text, 0, reader.ReadBlock(text)) switch
        {
            OpenDocument + "text" => new FileKind(OpenDocument + "text", ".odt"),
            OpenDocument + "spreadsheet" => new FileKind(OpenDocument + "spreadsheet", ".ods"),
            OpenDocument + "presentation" => new FileKind(OpenDocument + "presentation", ".odp"),
            _ => null,
        };
    }
}
