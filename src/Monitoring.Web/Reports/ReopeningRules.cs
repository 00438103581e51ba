using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>What can be done with a request to reopen.</summary>
public enum ReopeningAction { Withdraw, Grant, Refuse }

/// <summary>When something accepted can be opened again, and what is then frozen.</summary>
public static class ReopeningRules
{
    private static readonly (ReportActor By, ReopeningAction Action, ReopeningState To)[] Answers =
    [
        (ReportActor.Sender, ReopeningAction.Withdraw, ReopeningState.Withdrawn),
        (ReportActor.Lead, ReopeningAction.Grant, ReopeningState.Granted),
        (ReportActor.Lead, ReopeningAction.Refuse, ReopeningState.Refused),
    ];

    /// <summary>Only what was asked and not answered yet can be answered or withdrawn.</summary>
    public static ReopeningState? Next(ReopeningState from, ReportActor by, ReopeningAction action) =>
        from is not ReopeningState.Asked ? null
        : Answers.Where(a => a.By == by && a.Action == action).Select(a => (ReopeningState?)a.To).SingleOrDefault();

    /// <summary>
    /// Can this be asked for, or granted, while the report stands so? What was accepted; an approved report as a whole, which then goes
    /// back; and one more thing while others of an accepted report are open.
    /// </summary>
    public static bool IsPossible(ContentState report, bool isItem, IReadOnlyList<Reopening> all) => report switch
    {
        ContentState.Accepted or ContentState.Published => true,
        ContentState.Approved => !isItem && !IsOpen(all),
        ContentState.Draft => IsOpen(all) && all.All(r => r.State is not ReopeningState.Granted || r.Subject is not null),
        _ => false,
    };

    /// <summary>Is the report open again after an acceptance?</summary>
    public static bool IsOpen(IReadOnlyList<Reopening> all) => all.Any(r => r.State is ReopeningState.Granted && r.BackTo is not null);

    /// <summary>The things that are open alone, or null where the whole report is: then all that lives is frozen.</summary>
    public static IReadOnlyList<Reopening>? Items(IReadOnlyList<Reopening> all) =>
        all.Where(r => r.State is ReopeningState.Granted).ToList() is { Count: > 0 } open && open.All(r => r.Subject is not null) ? open : null;

    /// <summary>A day that is not past, and a reason.</summary>
    public static Problem? Problem(DateOnly? until, string? reason, string field, DateOnly today) =>
        until is null ? new Problem(nameof(Reopening.UntilOn), "Required")
        : until < today ? new Problem(nameof(Reopening.UntilOn), "UntilPast")
        : TextRules.Problem(field, reason, ReportRules.Reason, isRequired: true);

    /// <summary>
    /// Which rows belong to what was opened: an initiative carries its whole fact sheet, a value all its parts of the same period.
    /// </summary>
    public static Func<FrozenRow, bool> Covering(Reopening open, FrozenContent accepted, FrozenContent living) => open.Subject switch
    {
        ReopenedThing.Initiative => row => row switch
        {
            FrozenInitiative r => r.InitiativeId == open.SubjectId,
            FrozenInstitution r => r.InitiativeId == open.SubjectId,
            FrozenItem r => r.InitiativeId == open.SubjectId,
            FrozenNextStep r => r.InitiativeId == open.SubjectId,
            FrozenResult r => r.InitiativeId == open.SubjectId,
            FrozenTranslation r => r.InitiativeId == open.SubjectId,
            _ => false,
        },
        ReopenedThing.Measurement => Values(open, [.. accepted.Of<FrozenMeasurement>(), .. living.Of<FrozenMeasurement>()]),
        ReopenedThing.BudgetLine => row => row is FrozenBudgetLine r && r.BudgetLineId == open.SubjectId,
        _ => _ => false,
    };

    private static Func<FrozenRow, bool> Values(Reopening open, IReadOnlyList<FrozenMeasurement> all)
    {
        var asked = all.Where(m => m.MeasurementId == open.SubjectId).Select(Key).ToHashSet();
        var ids = all.Where(m => asked.Contains(Key(m))).Select(m => m.MeasurementId).ToHashSet();
        return row => row is FrozenMeasurement m ? ids.Contains(m.MeasurementId) : row is FrozenStep s && ids.Contains(s.MeasurementId);
    }

    private static (string, string?, DateOnly?, DateOnly?) Key(FrozenMeasurement m) => (m.IndicatorCode, m.PeriodText, m.PeriodStart, m.PeriodEnd);

    /// <summary>The row's own id, by which marks of its fields are kept; null for rows that have none.</summary>
    public static Guid? IdOf(FrozenRow row) => row switch
    {
        FrozenInitiative r => r.InitiativeId,
        FrozenItem r => r.ItemId,
        FrozenNextStep r => r.NextStepId,
        FrozenResult r => r.ResultId,
        FrozenMeasurement r => r.MeasurementId,
        FrozenBudgetLine r => r.BudgetLineId,
        _ => null,
    };

    /// <summary>What a person calls the thing, as it was accepted; null where the snapshot does not hold it.</summary>
    public static string? LabelOf(FrozenContent accepted, ReopenedThing thing, Guid id) => thing switch
    {
        ReopenedThing.Initiative => accepted.Of<FrozenInitiative>().Where(r => r.InitiativeId == id).Select(r => $"{r.Code} {r.Title}").FirstOrDefault(),
        ReopenedThing.Measurement => accepted.Of<FrozenMeasurement>().Where(r => r.MeasurementId == id).Select(r => $"{r.IndicatorCode} {r.Name} · {r.PeriodText}").FirstOrDefault(),
        _ => accepted.Of<FrozenBudgetLine>().Where(r => r.BudgetLineId == id).Select(r => $"{r.FiscalYear} {r.Funder} ({r.Currency})").FirstOrDefault(),
    };
}
