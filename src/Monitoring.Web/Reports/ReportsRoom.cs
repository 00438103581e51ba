namespace Monitoring.Web.Reports;

/// <summary>Reporting cycles, a country's report of each, and what acceptance froze.</summary>
public static class ReportsRoom
{
    public static readonly string[] Owns =
    [
        "ReportingCycle", "CycleChange", "CountryReport", "ReportSetting", "ReportExtension", "ReportReopening", "Holiday", "WaitingThreshold", "Snapshot", "FrozenInitiative", "FrozenInstitution", "FrozenItem", "FrozenNextStep", "FrozenResult", "FrozenMeasurement",
        "FrozenStep", "FrozenCommonAnswer", "FrozenChecklistAnswer", "FrozenStatement", "FrozenTimelineEvent", "FrozenCommitment", "FrozenBudgetLine", "FrozenValueMark", "FrozenTotal", "FrozenTranslation", "FrozenCountryTranslation",
    ];

    /// <summary>Everything that a report freezes.</summary>
    public static readonly string[] Reads =
    [
        "Initiative", "InitiativeTopic", "InitiativeInstitution", "Institution", "InitiativeItem", "NextStep", "Result", "Measurement", "Indicator",
        "IndicatorDefinition", "IndicatorStep", "CommonIndicatorAnswer", "ChecklistAnswer", "CountryStatement", "TimelineEvent", "Commitment", "CommitmentInitiative", "BudgetLine",
        "ValueMark", "Translation", "CountryTranslation", "CountryRole", "Country", "AuditLink", "FieldChange", "ThematicAxis",
    ];

    public static IServiceCollection AddReportsRoom(this IServiceCollection services) => services
        .AddScoped<SubmitReport>()
        .AddScoped<RecallReport>()
        .AddScoped<ApproveReport>()
        .AddScoped<ReturnReport>()
        .AddScoped<AcceptReport>()
        .AddScoped<PublishReport>()
        .AddScoped<TakeStep>()
        .AddScoped<ReadReport>()
        .AddScoped<ReadReview>()
        .AddScoped<ReadLock>()
        .AddScoped<RecomputeTotals>()
        .AddHostedService<RecomputeNightly>()
        .AddScoped<DiffWords>()
        .AddScoped<CompareSnapshots>()
        .AddScoped<ReadCycles>()
        .AddScoped<ReadCycleChanges>()
        .AddScoped<OpenCycle>()
        .AddScoped<SaveCycle>()
        .AddScoped<ChangeOwnApproval>()
        .AddScoped<ExtendReport>()
        .AddScoped<KeepHolidays>()
        .AddScoped<ReadWaiting>()
        .AddScoped<ReadRegionWaiting>()
        .AddScoped<SaveThresholds>()
        .AddScoped<AskReopening>()
        .AddScoped<AnswerReopening>()
        .AddScoped<ReopenReport>()
        .AddScoped<CloseReopening>();
}
