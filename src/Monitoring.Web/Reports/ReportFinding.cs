namespace Monitoring.Web.Reports;

/// <summary>What a look over the report finds. The first four stop it.</summary>
public enum FindingKind
{
    /// <summary>There is nothing to report.</summary>
    NoInitiatives,
    /// <summary>An initiative that runs says neither on track nor delayed nor blocked.</summary>
    OutlookMissing,
    /// <summary>A value counts as reported and holds none.</summary>
    ValueMissing,
    /// <summary>A part that is larger than its whole.</summary>
    PartLargerThanWhole,
    /// <summary>A next step is past its date and still open.</summary>
    StepsOverdue,
    /// <summary>An initiative without any result.</summary>
    NoResults,
    /// <summary>A value that is far from the one before it.</summary>
    FarFromBefore,
    /// <summary>A commitment without a status.</summary>
    CommitmentStatusMissing,
    /// <summary>More was disbursed than committed.</summary>
    DisbursedOverCommitted,
    /// <summary>Values that the demo made up would be accepted as they are marked.</summary>
    Illustrative,
    /// <summary>A text counts so few persons that somebody could be recognised.</summary>
    FewPersonsInText,
}

/// <summary>One finding: what it is about and where it is mended.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Label">What a person calls the row.</param>
/// <param name="Path">Within the country's workspace.</param>
/// <param name="Values">For the words.</param>
public sealed record ReportFinding(FindingKind Kind, string Label, string Path, params object[] Values)
{
    public bool Blocks => Kind is FindingKind.NoInitiatives or FindingKind.OutlookMissing or FindingKind.ValueMissing or FindingKind.PartLargerThanWhole;
}
