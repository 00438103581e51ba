using System.Text.RegularExpressions;
using Monitoring.Data;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Commitments;

/// <summary>What is true about commitments.</summary>
public static partial class CommitmentRules
{
    public const int Code = 30, Statement = 2000, Area = 30, Instrument = 400, StatusNote = 1000;

    /// <summary>A commitment that ends without being kept says why.</summary>
    public static bool NeedsReason(CommitmentStatus status) => status is CommitmentStatus.NotFulfilled or CommitmentStatus.Withdrawn;

    /// <summary>Is it past its date and still open?</summary>
    public static bool IsOverdue(CommitmentStatus status, DateOnly? targetOn, DateOnly today) =>
        targetOn < today && status is (CommitmentStatus.NotReported or CommitmentStatus.NotStarted or CommitmentStatus.UnderWay);

    public static Problem? Problem(CommitmentDraft draft) =>
        TextRules.Problem(nameof(draft.Code), draft.Code, Code, isRequired: true)
        ?? (CodeForm().IsMatch(draft.Code) ? null : new Problem(nameof(draft.Code), "CodeForm"))
        ?? TextRules.Problem(nameof(draft.Statement), draft.Statement, Statement, isRequired: true)
        ?? TranslationRules.LanguageProblem(nameof(draft.ContentLanguage), draft.ContentLanguage)
        ?? TextRules.Problem(nameof(draft.Area), draft.Area, Area)
        ?? TextRules.Problem(nameof(draft.Instrument), draft.Instrument, Instrument)
        ?? (Enum.IsDefined(draft.Status) ? null : new Problem(nameof(draft.Status), "Required"))
        ?? TextRules.Problem(nameof(draft.StatusNote), draft.StatusNote, StatusNote)
        ?? (NeedsReason(draft.Status) && string.IsNullOrWhiteSpace(draft.StatusNote) ? new Problem(nameof(draft.StatusNote), "ReasonNeeded") : null);

    [GeneratedRegex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\\z")]
    private static partial Regex CodeForm();
}
