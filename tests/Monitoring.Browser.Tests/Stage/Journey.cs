namespace Monitoring.Browser.Tests.Stage;

/// <summary>A journey through one running app. At its end no browser may have complained.</summary>
public abstract class Journey(Chromium browser, RunningApp app) : IClassFixture<RunningApp>, IAsyncLifetime
{
    private readonly List<Reader> _readers = [];

    /// <summary>Somebody at a browser of their own, not signed in.</summary>
    protected async Task<Reader> SomebodyAsync(string language = "en", ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 900)
    {
        var reader = await Reader.OpenAsync(browser, app, language, scheme, width, height);
        _readers.Add(reader);
        return reader;
    }

    /// <summary>One of the demo's people, signed in: <c>focal.hnd</c>.</summary>
    protected async Task<Reader> SignedInAsync(string name, string language = "en")
    {
        var reader = await SomebodyAsync(language);
        await reader.SignInAsync(name);
        return reader;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers) await reader.CloseAsync();
        GC.SuppressFinalize(this);
        _readers.SelectMany(r => r.Troubles).ShouldBeEmpty();
    }
}
