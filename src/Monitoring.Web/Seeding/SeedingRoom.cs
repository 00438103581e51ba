namespace Monitoring.Web.Seeding;

/// <summary>
/// Loads the 2021 report and, where the demo is switched on, the demo layer. The named exception among the rooms: it writes the tables
/// of all the others, at start, through the doors of a job.
/// </summary>
public static class SeedingRoom
{
    /// <summary>No table is this room's own.</summary>
    public static readonly string[] Owns = [];

    /// <summary>Writes every table but sessions, links and the kernel's own.</summary>
    public static readonly string[] Reads = [];

    public static IServiceCollection AddSeedingRoom(this IServiceCollection services) => services.AddScoped<LoadReport2021>();

    /// <summary>Before the first request, after the schema.</summary>
    public static async Task SeedAsync(this WebApplication app, CancellationToken ct = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LoadReport2021>().RunAsync(ct);
    }
}
