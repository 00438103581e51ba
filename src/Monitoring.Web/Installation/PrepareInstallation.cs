using Monitoring.Data;
using Monitoring.Web.Seeding;

namespace Monitoring.Web.Installation;

/// <summary>Before the first request: the schema, then what the rooms load.</summary>
public static class PrepareInstallation
{
    /// <summary>Migrates and loads.</summary>
    /// <exception cref="InstallationException">With what to do.</exception>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken ct = default)
    {
        var database = app.Services.GetRequiredService<Database>();
        try
        {
            await new Migrator(database).MigrateAsync(app.Services.GetRequiredService<TimeProvider>(), ct);
            await app.SeedAsync(ct);
        }
        catch (MigrationRefusedException e)
        {
            throw new InstallationException(e.Message, e);
        }
        catch (DatabaseUnavailableException e)
        {
            throw new InstallationException($"The {database.Engine} database cannot be used: {e.InnerException?.Message} "
                + "Check that it is there, that this account may write it and that no other program holds it.", e);
        }
    }
}
