using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Monitoring.Data;

namespace Monitoring.Web.Installation;

/// <summary>What the settings came to.</summary>
/// <param name="Demo">Are invented people and illustrative values loaded and shown?</param>
/// <param name="DataDirectory">Absolute.</param>
public sealed record Installation(bool Demo, string DataDirectory);

public static class InstallationSetup
{
    /// <summary>Reads the settings, refuses what cannot be, and registers the database.</summary>
    public static void AddInstallation(this WebApplicationBuilder builder)
    {
        var settings = Read(builder.Configuration.GetSection("Monitoring"));
        var demo = settings.Demo ?? builder.Environment.IsDevelopment();
        if (demo && builder.Environment.IsProduction())
            throw new InstallationException("Monitoring__Demo is true in Production. The demo's passwords are public: set it to false.");

        var folder = Path.GetFullPath(settings.DataDirectory, builder.Environment.ContentRootPath);
        CreateFolder(folder);
        builder.Services.AddSingleton(new Installation(demo, folder));
        var database = Choose(settings, builder.Configuration.GetConnectionString("Monitoring"), folder);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<ChangeFeed>();
        builder.Services.AddSingleton(new SchemaAccount(
            builder.Configuration.GetConnectionString("MonitoringSchema") is { Length: > 0 } schema && database.Engine != "SQLite" ? Database.SqlServer(schema) : database));
        builder.Services.AddDataProtection().SetApplicationName("Monitoring").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
    }

    private static InstallationSettings Read(IConfigurationSection section)
    {
        try
        {
            return section.Get<InstallationSettings>() ?? new InstallationSettings();
        }
        catch (InvalidOperationException e)
        {
            throw new InstallationException($"{e.Message} In the environment a colon is written __, as in Monitoring__Demo.", e);
        }
    }

    private static Database Choose(InstallationSettings settings, string? connection, string folder) =>
        settings.Database.ToLower(CultureInfo.InvariantCulture) switch
        {
            "sqlite" => Database.Sqlite(Path.Combine(folder, "monitoring.db")),
            "sqlserver" when !string.IsNullOrWhiteSpace(connection) => Database.SqlServer(connection),
            "sqlserver" => throw new InstallationException("Monitoring__Database is sqlserver, but ConnectionStrings__Monitoring is not set."),
            var other => throw new InstallationException($"Monitoring__Database is '{other}'. It is sqlite or sqlserver."),
        };

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The data folder {folder} cannot be made: {e.Message} Set Monitoring__DataDirectory to one that this account may write.", e);
        }
    }
}
