using Monitoring.Data;
using Monitoring.Web.Installation;

namespace Monitoring.Web.Seeding;

/// <summary>
/// Loads the 2021 report and, where the demo is switched on, the demo layer. The named exception among the rooms: it writes the tables
/// of all the others, at start, through the doors of a job.
/// </summary>
public static class SeedingRoom
{
    /// <summary>No table is this room's own.</summary>
    public static readonly string[] Owns = [];

    /// <summary>It reads what says that something is loaded already.</summary>
    public static readonly string[] Reads = ["Country", "CountryRole", "FrameworkText", "ReportingCycle", "Person", "AuditLink"];

    public static IServiceCollection AddSeedingRoom(this IServiceCollection services)
    {
        services.AddScoped<LoadReport2021>();
        services.AddScoped<LoadDemo>();
        return services;
    }

    /// <summary>Before the first request, after the schema.</summary>
    /// <exception cref="InstallationException">The demo is off and the database holds it.</exception>
    public static async Task SeedAsync(this WebApplication app, CancellationToken ct = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var demo = services.GetRequiredService<Installation.Installation>().Demo;
        if (!demo) await RefuseDemoAsync(services.GetRequiredService<Gate>(), ct);
        await services.GetRequiredService<LoadReport2021>().RunAsync(ct);
        if (demo) await services.GetRequiredService<LoadDemo>().RunAsync(ct);
    }

    // Their password is in the program: switched off means that they are not there, not that nobody mentions them.
    private static async Task RefuseDemoAsync(Gate gate, CancellationToken ct)
    {
        if (await DemoPeopleRows.AreThereAsync(gate.ForJob(JobName.Load), ct))
            throw new InstallationException("The demo is switched off, but this database holds its people, whose password is public, and its invented "
                + "values. Start with another database: set Monitoring__DataDirectory, or ConnectionStrings__Monitoring for SQL Server.");
    }
}
