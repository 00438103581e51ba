namespace Monitoring.Web.Reports;

/// <summary>A country's report of each cycle, and what acceptance froze.</summary>
public static class ReportsRoom
{
    public static readonly string[] Owns =
    [
        "CountryReport", "Snapshot", "FrozenInitiative", "FrozenInstitution", "FrozenItem", "FrozenNextStep", "FrozenResult", "FrozenMeasurement",
        "FrozenStep", "FrozenCommonAnswer", "FrozenStatement", "FrozenTimelineEvent", "FrozenCommitment", "FrozenBudgetLine", "FrozenValueMark",
    ];

    /// <summary>Everything that a report freezes.</summary>
    public static readonly string[] Reads =
    [
        "Initiative", "InitiativeTopic", "InitiativeInstitution", "Institution", "InitiativeItem", "NextStep", "Result", "Measurement", "Indicator",
        "IndicatorDefinition", "IndicatorStep", "CommonIndicatorAnswer", "CountryStatement", "TimelineEvent", "Commitment", "CommitmentInitiative", "BudgetLine",
        "ValueMark",
    ];
}
