namespace Monitoring.Web.NextSteps;

/// <summary>What comes next, by when, by whom.</summary>
public static class NextStepsRoom
{
    /// <summary>The table, and its name in history.</summary>
    public const string NextStep = "NextStep";

    public static readonly string[] Owns = [NextStep];
    public static readonly string[] Reads = ["Initiative", "Institution", "FieldChange", "AuditLink"];

    public static IServiceCollection AddNextStepsRoom(this IServiceCollection services) => services
        .AddScoped<ListNextSteps>()
        .AddScoped<ReadStepCalendar>()
        .AddScoped<AddNextStep>()
        .AddScoped<SaveNextStep>()
        .AddScoped<RetireNextStep>()
        .AddScoped<MoveNextStep>()
        .AddScoped<NextStepEdits>();
}
