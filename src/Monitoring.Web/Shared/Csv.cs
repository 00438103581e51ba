namespace Monitoring.Web.Shared;

/// <summary>Cells of comma-separated files (RFC 4180).</summary>
public static class Csv
{
    /// <summary>A text that a spreadsheet would run as a formula is kept a text by an apostrophe before it.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
