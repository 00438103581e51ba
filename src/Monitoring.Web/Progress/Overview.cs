using Monitoring.Data;
using Monitoring.Web.Countries;
using Monitoring.Web.Figures;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Progress;

/// <summary>The first page of progress: rows as published, and the counts that follow from them.</summary>
public sealed record Overview
{
    public const int MostBars = 24;

    public required Scope Scope { get; init; }
    public required IReadOnlyList<PublishedSnapshot> Snapshots { get; init; }
    public required IReadOnlyList<Axis> Axes { get; init; }
    public required IReadOnlyList<RoleInGroup> Roles { get; init; }
    public required IReadOnlyList<SheetCount> Counts { get; init; }
    public required IReadOnlyList<StatementCount> Statements { get; init; }

    /// <summary>Empty when there are more than <see cref="MostBars"/>.</summary>
    public required IReadOnlyList<PublishedSheet> Sheets { get; init; }

    /// <summary>As they are defined now, without those that nobody is asked any more.</summary>
    public IReadOnlyList<CommonDefinition> CommonIndicators => [.. Versions.Where(v => v.VersionNo == v.CurrentVersion && v.RetiredAt is null)];

    /// <summary>Every version of every common indicator, in the secretariat's order.</summary>
    public required IReadOnlyList<CommonDefinition> Versions { get; init; }
    public required IReadOnlyList<CommonAnswer> Answers { get; init; }

    /// <summary>Of names of national indicators.</summary>
    public required AcceptedTexts Texts { get; init; }

    /// <summary>The newest figures of indicators that their countries have mapped to a common one.</summary>
    public required IReadOnlyList<PublishedFigure> Mapped { get; init; }
    public required IReadOnlyList<PublishedFigure> Figures { get; init; }
    public required IReadOnlyList<NationalStep> NationalSteps { get; init; }
    public required IReadOnlyList<PublishedBudgetLine> Budget { get; init; }
    public required IReadOnlyList<SourceGap> Gaps { get; init; }

    /// <summary>The newest cycle that anybody has published.</summary>
    public string? CycleCode => Snapshots.Max(s => s.CycleCode);

    public DateTime? PublishedAt => Snapshots.Count == 0 ? null : Snapshots.Max(s => s.PublishedAt);

    /// <summary>The published countries that are shown.</summary>
    public IReadOnlyList<PublishedSnapshot> Shown => [.. Snapshots.Where(s => Scope.Covers(s.Country)).OrderBy(s => s.Name, Reading.Order)];

    public int Initiatives => Counts.Sum(c => c.Initiatives);
    public long Results => Counts.Sum(c => c.Results);
    public long DistinctResults => Counts.Sum(c => c.DistinctResults);
    public int WithResults => Counts.Sum(c => c.WithResults);
    public int WithAmounts => Counts.Sum(c => c.WithAmounts);
    public int StatementsInAll => Statements.Sum(s => s.Statements);

    /// <summary>Members of the group in the year of the cycle: the denominator of "how many countries".</summary>
    public IReadOnlyList<CountryCode> Members => [.. RolesInYear(CountryRoleKind.Member).Select(r => r.Country)];

    public int MembersPublished => Snapshots.Count(s => Members.Contains(s.Country));

    /// <summary>Countries that are in the group and have published nothing, with their part in it.</summary>
    public IReadOnlyList<RoleInGroup> Silent =>
        [.. Roles.Where(r => r.RoleYear == Year && Snapshots.All(s => s.Country != r.Country)).OrderBy(r => r.Name, Reading.Order)];

    public IReadOnlyList<CountryRoleKind> RolesOf(CountryCode country) =>
        [.. Roles.Where(r => r.Country == country && r.RoleYear == Year).Select(r => r.Role).Order()];

    public CountryCounts Of(CountryCode country) => new(
        [.. Counts.Where(c => c.Country == country)],
        Statements.Where(s => s.Country == country).Sum(s => s.Statements));

    private int Year => Reading.YearOf(CycleCode);

    private IEnumerable<RoleInGroup> RolesInYear(CountryRoleKind role) => Roles.Where(r => r.RoleYear == Year && r.Role == role);
}

/// <summary>The counts of one country.</summary>
public sealed record CountryCounts(IReadOnlyList<SheetCount> Counts, int Statements)
{
    public int Initiatives => Counts.Sum(c => c.Initiatives);
    public long Results => Counts.Sum(c => c.Results);
    public long DistinctResults => Counts.Sum(c => c.DistinctResults);

    public int InStage(Stage stage) => Counts.Where(c => c.Stage == stage).Sum(c => c.Initiatives);

    /// <summary>How many initiatives fill each part of the sheet that donors ask about.</summary>
    public int With(SheetPart part) => Counts.Sum(c => part switch
    {
        SheetPart.Results => c.WithResults,
        SheetPart.NextSteps => c.WithNextSteps,
        SheetPart.Figures => c.WithFigures,
        SheetPart.Challenges => c.WithChallenges,
        SheetPart.ImprovementNeeds => c.WithImprovementNeeds,
        SheetPart.Amounts => c.WithAmounts,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    });
}

/// <summary>Parts of a fact sheet whose completeness is shown.</summary>
public enum SheetPart { Results, Figures, NextSteps, Challenges, ImprovementNeeds, Amounts }
