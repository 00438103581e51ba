namespace Monitoring.Web.Indicators;

/// <summary>One cell of the disaggregation of a period.</summary>
public readonly record struct CellKey(Sex Sex, string AgeBand, string Group)
{
    public const string All = "All";

    /// <summary>The age bands, the total first.</summary>
    public static IReadOnlyList<string> Ages { get; } = [All, "0-4", "5-11", "12-17", "18-59", "60+", "Unknown"];

    /// <summary>Everybody of a population group.</summary>
    public static CellKey TotalOf(string group) => new(Sex.All, All, group);

    public bool IsTotal => this == TotalOf(All);

    /// <summary>Of one cell in one grid, for addresses and forms: <c>Female-2</c>.</summary>
    public string Slug => $"{Sex}-{Ages.ToList().IndexOf(AgeBand)}";
}

/// <summary>What stands in a cell. Not collected and not applicable are states, never the number zero.</summary>
public sealed record CellValue
{
    public ValueState State { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public bool? Reached { get; init; }
    public string? Rung { get; init; }

    public static CellValue Of(MeasurementRow row) => new()
    {
        State = row.State,
        Value = row.Value,
        Numerator = row.Numerator,
        Denominator = row.Denominator,
        Reached = row.Reached,
        Rung = row.Rung,
    };
}

/// <summary>A period of values: as it is written, and its first and last day where it has them.</summary>
public sealed record ReportPeriod(string? Text, DateOnly? Start, DateOnly? End)
{
    /// <summary>In an address; a period that the source does not state has a word of its own.</summary>
    public string Slug => Text ?? NotStated;

    public const string NotStated = "not-stated";
}
