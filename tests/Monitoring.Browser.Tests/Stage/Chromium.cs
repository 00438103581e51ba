namespace Monitoring.Browser.Tests.Stage;

/// <summary>
/// One browser a run: the one of <c>MONITORING_CHROMIUM</c>, else one that is installed, else Playwright's own where its download can be
/// reached. Without any, tests are skipped with the reason, or fail where <c>CI=true</c>.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    // A container runs as root and has a small /dev/shm; nothing of the browser's own may call home.
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--no-first-run",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _missing;

    public async ValueTask InitializeAsync()
    {
        try
        {
            var path = InstalledBrowser.Find();
            if (path is null && !InstallOwn())
            {
                _missing = $"No Chromium, Chrome or Edge is installed, {InstalledBrowser.Variable} is not set, "
                    + "and Playwright's own browser cannot be downloaded here.";
                return;
            }
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Switches });
        }
        catch (Exception e) when (e is PlaywrightException or FileNotFoundException)
        {
            _missing = $"The browser does not start: {e.Message}";
        }
    }

    /// <summary>A fresh profile, with the choices of one reader.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        if (_browser is not null) return await _browser.NewContextAsync(options);
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(_missing!);
        Assert.Skip(_missing!);
        throw new InvalidOperationException(_missing);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static bool InstallOwn()
    {
        // Without a connection the installer would try for minutes.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000");
        return Microsoft.Playwright.Program.Main(["install", "chromium-headless-shell"]) == 0;
    }
}
