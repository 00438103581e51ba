using System.Text.RegularExpressions;
using Monitoring.Data;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Initiatives;

/// <summary>What is true about what people write into a fact sheet. Each answers with the first problem, or null.</summary>
public static partial class InitiativeRules
{
    public const int Code = 20, Title = 400, Summary = 4000, StageNote = 400, Coverage = 1000, Length = 200, TargetPopulation = 1000;
    public const int Text = 4000, ReportedBy = 300, PrintedName = 400, Role = 400, Responsible = 300, Detail = 400, FactCode = 30;

    public static Problem? Problem(InitiativeDraft draft) =>
        TextRules.Problem(nameof(draft.Code), draft.Code, Code, isRequired: true)
        ?? (CodeForm().IsMatch(draft.Code) && !draft.Code.Equals("new", StringComparison.OrdinalIgnoreCase) ? null : new Problem(nameof(draft.Code), "CodeForm"))
        ?? TextRules.Problem(nameof(draft.Title), draft.Title, Title, isRequired: true)
        ?? TextRules.Problem(nameof(draft.Summary), draft.Summary, Summary, isRequired: true)
        ?? (draft.AxisCode.Length > 0 ? null : new Problem(nameof(draft.AxisCode), "Required"))
        ?? Known(nameof(draft.Stage), draft.Stage);

    public static Problem? Problem(HeadDraft draft) =>
        TextRules.Problem(nameof(draft.Title), draft.Title, Title, isRequired: true)
        ?? TextRules.Problem(nameof(draft.Summary), draft.Summary, Summary, isRequired: true)
        ?? (TranslationRules.Languages.Contains(draft.ContentLanguage) ? null : new Problem(nameof(draft.ContentLanguage), "Required"));

    public static Problem? Problem(PartyDraft draft) =>
        Known(nameof(draft.Part), draft.Part)
        ?? TextRules.Problem(nameof(draft.PrintedName), draft.PrintedName, PrintedName, isRequired: true)
        ?? TextRules.Problem(nameof(draft.Role), draft.Role, Role);

    public static Problem? Problem(StatusDraft draft) =>
        Known(nameof(draft.Stage), draft.Stage)
        ?? Known(nameof(draft.Outlook), draft.Outlook)
        ?? TextRules.Problem(nameof(draft.StageNote), draft.StageNote, StageNote)
        ?? (draft.ProgressPercent is < 0 or > 100 ? new Problem(nameof(draft.ProgressPercent), "PercentRange") : null);

    public static Problem? Problem(ScopeDraft draft) =>
        TextRules.Problem(nameof(draft.Coverage), draft.Coverage, Coverage)
        ?? (draft is { StartsOn: { } start, EndsOn: { } end } && end < start ? new Problem(nameof(draft.EndsOn), "EndsBeforeStart") : null)
        ?? TextRules.Problem(nameof(draft.Length), draft.Length, Length)
        ?? TextRules.Problem(nameof(draft.TargetPopulation), draft.TargetPopulation, TargetPopulation);

    public static Problem? Problem(ItemDraft draft) =>
        TextRules.Problem(nameof(draft.Text), draft.Text, Text, isRequired: true)
        ?? Known(nameof(draft.Section), draft.Section)
        ?? TextRules.Problem(nameof(draft.Responsible), draft.Responsible, Responsible)
        ?? (draft.ItemYear is < 1990 or > 2099 ? new Problem(nameof(draft.ItemYear), "YearRange") : null)
        ?? TextRules.Problem(nameof(draft.Detail), draft.Detail, Detail);

    /// <param name="draft">What is reported.</param>
    /// <param name="today">Nothing is reported before it happened.</param>
    public static Problem? Problem(ResultDraft draft, DateOnly today) =>
        TextRules.Problem(nameof(draft.Text), draft.Text, Text, isRequired: true)
        ?? (draft.ReportedOn > today ? new Problem(nameof(draft.ReportedOn), "InTheFuture") : null)
        ?? TextRules.Problem(nameof(draft.ReportedBy), draft.ReportedBy, ReportedBy)
        ?? TextRules.Problem(nameof(draft.DuplicateOf), draft.DuplicateOf, FactCode)
        ?? (draft.Theme is { } theme ? Known(nameof(draft.Theme), theme) : null);

    private static Problem? Known<TEnum>(string field, TEnum value) where TEnum : struct, Enum =>
        Enum.IsDefined(value) ? null : new Problem(field, "Required");

    // It stands in an address: letters, digits and hyphens, as the report prints its codes.
    [GeneratedRegex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
    private static partial Regex CodeForm();
}
