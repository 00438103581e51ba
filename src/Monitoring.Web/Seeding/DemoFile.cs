using Monitoring.Data;
using Monitoring.Web.Reports;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Seeding;

/// <summary><c>demo.yaml</c>: invented people and values. A property is a key of the file.</summary>
public sealed record DemoFile
{
    public const string Name = "demo.yaml";

    public required string SignInDomain { get; init; }
    public required IReadOnlyList<DemoPerson> People { get; init; }
    public required IReadOnlyList<DemoSharing> SharingOfDrafts { get; init; }
    public required IReadOnlyList<DemoCycle> Cycles { get; init; }
    public required DemoReports DraftReports { get; init; }
    public required IReadOnlyList<DemoDueDate> DueDates { get; init; }
    public required IReadOnlyList<DemoProgress> ProgressPercent { get; init; }
    public required IReadOnlyList<DemoTranslation> Translations { get; init; }
    public required IReadOnlyList<DemoBudget> Budgets { get; init; }
    public required IReadOnlyList<DemoRate> ExchangeRates { get; init; }
}

public sealed record DemoPerson
{
    public required string SignIn { get; init; }
    public required string Name { get; init; }
    public CountryCode? Country { get; init; }
    public required Role Role { get; init; }
    public IReadOnlyList<string> Initiatives { get; init; } = [];
}

/// <summary>May the region see a country's status facts before national approval?</summary>
public sealed record DemoSharing
{
    public required CountryCode Country { get; init; }
    public required bool Shares { get; init; }
}

public sealed record DemoCycle
{
    public required string Code { get; init; }
    public required DateOnly Starts { get; init; }
    public required DateOnly Ends { get; init; }
    public required CycleState State { get; init; }
}

public sealed record DemoReports
{
    public required string Cycle { get; init; }
    public required IReadOnlyList<CountryCode> Countries { get; init; }
}

/// <summary>Days from the day of loading.</summary>
public sealed record DemoDueDate
{
    public required string Step { get; init; }
    public required int Days { get; init; }
}

public sealed record DemoProgress
{
    public required string Initiative { get; init; }
    public required int Percent { get; init; }
}

/// <summary>Into Spanish. A text that was translated from another wording is out of date from the beginning.</summary>
public sealed record DemoTranslation
{
    /// <summary>Nothing: the fact belongs to the country as a whole.</summary>
    public string? Initiative { get; init; }

    /// <summary>Of what belongs to the country as a whole.</summary>
    public CountryCode? Country { get; init; }

    /// <summary>The code of a result or next step, or of what belongs to the country as a whole; nothing: the initiative itself.</summary>
    public string? Fact { get; init; }
    public required string Field { get; init; }
    public required HowMade Made { get; init; }

    /// <summary>The wording that it says, where that is not the one of the report.</summary>
    public string? Was { get; init; }
    public required string Text { get; init; }
}

/// <summary>Amounts in whole units of the currency; null is not reported.</summary>
public sealed record DemoBudget
{
    public required string Initiative { get; init; }
    public required int Year { get; init; }
    public required string Funder { get; init; }
    public required string Currency { get; init; }
    public long? Required { get; init; }
    public long? National { get; init; }
    public long? Pledged { get; init; }
    public long? Committed { get; init; }
    public long? Disbursed { get; init; }
}

public sealed record DemoRate
{
    public required string Currency { get; init; }
    public required DateOnly On { get; init; }
    public required decimal UsDollars { get; init; }
    public required string Source { get; init; }
}
