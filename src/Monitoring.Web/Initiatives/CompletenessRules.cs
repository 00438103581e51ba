namespace Monitoring.Web.Initiatives;

/// <summary>A part of the fact sheet that every initiative is expected to report, in the sheet's order.</summary>
public enum SheetPart
{
    Outlook, Coverage, Length, InCharge, Partners, TargetPopulation, Objectives, EnablingElements, Challenges, ImprovementNeeds, Results,
    NextSteps, DueDates, Budget,
}

/// <summary>Which parts are there. Missing is missing: nothing here is counted as zero.</summary>
public static class CompletenessRules
{
    /// <summary>How many parts are expected.</summary>
    public static int Expected { get; } = Enum.GetValues<SheetPart>().Length;

    public static IReadOnlyList<SheetPart> Missing(InitiativeFacts facts) => Enum.GetValues<SheetPart>().Where(p => !IsThere(p, facts)).ToList();

    public static int Reported(InitiativeFacts facts) => Expected - Missing(facts).Count;

    /// <summary>Where on the fact sheet the part is filled in.</summary>
    public static string Anchor(SheetPart part) => part switch
    {
        SheetPart.Outlook => "status",
        SheetPart.Coverage or SheetPart.Length => "scope",
        SheetPart.InCharge or SheetPart.Partners => "institutions",
        SheetPart.TargetPopulation => "target",
        SheetPart.Objectives => "objective",
        SheetPart.EnablingElements => "enablingelement",
        SheetPart.Challenges => "challenge",
        SheetPart.ImprovementNeeds => "improvementneed",
        SheetPart.Results => "results",
        SheetPart.NextSteps or SheetPart.DueDates => "steps",
        SheetPart.Budget => "budget",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private static bool IsThere(SheetPart part, InitiativeFacts facts) => part switch
    {
        SheetPart.Outlook => facts.Outlook is not Outlook.NotAssessed,
        SheetPart.Coverage => facts.Coverage is not null,
        SheetPart.Length => facts.Length is not null || facts.StartsOn is not null || facts.EndsOn is not null,
        SheetPart.InCharge => facts.InCharge > 0,
        SheetPart.Partners => facts.Partners > 0,
        SheetPart.TargetPopulation => facts.TargetPopulation is not null,
        SheetPart.Objectives => facts.Objectives > 0,
        SheetPart.EnablingElements => facts.EnablingElements > 0,
        SheetPart.Challenges => facts.Challenges > 0,
        SheetPart.ImprovementNeeds => facts.ImprovementNeeds > 0,
        SheetPart.Results => facts.Results > 0,
        SheetPart.NextSteps => facts.Steps > 0,
        SheetPart.DueDates => facts.StepsUndated == 0,
        SheetPart.Budget => facts.Amounts > 0,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };
}
