using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitoring.Web.Shared;

/// <summary>The two ways in which people write numbers: <c>1,234.56</c> and <c>1.234,56</c>.</summary>
public enum NumberNotation { Point, Comma }

/// <summary>
/// A text as a number. Exactly one of: nothing was written, a <see cref="Value"/>, or a <see cref="Problem"/> (a key of the texts) that
/// says what to do. With <see cref="Choices"/> the text may mean other numbers than the one it reads as, and only the person knows which.
/// </summary>
public sealed record NumberReading(decimal? Value = null, string? Problem = null, IReadOnlyList<decimal>? Choices = null, int Decimals = 0)
{
    /// <summary>Nothing was written: that is no zero.</summary>
    public static NumberReading Nothing { get; } = new();
}

/// <summary>Numbers as people write them.</summary>
public static partial class NumberRules
{
    /// <summary>The columns are decimal(19,4).</summary>
    public const int WholeDigits = 15, MostDecimals = 4;

    private static readonly string[] Signs = ["-", "+", "\u2212", "\u2013", "\u2010", "\u2011", "\uFE63", "\uFF0D", "\uFF0B"];

    /// <summary>How a culture writes numbers.</summary>
    public static NumberNotation NotationOf(CultureInfo culture) =>
        culture.NumberFormat.NumberDecimalSeparator == "," ? NumberNotation.Comma : NumberNotation.Point;

    /// <summary>
    /// Reads <paramref name="text"/> as its reader writes. What is a number in one of the two notations only is that number; what is two
    /// different numbers and would be a fraction to the reader (<c>1.234</c> where the point is the decimal sign) is asked, never guessed.
    /// </summary>
    /// <param name="text">As typed or pasted; blanks around it do not count.</param>
    /// <param name="notation">Of the reader.</param>
    /// <param name="decimals">How many decimals the field takes: 0 for what is counted.</param>
    /// <param name="certain">The person has said that this is the notation: nothing is asked any more.</param>
    public static NumberReading Read(string? text, NumberNotation notation, int decimals = MostDecimals, bool certain = false)
    {
        var written = text?.Trim() ?? "";
        if (written.Length == 0) return NumberReading.Nothing;
        if (written.AsSpan().IndexOfAny("%\u2030\u066A\uFF05") >= 0) return new(Problem: "NumberPercent");
        if (written.Any(char.IsWhiteSpace)) return new(Problem: "NumberSpaces");
        if (Signs.Any(s => written.StartsWith(s, StringComparison.Ordinal) || written.EndsWith(s, StringComparison.Ordinal))) return new(Problem: "NumberSign");
        if (written.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ','))) return new(Problem: "NumberOnlyDigits");
        var mine = Parts(written, notation);
        var others = Parts(written, notation is NumberNotation.Point ? NumberNotation.Comma : NumberNotation.Point);
        if (mine is { } a && others is { } b && a != b && a.Fraction.Length > 0 && !certain)
            return Asked(Value(b, decimals), Value(a, decimals), decimals);
        return (mine ?? (certain ? null : others)) is { } parts ? Value(parts, decimals) : new(Problem: "NumberUnreadable");
    }

    /// <summary>As it is written into a field: no thousands, the reader's decimal sign.</summary>
    public static string Write(decimal? value, NumberNotation notation) => value is not { } number ? ""
        : number.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', notation is NumberNotation.Comma ? ',' : '.');

    // Where the field takes only one of the two, that one is offered, and the text says why the reader's own is none.
    private static NumberReading Asked(NumberReading thousands, NumberReading fraction, int decimals) => (thousands.Value, fraction.Value) switch
    {
        ({ } a, { } b) => new(Problem: "NumberAsked", Choices: [a, b]),
        ({ } a, null) => new(Problem: decimals == 0 ? "NumberAskedWhole" : "NumberAskedDecimals", Choices: [a], Decimals: decimals),
        _ => fraction,
    };

    private static NumberReading Value((string Whole, string Fraction) parts, int decimals)
    {
        var whole = parts.Whole.TrimStart('0');
        var fraction = parts.Fraction.TrimEnd('0');
        if (whole.Length > WholeDigits) return new(Problem: "NumberTooLarge");
        if (fraction.Length > decimals) return new(Problem: decimals == 0 ? "NumberWhole" : "NumberDecimals", Decimals: decimals);
        return new(decimal.Parse($"{whole.PadLeft(1, '0')}{(fraction.Length > 0 ? "." : "")}{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
    }

    // Thousands stand in groups of three or not at all; a group does not begin with a zero.
    private static (string Whole, string Fraction)? Parts(string text, NumberNotation notation)
    {
        var match = (notation is NumberNotation.Point ? PointForm() : CommaForm()).Match(text);
        return match.Success
            ? (match.Groups["whole"].Value.Replace(notation is NumberNotation.Point ? "," : ".", "", StringComparison.Ordinal), match.Groups["fraction"].Value)
            : null;
    }

    [GeneratedRegex(@"^(?<whole>[0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.(?<fraction>[0-9]+))?\z")]
    private static partial Regex PointForm();

    [GeneratedRegex(@"^(?<whole>[0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)(,(?<fraction>[0-9]+))?\z")]
    private static partial Regex CommaForm();
}
