using Monitoring.Data;
using Monitoring.Web.Indicators;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Figures;

/// <summary>The period of a figure: as it was printed, and as dates where it is whole. Nothing stated means "up to the report".</summary>
public sealed record Period(string? Text = null, DateOnly? Start = null, DateOnly? End = null)
{
    public static readonly Period NotStated = new();

    /// <summary>The same period, in dates or in words. Two that state nothing are both "up to the report".</summary>
    public bool IsSameAs(Period other) =>
        Start is not null && End is not null && other.Start is not null && other.End is not null
            ? Start == other.Start && End == other.End
            : string.Equals(Text?.Trim(), other.Text?.Trim(), StringComparison.OrdinalIgnoreCase) && Start == other.Start && End == other.End;

    public override string ToString() => Text ?? (Start, End) switch
    {
        (null, null) => "–",
        var (start, end) when start == end => $"{start:yyyy-MM-dd}",
        var (start, end) => $"{start:yyyy-MM-dd} – {end:yyyy-MM-dd}",
    };
}

/// <summary>
/// One figure of one country as it was reported, with all that decides what it may be added to. Nothing here is computed: what is
/// computed from figures is an <see cref="Aggregate"/>.
/// </summary>
public sealed record Figure
{
    public required CountryCode Country { get; init; }

    /// <summary>Code of the indicator (<c>HN-MAHE-I2</c>) or of the common indicator (<c>RC3</c>).</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>In which language the name is written; null: of a common indicator, or not known.</summary>
    public string? ContentLanguage { get; init; }

    /// <summary>The name as its reader is shown it; null: as it is written.</summary>
    public Narrative? Said { get; init; }

    /// <summary>The note in the same way.</summary>
    public Narrative? SaidNote { get; init; }

    public Narrative Shown => Said ?? new Narrative(Name, ContentLanguage ?? "en");

    public Narrative? ShownNote => SaidNote ?? (Note is null ? null : new Narrative(Note, ContentLanguage ?? "en"));

    public required IndicatorKind Kind { get; init; }

    public required OverlapRule Overlap { get; init; }

    /// <summary>Code of the initiative that delivers what is counted; figures of one initiative are of one service.</summary>
    public string? Initiative { get; init; }

    /// <summary>What is counted: cases, persons, families.</summary>
    public string? Unit { get; init; }

    /// <summary>Whom it is counted among: three relocated families and seven with a venture are two populations.</summary>
    public string? Population { get; init; }

    /// <summary>Version of the indicator's definition.</summary>
    public int DefinitionNo { get; init; } = 1;

    public Period Period { get; init; } = Period.NotStated;

    public string? Funder { get; init; }

    public ValueState State { get; init; } = ValueState.Reported;

    public decimal? Value { get; init; }

    /// <summary>Parts of a ratio.</summary>
    public decimal? Numerator { get; init; }

    /// <inheritdoc cref="Numerator"/>
    public decimal? Denominator { get; init; }

    /// <summary>The count once facts printed twice are taken once, where the rule is <see cref="OverlapRule.Distinct"/>.</summary>
    public decimal? DistinctValue { get; init; }

    /// <summary>The value is what is planned, not what was done.</summary>
    public bool IsPlan { get; init; }

    /// <summary>The ratio counts what was reported at all, so a numerator of zero says "nothing reported", not "zero per cent".</summary>
    public bool ZeroIsAbsence { get; init; }

    /// <summary>Where a ladder stands.</summary>
    public string? Rung { get; init; }

    /// <summary>The ladder itself, lowest rung first.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Rungs that the country's law does not have: neither reached nor missed.</summary>
    public IReadOnlyList<string> StepsNotApplicable { get; init; } = [];

    /// <summary>Whether a milestone is reached.</summary>
    public bool? Reached { get; init; }

    /// <summary>Where the source prints the same fact again; only said, the figure itself counts.</summary>
    public string? AlsoReportedIn { get; init; }

    /// <summary>The measurement that it is, for its evidence; null where it is made of others.</summary>
    public Guid? RowId { get; init; }

    /// <summary>Its country has approved it and the region has not accepted it yet: said wherever it stands.</summary>
    public bool IsAwaiting { get; init; }

    /// <summary>Why it may not be added under the definition as it is now: it stands beside the sum and is no part of it.</summary>
    public Reason? SetAside { get; init; }

    /// <summary>Code of the common indicator to which its country has mapped it.</summary>
    public string? Feeds { get; init; }

    /// <summary>Which part of an answer it is, where that holds several units.</summary>
    public int PartNo { get; init; }

    /// <summary>Code of the national indicator that it comes from, where a common indicator is fed by one.</summary>
    public string? FedBy { get; init; }

    /// <summary>Codes of national indicators that would feed the same and are not counted again, joined.</summary>
    public string? AlsoFedBy { get; init; }

    /// <summary>Code of the figure that this one repeats: together they count once.</summary>
    public string? DuplicateOf { get; init; }

    public required Mark Mark { get; init; }

    /// <summary>Of the numerator, where it differs.</summary>
    public Mark? NumeratorMark { get; init; }

    public string? SourceLines { get; init; }

    public string? Note { get; init; }

    /// <summary>No value is there: not the same as zero.</summary>
    public bool IsMissing => State is not ValueState.Reported || Kind switch
    {
        IndicatorKind.Ladder => string.IsNullOrWhiteSpace(Rung),
        IndicatorKind.Milestone => Reached is null,
        IndicatorKind.Ratio => Value is null && !HasParts,
        _ => Counted is null,
    };

    /// <summary>Both parts of the ratio are there.</summary>
    public bool HasParts => Numerator is not null && Denominator is not null;

    /// <summary>What the figure brings into a sum.</summary>
    internal decimal? Counted => Overlap is OverlapRule.Distinct ? DistinctValue ?? Value : Value;

    /// <summary>The weakest mark of what the figure is made of.</summary>
    public Mark Weakest => NumeratorMark is { } numerator && numerator > Mark ? numerator : Mark;
}
