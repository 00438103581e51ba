using Monitoring.Data;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Checklists;

/// <summary>What is true about answers.</summary>
public static class AnswerRules
{
    public const int Note = 1000;

    /// <summary>The id of the first answer to an item: evidence for it is there before it.</summary>
    public static Guid IdOf(string checklist, int itemNo) => NamedId.Of("ChecklistAnswer", checklist, itemNo);

    /// <param name="draft">The answer.</param>
    /// <param name="today">Nothing is answered for a day that has not come.</param>
    public static Problem? Problem(AnswerDraft draft, DateOnly today) =>
        (draft.Answer is { } answer && Enum.IsDefined(answer) ? null : new Problem(nameof(draft.Answer), "AnswerNeeded"))
        ?? (draft.AnsweredOn > today ? new Problem(nameof(draft.AnsweredOn), "InTheFuture") : null)
        ?? TranslationRules.LanguageProblem(nameof(draft.ContentLanguage), draft.ContentLanguage)
        ?? TextRules.Problem(nameof(draft.Note), draft.Note, Note, isRequired: draft.Answer is ChecklistReply.Partly or ChecklistReply.NotApplicable);
}
