using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Audit;

/// <summary>How history reads: which fields are shown, which can be brought back, where a line leads.</summary>
public static class HistoryRules
{
    // Keys and places in a list: true, and of no use to a reader.
    private static readonly string[] Technical = ["InitiativeId", "Position", "SearchText", "RetiredAt", "ArchivedAt", "InstitutionId", "ContentLanguage", "FileHash", "MediaType", "FileBytes"];

    private static readonly string[] OfStatus = ["Stage", "StageNote", "Outlook"];
    private static readonly string[] OfStep = ["Text", "Status", "DueOn", "Responsible"];

    public static bool IsShown(FieldRow field) => !Technical.Contains(field.Field);

    /// <summary>The status of an initiative and the fields of a next step can be brought back from here.</summary>
    public static bool CanRestore(string subject, string field) => subject switch
    {
        "Initiative" => OfStatus.Contains(field),
        "NextStep" => OfStep.Contains(field),
        _ => false,
    };

    /// <summary>The initiative that a label belongs to: <c>HN-MAHE</c> of <c>HN-MAHE-N2</c>; null where there is none.</summary>
    public static string? InitiativeOf(string subject, string label) => subject switch
    {
        "Initiative" => label,
        "InitiativeItem" or "InitiativeInstitution" => label.Split(ItemRow.LabelParting)[0],
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
}
