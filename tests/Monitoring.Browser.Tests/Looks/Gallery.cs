namespace Monitoring.Browser.Tests.Looks;

/// <summary>One app, and one signed-in browser for each reader and language, for all the pages that are looked at.</summary>
public sealed class Gallery(Chromium browser) : IAsyncLifetime
{
    private readonly RunningApp _app = new();
    private readonly Dictionary<(string? Person, string Language), Reader> _readers = [];

    public async Task<Reader> ReaderAsync(string? person, string language)
    {
        if (_readers.TryGetValue((person, language), out var known)) return known;
        var reader = await Reader.OpenAsync(browser, _app, language, ColorScheme.Light, 1280, 900);
        if (person is not null) await reader.SignInAsync(person);
        _readers[(person, language)] = reader;
        return reader;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers.Values) await reader.CloseAsync();
        await _app.DisposeAsync();
    }
}
