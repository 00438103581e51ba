using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Audit;

/// <summary>How history reads: which fields are shown, which can be brought back, where a line leads.</summary>
public static class HistoryRules
{
    // Keys and places in a list: true, and of no use to a reader.
    private static readonly string[] Technical =
        ["InitiativeId", "Position", "SearchText", "RetiredAt", "ArchivedAt", "InstitutionId", "CommitmentId", "FileHash", "MediaType", "FileBytes", "PeriodStart", "PeriodEnd", "PartNo", "Subject", "SubjectId", "Field", "EndKind", "EndId"];

    // Of a report, what was done says from where to where it went.
    public static bool IsShown(FieldRow field) => !Technical.Contains(field.Field) && field is not { Subject: "CountryReport", Field: "State" };

    /// <summary>Whatever rooms with a <see cref="Restorer"/> keep; the code of a row, its topics and its language have no form that takes them back.</summary>
    public static bool CanRestore(string subject, string field) => subject switch
    {
        "Initiative" => field is not ("Code" or "Topics" or "ContentLanguage") && IsShown(new FieldRow { Field = field }),
        "InitiativeItem" or "InitiativeInstitution" or "Result" or "NextStep" => field != "Code" && IsShown(new FieldRow { Field = field }),
        "Indicator" or "Measurement" or "Commitment" or "CountryStatement" or "TimelineEvent" or "BudgetLine" or "ChecklistAnswer" or "CommonIndicatorAnswer" or "Translation" or "CountryTranslation" => IsShown(new FieldRow { Field = field }),
        _ => false,
    };

    /// <summary>What was taken out and can be brought back from history.</summary>
    public static bool CanBringBack(string subject) =>
        subject is "Initiative" or "InitiativeItem" or "InitiativeInstitution" or "Result" or "NextStep" or "Commitment" or "BudgetLine" or "CountryStatement" or "TimelineEvent";

    /// <summary>The initiative that a label belongs to: <c>HN-MAHE</c> of <c>HN-MAHE-N2</c>; null where there is none.</summary>
    public static string? InitiativeOf(string subject, string label) => subject switch
    {
        "Initiative" => label,
        "InitiativeItem" or "InitiativeInstitution" or "Translation" or "FactLink" => label.Split(ItemRow.LabelParting)[0],
        "NextStep" or "Result" when label.LastIndexOf('-') is var cut and > 0 => label[..cut],
        _ => null,
    };

    /// <summary>Where in the country's workspace the subject is kept, with the part of the page; null where nothing keeps it.</summary>
    /// <param name="subject">The table.</param>
    /// <param name="id">The row.</param>
    /// <param name="label">What a person calls it.</param>
    /// <param name="field">The first field that was changed, where one was.</param>
    public static string? PlaceOf(string subject, Guid id, string label, string? field = null) => subject switch
    {
        _ when InitiativeOf(subject, label) is { } initiative => $"initiatives/{initiative}{Anchor(subject, id, label, field)}",
        "Indicator" => "indicators/" + label,
        "Measurement" => "indicators/" + label.Split(" · ")[0] + (label.Contains(" · ", StringComparison.Ordinal) ? "?period=" + Uri.EscapeDataString(label.Split(" · ")[1]) : ""),
        "Commitment" => "commitments#commitment-" + label,
        "CountryStatement" => "#statement-" + label,
        "TimelineEvent" => "#event-" + id.ToString("D").ToLowerInvariant(),
        "BudgetLine" => "budget#line-" + id.ToString("D").ToLowerInvariant(),
        "ChecklistAnswer" => "checklists#" + label.Split('.')[0],
        "CountryTranslation" => "translations/country",
        "CommonIndicatorAnswer" => "indicators/common#" + label.Split(' ')[0],
        _ => null,
    };

    private static string Anchor(string subject, Guid id, string label, string? field) => subject switch
    {
        "NextStep" => "#step-" + label,
        "Result" => "#result-" + label,
        "InitiativeInstitution" => "#institutions",
        "InitiativeItem" => $"#item-{id}",
        "Initiative" => field switch
        {
            "Stage" or "StageNote" or "Outlook" or "ProgressPercent" => "#status",
            "Coverage" or "Length" or "StartsOn" or "EndsOn" or "PhasesDeclared" => "#scope",
            "TargetPopulation" => "#target",
            _ => "#summary",
        },
        _ => "",
    };
}
