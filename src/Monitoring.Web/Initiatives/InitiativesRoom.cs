namespace Monitoring.Web.Initiatives;

/// <summary>The unit of the report: an initiative and its fact sheet, section by section.</summary>
public static class InitiativesRoom
{
    /// <summary>Tables, and their names in history.</summary>
    public const string Initiative = "Initiative", Item = "InitiativeItem", Result = "Result", Party = "InitiativeInstitution";

    public static readonly string[] Owns = [Initiative, "InitiativeTopic", Party, Item, Result];
    public static readonly string[] Reads = ["ThematicAxis", "Topic", "Institution", "InstitutionAlias", "NextStep", "BudgetLine", "ValueMark", "Translation", "CountryTranslation", "Commitment", "CommitmentInitiative", "Indicator", "CountryStatement", "TimelineEvent", "ChecklistAnswer", "FieldChange", "AuditLink"];

    public static IServiceCollection AddInitiativesRoom(this IServiceCollection services) => services
        .AddScoped<ListInitiatives>()
        .AddScoped<ReadFactSheet>()
        .AddScoped<AddInitiative>()
        .AddScoped<SaveStatus>()
        .AddScoped<SaveScope>()
        .AddScoped<AddItem>()
        .AddScoped<SaveItem>()
        .AddScoped<RetireItem>()
        .AddScoped<MoveItem>()
        .AddScoped<AddResult>()
        .AddScoped<SaveResult>()
        .AddScoped<RetireResult>()
        .AddScoped<MoveResult>()
        .AddScoped<ExportInitiatives>()
        .AddScoped<SaveHead>()
        .AddScoped<SaveTopics>()
        .AddScoped<ArchiveInitiative>()
        .AddScoped<SaveParty>()
        .AddScoped<RetireParty>()
        .AddScoped<MoveParty>()
        .AddScoped<HeadEdits>()
        .AddScoped<PartyEdits>()
        .AddScoped<ItemEdits>()
        .AddScoped<ResultEdits>();

    public static void MapInitiativesRoom(this IEndpointRouteBuilder routes) => ExportInitiatives.Map(routes);
}
