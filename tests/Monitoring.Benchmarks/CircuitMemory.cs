using Microsoft.Playwright;
using Monitoring.Browser.Tests.Stage;
using Monitoring.Tests.Kernel;

namespace Monitoring.Benchmarks;

/// <summary>
/// What a reader costs who has the list of a country's initiatives open and idle: the program's memory with many such tabs, less that
/// without, a tab. The country has 2,000 initiatives; the first tabs warm the program up and are closed.
/// </summary>
internal static class CircuitMemory
{
    private const int WarmUp = 30;
    private const int Copies = 1_998;

    private static readonly CountryCode Honduras = CountryCode.Parse("HND", null);

    private static readonly CountrySql Copy = CountrySql.Of("""
        insert into Initiative (Country, Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, Outlook, SearchText, Position, Mark,
               Version, ChangedAt, ChangedBy)
        select Country, @Id, @Code, Title, Summary, ContentLanguage, AxisCode, Stage, Outlook, SearchText, @Position, Mark, 1, @Now, @Person
          from Initiative
         where Country = @Country and Code = 'HN-MAHE'
        """);

    public static async Task<IReadOnlyList<Bar>> RunAsync(int tabs)
    {
        var folder = Directory.CreateTempSubdirectory("monitoring-circuits-").FullName;
        try
        {
            using (var first = await Product.StartAsync(folder)) await first.KillAsync();
            await FillAsync(Path.Combine(folder, "monitoring.db"));
            using var product = await Product.StartAsync(folder);
            try
            {
                return [new Bar($"an idle list of 2,000 initiatives, of {tabs} open", "–", await MeasureAsync(product, tabs), 1.6, "MiB")];
            }
            finally
            {
                await product.KillAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(string file)
    {
        var database = Database.Sqlite(file);
        await using (var db = await new Gate(database, new Caller(), new StandingClock()).ForJob(JobName.Load).EditAsync(Honduras))
        {
            for (var i = 0; i < Copies; i++) await db.StageAsync(Copy, new { Id = Guid.CreateVersion7(), Code = $"HN-{i:0000}", Position = 100 + i });
            await db.CommitAsync(new Change(ChangeAction.Loaded, "Country", Guid.CreateVersion7(), Honduras.Value, []), Guid.CreateVersion7());
        }
        await database.Kept!.CloseAsync();
    }

    private static async Task<double> MeasureAsync(Product product, int tabs)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledBrowser.Find(), Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
        var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Address, "/sign-in").ToString());
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^focal.hnd@demo\\.example") }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));

        var warm = new List<IPage>();
        for (var i = 0; i < WarmUp; i++) warm.Add(await OpenAsync(context, product.Address));
        foreach (var tab in warm) await tab.CloseAsync();
        var before = product.MiB;
        for (var i = 0; i < tabs; i++) await OpenAsync(context, product.Address);
        return (product.MiB - before) / tabs;
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, "/hnd/initiatives").ToString());
        await page.WaitForFunctionAsync("() => document.body.hasAttribute('data-interactive')");
        return page;
    }
}
