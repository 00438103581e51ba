using System.Collections.Concurrent;

namespace Monitoring.Browser.Tests.Stage;

/// <summary>One person at one browser. Keeps what the browser complained about, and counts what the person clicked.</summary>
public sealed class Reader
{
    // A page that is not there is an answer that journeys ask for; the browser logs it as an error of its own.
    private const string AnsweredNotFound = "the server responded with a status of 404";

    private readonly RunningApp _app;
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _troubles = new();
    private int _clicks;

    private Reader(RunningApp app, IBrowserContext context, IPage page) => (_app, _context, Page) = (app, context, page);

    public IPage Page { get; }

    /// <summary>Where the app is.</summary>
    public Uri Address => _app.Address;

    /// <summary>Errors on the console, scripts that threw, policies that were violated, answers of 500 and above.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    /// <summary>Presses of mouse or finger since the last time that this was set to 0.</summary>
    public int Clicks
    {
        get => _clicks;
        set => _clicks = value;
    }

    internal static async Task<Reader> OpenAsync(Chromium browser, RunningApp app, string language, ColorScheme scheme, int width, int height)
    {
        var context = await browser.OpenAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        await app.StartAsync();
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var reader = new Reader(app, context, page);
        await reader.WatchAsync();
        return reader;
    }

    /// <summary>Opens an address and waits until its buttons answer.</summary>
    public async Task<IResponse> GoAsync(string path)
    {
        var response = await Page.GotoAsync(new Uri(_app.Address, path).ToString());
        await ReadyAsync();
        return response ?? throw new InvalidOperationException($"No answer from {path}.");
    }

    /// <summary>What the server answers to this person's browser, as text and without a page.</summary>
    public async Task<(int Status, string Body)> AskAsync(string path)
    {
        // A redirect would answer with the page of somebody else.
        var response = await Page.APIRequest.GetAsync(new Uri(_app.Address, path).ToString(), new() { MaxRedirects = 0 });
        return (response.Status, await response.TextAsync());
    }

    /// <summary>
    /// Waits until a page with a circuit answers clicks; prerendered buttons look ready before they are. A static page is ready at once.
    /// </summary>
    public async Task ReadyAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await Page.WaitForFunctionAsync(
            "() => !document.querySelector('script[src*=\"blazor.web\"]') || document.body.hasAttribute('data-interactive')");
    }

    /// <summary>The part of the page under the heading of that name.</summary>
    public ILocator Section(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    /// <summary>What a section states about one of its terms; not a choice that a form offers.</summary>
    public ILocator Stated(string section, string value) => Section(section).GetByRole(AriaRole.Definition).Filter(new() { HasText = value });

    /// <summary>Chooses in a list of choices; counted as two clicks, as it is by mouse.</summary>
    public async Task ChooseAsync(ILocator list, string choice)
    {
        await list.SelectOptionAsync(new SelectOptionValue { Label = choice });
        Interlocked.Add(ref _clicks, 2);
    }

    /// <summary>Signs in with the demo's own button for that person: one click.</summary>
    public async Task SignInAsync(string name)
    {
        await GoAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}@demo\\.example") }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await ReadyAsync();
    }

    /// <summary>The test itself cuts the connection: until it is back the browser says so on its console, and that is no trouble.</summary>
    public bool IsCutOff { get; set; }

    internal Task CloseAsync() => _context.DisposeAsync().AsTask();

    private async Task WatchAsync()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsCutOff && !message.Text.Contains(AnsweredNotFound, StringComparison.Ordinal)) Note($"console: {message.Text}");
        };
        Page.PageError += (_, error) => Note($"script: {error}");
        Page.Response += (_, response) =>
        {
            var isAsset = response.Request.ResourceType is not ("document" or "fetch" or "xhr");
            if (response.Status >= 500 || (isAsset && response.Status >= 400)) Note($"{response.Status}: {response.Url}");
        };
        await Page.ExposeFunctionAsync("aClick", () => Interlocked.Increment(ref _clicks));
        await Page.AddInitScriptAsync("addEventListener('pointerdown', e => { if (e.isTrusted) aClick(); }, true);");
    }

    private void Note(string what) => _troubles.Enqueue($"{what} (on {new Uri(Page.Url).PathAndQuery})");
}
