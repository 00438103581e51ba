using System.Globalization;
using Microsoft.Extensions.Localization;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>A cell's text as a value (null: empty), or what is wrong with it.</summary>
public sealed record CellRead(CellValue? Value = null, Problem? Problem = null, IReadOnlyList<decimal>? Choices = null);

/// <summary>Reads and writes the texts of cells for one kind of indicator, in the reader's language.</summary>
public sealed class CellReader(IndicatorKind kind, NumberNotation notation, CellWords words, IReadOnlyDictionary<ValueState, string> states, bool certain = false)
{
    public const string Yes = "yes", No = "no";

    /// <summary>In the language of whoever fills the form in.</summary>
    public static CellReader Of(IndicatorKind kind, IStringLocalizer<IndicatorsTexts> texts, IStringLocalizer<Words> words) =>
        new(kind, NumberRules.NotationOf(CultureInfo.CurrentCulture), new CellWords(texts["Cell.NotCollected"], texts["Cell.NotApplicable"]),
            new[] { ValueState.NotCollected, ValueState.NotApplicable }.ToDictionary(s => s, s => words.For(s)));

    /// <summary>What may stand in a cell instead of a number.</summary>
    public CellWords Words => words;

    /// <summary>The same, once the person has said how numbers are written.</summary>
    public CellReader As(NumberNotation other) => new(kind, other, words, states, certain: true);

    /// <summary>Is it one of those words?</summary>
    public bool IsWord(string text) => words.StateOf(text.Trim(), states) is not null;

    public CellRead Read(CellText text)
    {
        if (text.IsEmpty) return new();
        var (first, second) = (text.First.Trim(), text.Second.Trim());
        if (words.StateOf(first, states) is { } state && (second.Length == 0 || words.StateOf(second, states) == state))
            return new(new CellValue { State = state });
        switch (kind)
        {
            case IndicatorKind.Milestone:
                return first is Yes or No ? new(new CellValue { Reached = first == Yes }) : new(Problem: new Problem(nameof(CellValue.Reached), "Required"));
            case IndicatorKind.Ladder:
                return new(new CellValue { Rung = first });
            case IndicatorKind.Ratio:
                return Ratio(first, second);
            default:
                var read = NumberRules.Read(first, notation, MeasurementRules.Decimals(kind), certain);
                return read.Problem is null ? new(new CellValue { Value = read.Value }) : Refuse(nameof(CellValue.Value), read);
        }
    }

    public CellText Write(CellValue value) => value switch
    {
        { State: not ValueState.Reported } => new(words.Of(value.State)),
        { Reached: { } reached } => new(reached ? Yes : No),
        { Rung: { } rung } => new(rung),
        { Numerator: not null } or { Denominator: not null } => new(NumberRules.Write(value.Numerator, notation), NumberRules.Write(value.Denominator, notation)),
        _ => new(NumberRules.Write(value.Value, notation)),
    };

    private CellRead Ratio(string first, string second)
    {
        var (part, whole) = (NumberRules.Read(first, notation, 0, certain), NumberRules.Read(second, notation, 0, certain));
        if (part.Problem is not null) return Refuse(nameof(CellValue.Numerator), part);
        if (whole.Problem is not null) return Refuse(nameof(CellValue.Denominator), whole);
        return part.Value is null || whole.Value is null
            ? new(Problem: new Problem(part.Value is null ? nameof(CellValue.Numerator) : nameof(CellValue.Denominator), "BothParts"))
            : new(new CellValue { Numerator = part.Value, Denominator = whole.Value });
    }

    // Letters are perhaps a word that was meant: the message names the words that there are.
    private static CellRead Refuse(string field, NumberReading read) => new(
        Problem: new Problem(field, read.Problem == "NumberOnlyDigits" ? "CellWord" : read.Problem!, read.Decimals), Choices: read.Choices);
}
