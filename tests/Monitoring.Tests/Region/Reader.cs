using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Drafts;
using Monitoring.Web.Region;
using Monitoring.Web.Region.Compare;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Region;

/// <summary>The region's rooms as the analyst has them, in one language, and their pages as HTML.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly BunitContext _pages = new();
    private readonly (CultureInfo Culture, CultureInfo Ui) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public Reader(World world, string language = "en", TestPerson? person = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "es-419");
        var gate = world.As(person ?? World.Person(Role.SecretariatAnalyst));
        _pages.Services.AddLogging().AddLocalization().AddSingleton<TimeProvider>(world.Clock).AddScoped(_ => gate).AddSingleton(new ChangeFeed(world.Database, world.Clock)).AddScoped<LastSaves>().AddRegionRoom().AddReportsRoom();
        // Forms keep drafts and move the focus.
        _pages.Services.AddScoped<Caller>().AddDraftsRoom();
        _pages.JSInterop.Mode = JSRuntimeMode.Loose;
        _pages.Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public T Get<T>() where T : notnull => _pages.Services.GetRequiredService<T>();

    public Task<RegionOverview> OverviewAsync() => Get<ReadRegion>().RunAsync(CancellationToken.None);

    public Task<Comparison> CompareAsync(string? countries = "hnd,mex,slv", string? rows = null, string? axis = null, string? cycle = null) =>
        Get<CompareCountries>().RunAsync(countries, rows, axis, cycle, CancellationToken.None);

    public IRenderedComponent<TPage> Render<TPage>(Action<ComponentParameterCollectionBuilder<TPage>> with) where TPage : IComponent => _pages.Render(with);

    public async Task<string> HtmlAsync<TPage>(string address) where TPage : IComponent
    {
        Get<NavigationManager>().NavigateTo(address);
        var page = _pages.Render<TPage>();
        await page.WaitForStateAsync(() => !page.Markup.Contains("class=\"bones\"", StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        return page.Markup;
    }

    public static string AllRows => string.Join(',', Enum.GetValues<Subject>().Select(Selection.Word));

    public async ValueTask DisposeAsync()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
        await _pages.DisposeAsync();
    }
}
