using Monitoring.Data;
using Monitoring.Web.Reports;
using Monitoring.Web.Seeding;

namespace Monitoring.Web.Installation;

/// <summary>The database as the account sees it that may change the schema; the program's own unless it was given another.</summary>
public sealed record SchemaAccount(Database Database);

/// <summary>Before the first request: the schema, then what the rooms load.</summary>
public static class PrepareInstallation
{
    /// <summary>Migrates and loads.</summary>
    /// <exception cref="InstallationException">With what to do.</exception>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken ct = default)
    {
        await app.MigrateAsync(ct);
        await UsableAsync(app.Services.GetRequiredService<Database>(), async () =>
        {
            await app.SeedAsync(ct);
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RecomputeTotals>().FillAsync(ct);
            return true;
        });
    }

    /// <summary>Brings the schema to that of this program; the files that were applied. All there is to the command <c>migrate</c>.</summary>
    /// <exception cref="InstallationException">With what to do.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(this WebApplication app, CancellationToken ct = default)
    {
        var database = app.Services.GetRequiredService<SchemaAccount>().Database;
        try
        {
            return await UsableAsync(database, () => new Migrator(database).MigrateAsync(app.Services.GetRequiredService<TimeProvider>(), ct));
        }
        catch (MigrationRefusedException e)
        {
            throw new InstallationException(e.Message, e);
        }
    }

    /// <summary>Says what to do about a database that does not answer.</summary>
    internal static async Task<T> UsableAsync<T>(Database database, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DatabaseUnavailableException e)
        {
            throw new InstallationException($"The {database.Engine} database cannot be used: {e.InnerException?.Message} "
                + "Check that it is there, that this account may write it and that no other program holds it.", e);
        }
    }
}
