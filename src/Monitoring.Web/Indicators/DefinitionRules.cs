using System.Text.RegularExpressions;
using Monitoring.Data;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Indicators;

/// <summary>What is true about definitions.</summary>
public static partial class DefinitionRules
{
    public const int Code = 30, Name = 400, Unit = 100, Population = 200, Funder = 100, TargetPeriod = 100, Note = 1000, Step = 200, Steps = 2000;

    public static Problem? Problem(DefinitionDraft draft) =>
        TextRules.Problem(nameof(draft.Name), draft.Name, Name, isRequired: true)
        ?? TranslationRules.LanguageProblem(nameof(draft.ContentLanguage), draft.ContentLanguage)
        ?? (Enum.IsDefined(draft.Kind) ? null : new Problem(nameof(draft.Kind), "Required"))
        ?? (Enum.IsDefined(draft.OverlapRule) ? null : new Problem(nameof(draft.OverlapRule), "Required"))
        ?? TextRules.Problem(nameof(draft.Unit), draft.Unit, Unit, isRequired: draft.Kind is IndicatorKind.Count or IndicatorKind.Rate)
        ?? TextRules.Problem(nameof(draft.Population), draft.Population, Population)
        ?? TextRules.Problem(nameof(draft.Funder), draft.Funder, Funder)
        ?? TextRules.Problem(nameof(draft.TargetPeriod), draft.TargetPeriod, TargetPeriod)
        ?? TextRules.Problem(nameof(draft.Note), draft.Note, Note)
        ?? TextRules.Problem(nameof(draft.StepLines), draft.StepLines, Steps, isRequired: draft.Kind is IndicatorKind.Ladder)
        ?? (draft.Steps.FirstOrDefault(s => s.Length > Step) is { } step ? new Problem(nameof(draft.StepLines), "TooLong", step.Length, Step) : null)
        ?? (draft.Steps.Distinct(StringComparer.OrdinalIgnoreCase).Count() == draft.Steps.Count ? null : new Problem(nameof(draft.StepLines), "StepTwice"))
        ?? (draft.Minimum > draft.Maximum ? new Problem(nameof(draft.Maximum), "BoundsCross") : null)
        ?? (draft.Kind is IndicatorKind.Ratio && draft.Maximum > 100 ? new Problem(nameof(draft.Maximum), "PercentBound") : null);

    public static Problem? Problem(IndicatorDraft draft) =>
        TextRules.Problem(nameof(draft.Code), draft.Code, Code, isRequired: true)
        ?? (CodeForm().IsMatch(draft.Code) && !Addresses.Contains(draft.Code, StringComparer.OrdinalIgnoreCase) ? null : new Problem(nameof(draft.Code), "CodeForm"))
        ?? Problem((DefinitionDraft)draft);

    /// <summary>Does the change alter what is counted? Then values of the two versions say different things.</summary>
    public static bool ChangesMeaning(IndicatorRow now, DefinitionDraft draft) =>
        (now.Kind, now.Unit, now.Population, now.OverlapRule, now.StepLines) != (draft.Kind, draft.Unit, draft.Population, draft.OverlapRule, draft.StepLines);

    /// <summary>
    /// The versions that count the same as the current one, and itself: values continue from one to the next. A name, a target, a bound
    /// or a breakdown changes nothing of what was counted.
    /// </summary>
    public static IReadOnlySet<int> Alike(IReadOnlyList<DefinitionRow> versions, int current)
    {
        var now = versions.FirstOrDefault(v => v.DefinitionNo == current);
        return versions.Where(v => v.DefinitionNo == current || (now is not null && Meaning(v) == Meaning(now))).Select(v => v.DefinitionNo).Append(current).ToHashSet();

        static (IndicatorKind, string?, string?, OverlapRule, string?) Meaning(DefinitionRow v) => (v.Kind, v.Unit, v.Population, v.OverlapRule, v.StepLines);
    }

    /// <summary>What counts persons, or cases of them, is usually asked by sex, age and population group; what counts communities or studies is not.</summary>
    public static bool IsUsuallySplit(IndicatorKind kind, string? unit) => MeasurementRules.IsSplit(kind) && unit is not null
        && PersonUnits.Any(u => unit.StartsWith(u, StringComparison.OrdinalIgnoreCase));

    // As 0030 reads them.
    private static readonly string[] PersonUnits = ["person", "people", "individu", "case", "caso"];

    // Pages of their own.
    private static readonly string[] Addresses = ["new", "common"];

    // It stands in an address.
    [GeneratedRegex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\\z")]
    private static partial Regex CodeForm();
}
