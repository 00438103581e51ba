using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Audit;

/// <summary>How history reads: which fields are shown, which can be brought back, where a line leads.</summary>
public static class HistoryRules
{
    // Keys and places in a list: true, and of no use to a reader.
    private static readonly string[] Technical =
        ["InitiativeId", "Position", "SearchText", "RetiredAt", "ArchivedAt", "InstitutionId", "CommitmentId", "FileHash", "MediaType", "FileBytes", "PeriodStart", "PeriodEnd", "PartNo", "Subject", "SubjectId", "Field", "EndKind", "EndId"];

    private static readonly string[] OfStatus = ["Stage", "StageNote", "Outlook"];
    private static readonly string[] OfStep = ["Text", "Status", "DueOn", "Responsible", "ResponsiblePerson"];

    // Of a report, what was done says from where to where it went.
    public static bool IsShown(FieldRow field) => !Technical.Contains(field.Field) && field is not { Subject: "CountryReport", Field: "State" };

    /// <summary>The status of an initiative, the fields of a next step, and whatever rooms with a <see cref="Restorer"/> keep.</summary>
    public static bool CanRestore(string subject, string field) => subject switch
    {
        "Initiative" => OfStatus.Contains(field),
        "NextStep" => OfStep.Contains(field),
        "Indicator" or "Measurement" or "Commitment" or "CountryStatement" or "TimelineEvent" or "BudgetLine" or "ChecklistAnswer" or "CommonIndicatorAnswer" or "Translation" or "CountryTranslation" => IsShown(new FieldRow { Field = field }),
        _ => false,
    };

    /// <summary>The initiative that a label belongs to: <c>HN-MAHE</c> of <c>HN-MAHE-N2</c>; null where there is none.</summary>
    public static string? InitiativeOf(string subject, string label) => subject switch
    {
        "Initiative" => label,
        "InitiativeItem" or "InitiativeInstitution" or "Translation" or "FactLink" => label.Split(ItemRow.LabelParting)[0],
        "NextStep" or "Result" when label.LastIndexOf('-') is var cut and > 0 => label[..cut],
        _ => null,
    };

    /// <summary>Where on the fact sheet the subject stands.</summary>
    public static string Anchor(string subject, string label) => subject switch
    {
        "NextStep" => "#step-" + label,
        "Result" => "#result-" + label,
        _ => "",
    };

    /// <summary>Where in the country's workspace the subject is kept; null where a fact sheet holds it, or nothing does.</summary>
    public static string? PlaceOf(string subject, Guid id, string label) => subject switch
    {
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
}
