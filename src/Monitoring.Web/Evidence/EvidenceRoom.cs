namespace Monitoring.Web.Evidence;

/// <summary>Files and links that show that a result, a step, a value, a rung or a commitment is so.</summary>
public static class EvidenceRoom
{
    /// <summary>The table, and its name in history.</summary>
    public const string Evidence = "Evidence";

    public static readonly string[] Owns = [Evidence];
    public static readonly string[] Reads = ["Result", "NextStep", "Measurement"];

    public static IServiceCollection AddEvidenceRoom(this IServiceCollection services) => services
        .AddScoped<FileStore>()
        .AddScoped<ListEvidence>()
        .AddScoped<AddEvidence>()
        .AddScoped<RetireEvidence>()
        .AddScoped<DownloadEvidence>()
        .AddScoped<SweepFiles>()
        .AddHostedService<SweepNightly>()
        .AddScoped<EvidenceEdits>();

    public static void MapEvidenceRoom(this IEndpointRouteBuilder routes) => DownloadEvidence.Map(routes);
}
