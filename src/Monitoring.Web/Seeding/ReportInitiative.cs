using Monitoring.Data;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Seeding;

/// <summary>One fact sheet of the report, its sections in the report's order.</summary>
public sealed record SeedInitiative
{
    public required string Code { get; init; }
    public required CountryCode Country { get; init; }
    public required string Axis { get; init; }
    public required IReadOnlyList<string> Topics { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required Stage Stage { get; init; }
    public required string StageNote { get; init; }
    public required Outlook Outlook { get; init; }
    public required SeedInitiativeMarks Marks { get; init; }
    public required SeedInitiativeNotes MarkNotes { get; init; }
    public required string Src { get; init; }
    public required string Coverage { get; init; }
    public string? Length { get; init; }
    public required IReadOnlyList<SeedPart> InstitutionsInCharge { get; init; }
    public required IReadOnlyList<string> StrategicPartners { get; init; }
    public IReadOnlyList<SeedPart> OtherActors { get; init; } = [];
    public required string TargetPopulation { get; init; }
    public IReadOnlyList<string> TargetCauses { get; init; } = [];
    public IReadOnlyList<string> DifferentiatedGroups { get; init; } = [];
    public IReadOnlyList<SeedCriterion> TargetCriteria { get; init; } = [];
    public required IReadOnlyList<string> Objectives { get; init; }
    public SeedPhases? Phases { get; init; }
    public IReadOnlyList<string> AssistanceComponents { get; init; } = [];
    public IReadOnlyList<SeedComponent> Components { get; init; } = [];
    public IReadOnlyList<SeedJourneyStep> Journey { get; init; } = [];
    public IReadOnlyList<SeedProduct> RelatedProducts { get; init; } = [];
    public string? MandatedBy { get; init; }
    public IReadOnlyList<SeedAction> MandatedActions { get; init; } = [];
    public required IReadOnlyList<string> EnablingElements { get; init; }
    public required IReadOnlyList<string> Challenges { get; init; }
    public required IReadOnlyList<string> ImprovementNeeds { get; init; }
    public required IReadOnlyList<SeedNextStep> NextSteps { get; init; }
    public required IReadOnlyList<SeedResult> Results { get; init; }
    public required IReadOnlyList<SeedBudgetFact> BudgetFacts { get; init; }
}

/// <summary>Fields whose mark differs from the fact sheet's own, which is stated.</summary>
public sealed record SeedInitiativeMarks
{
    public Mark? Stage { get; init; }
    public Mark? Topics { get; init; }
    public Mark? Coverage { get; init; }
    public Mark? ResultThemes { get; init; }
}

/// <summary>Why those marks.</summary>
public sealed record SeedInitiativeNotes
{
    public string? Stage { get; init; }
    public string? Coverage { get; init; }
    public string? ResultThemes { get; init; }
}

public sealed record SeedPart
{
    public required string Name { get; init; }
    public required string Role { get; init; }
    public Mark Mark { get; init; } = Mark.Stated;
    public string? Note { get; init; }
}

public sealed record SeedCriterion
{
    public required string Text { get; init; }
    public Mark Mark { get; init; } = Mark.Stated;
    public string? Note { get; init; }
}

/// <summary>The source may announce more phases than it lists.</summary>
public sealed record SeedPhases
{
    public required int Declared { get; init; }
    public required IReadOnlyList<string> Listed { get; init; }
}

public sealed record SeedComponent
{
    public required string Text { get; init; }
    public string? By { get; init; }
    public SeedComponentMarks? Marks { get; init; }
}

/// <summary>That a text is a component, and not a next step, may be inferred.</summary>
public sealed record SeedComponentMarks
{
    public Mark? Section { get; init; }
}

public sealed record SeedJourneyStep
{
    public required string Step { get; init; }
    public required string By { get; init; }
}

public sealed record SeedProduct
{
    public required string Text { get; init; }
    public required int Year { get; init; }
    public required string By { get; init; }
    public required string DesignLead { get; init; }
}

public sealed record SeedAction
{
    public required string Id { get; init; }
    public required ActionTheme Theme { get; init; }
    public required string Text { get; init; }
}

public sealed record SeedNextStep
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public int? Target { get; init; }
    public string? Note { get; init; }
}

public sealed record SeedResult
{
    public required string Id { get; init; }
    public ActionTheme? Theme { get; init; }
    public string? By { get; init; }
    public Attribution ByBasis { get; init; } = Attribution.None;
    public required string Text { get; init; }
    public string? DuplicateOf { get; init; }
    public DateOnly? Date { get; init; }
}

/// <summary>What the source says about money; it never names an amount.</summary>
public sealed record SeedBudgetFact
{
    public required string Text { get; init; }
    public string? Amount { get; init; }
    public required Mark Status { get; init; }
}
