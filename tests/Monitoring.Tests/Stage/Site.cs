using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Monitoring.Tests.Stage;

/// <summary>The whole program in this process, on an embedded database of its own in a folder of its own.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-site-").FullName;

    /// <summary>Everything that the program registered.</summary>
    public IServiceCollection Registered { get; private set; } = new ServiceCollection();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Monitoring:DataDirectory", _folder);
        builder.UseSetting("Monitoring:Demo", "false");
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => Registered = services);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // The base calls this once for each way of disposing.
        if (!disposing || !Directory.Exists(_folder)) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
