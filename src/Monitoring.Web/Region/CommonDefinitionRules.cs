using System.Text.RegularExpressions;
using Monitoring.Data;
using Monitoring.Web.Indicators;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region;

/// <summary>What is true about definitions of common indicators.</summary>
public static partial class CommonDefinitionRules
{
    public const int Code = 20, Name = 400, Unit = 100, Population = 200, Note = 1000, Step = 200, Steps = 2000, Reason = 1000;

    public static Problem? Problem(CommonDefinitionDraft draft, string? reason) =>
        (draft.Version > 0 || (CodeForm().IsMatch(draft.Code) && draft.Code.Length <= Code && draft.Code != "NEW") ? null : new Problem(nameof(draft.Code), "CommonCodeForm"))
        ?? TextRules.Problem(nameof(draft.NameEn), draft.NameEn, Name, isRequired: true)
        ?? TextRules.Problem(nameof(draft.NameEs), draft.NameEs, Name, isRequired: true)
        ?? (Enum.IsDefined(draft.Kind) ? null : new Problem(nameof(draft.Kind), "Required"))
        ?? (Enum.IsDefined(draft.OverlapRule) && Fits(draft) ? null : new Problem(nameof(draft.OverlapRule), "OverlapOfKind"))
        ?? TextRules.Problem(nameof(draft.Unit), draft.Unit, Unit)
        ?? TextRules.Problem(nameof(draft.Population), draft.Population, Population)
        ?? TextRules.Problem(nameof(draft.NoteEn), draft.NoteEn, Note)
        ?? TextRules.Problem(nameof(draft.NoteEs), draft.NoteEs, Note)
        ?? TextRules.Problem(nameof(draft.StepLines), draft.StepLines, Steps, isRequired: draft.Kind is IndicatorKind.Ladder)
        ?? (draft.Steps.FirstOrDefault(s => s.Length > Step) is { } step ? new Problem(nameof(draft.StepLines), "TooLong", step.Length, Step) : null)
        ?? (draft.Steps.Distinct(StringComparer.OrdinalIgnoreCase).Count() == draft.Steps.Count ? null : new Problem(nameof(draft.StepLines), "StepTwice"))
        ?? TextRules.Problem(nameof(Edit.Reason), reason, Reason, isRequired: draft.Version > 0);

    // Countries stand on steps, reach milestones; nothing else comes together like that.
    private static bool Fits(CommonDefinitionDraft draft) => draft.Kind switch
    {
        IndicatorKind.Ladder => draft.OverlapRule is OverlapRule.CountriesPerStep,
        IndicatorKind.Milestone => draft.OverlapRule is OverlapRule.Countries,
        IndicatorKind.Ratio => draft.OverlapRule is OverlapRule.SumOfParts or OverlapRule.Unknown or OverlapRule.NotAdded,
        IndicatorKind.Count => draft.OverlapRule is OverlapRule.Disjoint or OverlapRule.Unknown or OverlapRule.NotAdded,
        _ => draft.OverlapRule is OverlapRule.NotAdded,
    };

    /// <summary>The ways in which answers of a kind may come together, the usual one first.</summary>
    public static IReadOnlyList<OverlapRule> Overlaps(IndicatorKind kind) =>
        [.. Enum.GetValues<OverlapRule>().Where(o => Fits(new CommonDefinitionDraft { Kind = kind, OverlapRule = o })).OrderBy(o => o != Figures.CommonRules.UsualOverlap(kind))];

    // It stands in an address and in every sheet.
    [GeneratedRegex("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*\\z")]
    private static partial Regex CodeForm();
}
