using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Monitoring.Web.Progress;

namespace Monitoring.Tests.Progress;

/// <summary>What a donor reads of the loaded 2021 report.</summary>
public sealed class PublishedPagesTests(PublishedSite site) : IClassFixture<PublishedSite>
{
    public static readonly string[] Pages =
    [
        "/progress", "/progress/mex", "/progress/hnd", "/progress/slv", "/progress/mex/MX-LAW", "/progress/mex/MX-PILOT", "/progress/mex/MX-PNDH",
        "/progress/mex/MX-INTEG", "/progress/hnd/HN-ART", "/progress/hnd/HN-MAHE", "/progress/slv/SV-CHAR",
    ];

    public static TheoryData<string> EveryPage => [.. Pages];

    public static TheoryData<Role> EveryRole => [.. Enum.GetValues<Role>()];

    [Fact]
    public async Task The_overview_says_in_a_minute_what_was_published()
    {
        var text = await site.TextAsync("/progress");
        text.ShouldContain("Cycle 2021-S1");
        text.ShouldContain("3 of 3 member countries");
        text.ShouldContain("Initiatives 7 in 3 countries");
        text.ShouldContain("Results reported 41 43 are printed; 2 of them are printed twice and count once");
        text.ShouldContain("Initiatives with results 6 of 7 85.7 %");
        text.ShouldContain("Country statements 11");
        text.ShouldContain("No amounts reported. 0 of 7 initiatives name an amount.");
        text.ShouldContain("Costa Rica (Observer); Guatemala (Pro tempore presidency)");
    }

    [Fact]
    public async Task What_cannot_be_added_is_refused_with_the_reason()
    {
        var text = await site.TextAsync("/progress");
        text.ShouldContain("38 cases");
        text.ShouldContain("15 persons");
        text.ShouldContain("23 life projects");
        text.ShouldContain("not added Not added: the units differ (cases, life projects, persons).");
        text.ShouldNotContain("76");
        text.ShouldContain("No figure from El Salvador, Mexico; missing is not zero.");
    }

    [Fact]
    public async Task The_legal_ladder_marks_one_rung_for_each_country()
    {
        var page = await site.PageAsync("/progress");
        var rows = page.QuerySelectorAll(".ladder tbody tr");
        rows.Length.ShouldBe(6);
        Cells(rows, "handed to legislature").ShouldBe(["", "Here", ""]);
        Cells(rows, "passed one chamber").ShouldBe(["", "", "Here"]);
        Cells(rows, "passed").ShouldBe(["Here", "", ""]);

        static string[] Cells(IHtmlCollection<IElement> rows, string step) =>
            [.. rows.Single(r => r.QuerySelector("th")!.TextContent == step).QuerySelectorAll("td").Select(td => td.TextContent.Trim())];
    }

    [Theory]
    [InlineData("/progress/hnd/HN-MAHE", "27 cases", "38 cases", "17 of 38", "44.7 %", "7 families", "20 cases", "30 cases", "50 cases", "3 months", "6 components",
        "between 38 and 65 cases, overlap unknown")]
    [InlineData("/progress/mex/MX-PILOT", "15 persons", "3 families", "25 persons per month", "1 months", "12 months", "3 tools")]
    [InlineData("/progress/mex/MX-INTEG", "23 life projects (families)", "32 states", "12 visits")]
    [InlineData("/progress/mex/MX-PNDH", "5 objectives", "7 actions", "24 (26 printed) results", "7 of 7", "The same fact as MX-PILOT-R3: counts once")]
    [InlineData("/progress/slv", "25 offices", "12 months", "passed", "Results reported not reported")]
    [InlineData("/progress/slv/SV-CHAR", "The source announces 6 phases and lists 5.", "Results reported not reported", "The report says nothing about: improvement needs.")]
    [InlineData("/progress/mex", "Commitments", "MX-PNDH-A7", "2012-02-21", "status: not reported")]
    [InlineData("/progress/hnd/HN-ART", "7 results", "baseline 1 sectors", "not reported, of 7")]
    public async Task The_numbers_of_the_report_appear(string path, params string[] said)
    {
        var text = await site.TextAsync(path);
        foreach (var words in said) text.ShouldContain(words, Case.Insensitive);
    }

    [Theory, MemberData(nameof(EveryPage))]
    public async Task No_page_shows_a_share_of_nothing(string path) => (await site.TextAsync(path)).ShouldNotMatch(@"(?<![\d.,])0 ?%");

    [Theory, MemberData(nameof(EveryPage))]
    public async Task Nothing_on_a_page_edits_and_nothing_runs(string path)
    {
        var page = await site.PageAsync(path);
        page.QuerySelectorAll("form, input, button, textarea, select, script, [contenteditable], [onclick]").ShouldBeEmpty();
        page.DocumentElement.OuterHtml.ShouldNotContain("blazor", Case.Insensitive);
        page.DocumentElement.OuterHtml.ShouldNotContain("MudBlazor");
        page.QuerySelectorAll("main a").OfType<IHtmlAnchorElement>().Select(a => a.GetAttribute("href")!).ShouldAllBe(href => href.StartsWith("/progress"));
    }

    [Theory, MemberData(nameof(EveryPage))]
    public async Task A_page_is_the_same_bytes_every_time(string path)
    {
        foreach (var language in new[] { "en", "es" })
        {
            var (first, second) = (await site.BytesAsync(path, language), await site.BytesAsync(path, language));
            // As text, so that a failure can be read.
            Encoding.UTF8.GetString(second).ShouldBe(Encoding.UTF8.GetString(first));
        }
    }

    [Theory, MemberData(nameof(EveryPage))]
    public async Task A_page_has_one_heading_and_marks_what_is_not_in_its_language(string path)
    {
        var page = await site.PageAsync(path, "es");
        page.DocumentElement.GetAttribute("lang").ShouldBe("es");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("main [lang=en]").ShouldNotBeEmpty();
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        page.QuerySelectorAll("main a[href='']").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/progress"), InlineData("/progress?country=hnd"), InlineData("/progress?axis=AX4"), InlineData("/progress/mex/MX-PNDH")]
    public async Task A_chart_says_what_its_table_says(string path)
    {
        var charts = (await site.PageAsync(path)).QuerySelectorAll("figure.chart");
        charts.ShouldNotBeEmpty();
        foreach (var chart in charts)
        {
            chart.QuerySelector(".chart-sentence")!.TextContent.Trim().ShouldNotBeEmpty();
            var drawn = Drawn(chart);
            var written = chart.QuerySelectorAll("tbody tr").Select(r => (Name: r.QuerySelector("th")!.TextContent.Trim(), Cells: r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList())).ToList();
            drawn.Select(d => d.Name).ShouldBe(written.Select(w => w.Name));
            foreach (var (bar, row) in drawn.Zip(written))
            {
                bar.Parts.ShouldBe(row.Cells.Take(row.Cells.Count - (chart.QuerySelector(".stage-bars") is null ? row.Cells.Count - 1 : 1)).Where(c => c is not ("–" or "not reported")));
                if (bar.Parts.Count == 0) row.Cells[^1].ShouldBe("not reported");
            }
            // The longest bar is the full width, and the others are their share of it.
            var most = drawn.Max(d => d.Parts.Sum(Number));
            foreach (var bar in drawn) bar.Width.ShouldBe(100 * bar.Parts.Sum(Number) / most, 0.05, $"{bar.Name} of {path}");
        }

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Theory, MemberData(nameof(EveryRole))]
    public async Task All_who_may_read_what_is_published_do_and_nobody_else(Role role)
    {
        foreach (var path in Pages.Append("/progress/figures.csv"))
        {
            using var answer = await site.AskAsync(path, role);
            answer.StatusCode.ShouldBe(Rights.Allow(role, May.ReadProgress) ? HttpStatusCode.OK : HttpStatusCode.NotFound, $"{role} at {path}");
            answer.Headers.CacheControl?.NoStore.ShouldBe(true);
        }
    }

    [Theory, MemberData(nameof(EveryPage))]
    public async Task Who_is_not_signed_in_is_asked_to(string path)
    {
        using var answer = await site.AskAsync(path, role: null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("/sign-in");
    }

    [Theory]
    [InlineData("/progress/zzz"), InlineData("/progress/cri"), InlineData("/progress/honduras"), InlineData("/progress/hnd/NOPE"), InlineData("/progress/mex/HN-MAHE")]
    [InlineData("/progress/zzz/HN-MAHE"), InlineData("/progress?country=zzz"), InlineData("/progress?country=cri"), InlineData("/progress?axis=AX9")]
    [InlineData("/hnd"), InlineData("/hnd/initiatives"), InlineData("/hnd/initiatives/HN-MAHE"), InlineData("/hnd/initiatives/NOPE"), InlineData("/hnd/report")]
    [InlineData("/region"), InlineData("/region/compare"), InlineData("/admin"), InlineData("/zzz/initiatives/HN-MAHE")]
    public async Task What_is_not_published_and_what_edits_are_not_there_for_a_donor(string path)
    {
        using var absent = await site.AskAsync("/no/such/page/at/all");
        using var answer = await site.AskAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(await absent.Content.ReadAsStringAsync());
        HeadersOf(answer).ShouldBe(HeadersOf(absent));

        static IEnumerable<string> HeadersOf(HttpResponseMessage answer) =>
            answer.Headers.Concat(answer.Content.Headers).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order();
    }

    [Fact]
    public async Task The_overview_narrows_to_a_country_and_an_axis()
    {
        var text = await site.TextAsync("/progress?country=mex&axis=AX4");
        text.ShouldContain("Initiatives 3 in 1 country");
        text.ShouldContain("Results reported 30 32 are printed");
        text.ShouldContain("Shown here: Mexico, Differentiated approaches in generating solutions.");
        text.ShouldNotContain("HN-MAHE");
        (await site.PageAsync("/progress?country=hnd")).QuerySelectorAll(".scope [aria-current]").Select(a => a.TextContent).ShouldBe(["Honduras", "All"]);
    }

    [Fact]
    public async Task The_download_is_a_table_that_spreadsheets_read()
    {
        var bytes = await site.BytesAsync("/progress/figures.csv");
        bytes.Take(3).ShouldBe(new byte[] { 0xEF, 0xBB, 0xBF });
        var again = await site.BytesAsync("/progress/figures.csv");
        bytes.SequenceEqual(again).ShouldBeTrue();
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(37, "36 indicators of countries and a head");
        var columns = lines[0].Split(',').Length;
        lines.ShouldContain(l => l.StartsWith("HND,2021-S1,1,HN-MAHE,HN-MAHE-I2,", StringComparison.Ordinal) && l.Contains(",38,") && l.EndsWith(",683-686", StringComparison.Ordinal));
        lines.Where(l => !l.Contains('"')).ShouldAllBe(l => l.Split(',', StringSplitOptions.None).Length == columns);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("+1", "'+1"), InlineData("-1", "'-1"), InlineData("@sum", "'@sum"), InlineData("\tx", "'\tx")]
    [InlineData("a,b", "\"a,b\""), InlineData("=\"x\"", "\"'=\"\"x\"\"\""), InlineData("plain", "plain"), InlineData(null, "")]
    public void A_text_is_never_a_formula(string? text, string cell) => DownloadFigures.Cell(text).ShouldBe(cell);

    private static List<(string Name, List<string> Parts, double Width)> Drawn(IElement chart)
    {
        static double Width(IElement bar) => bar.QuerySelectorAll("rect").Sum(r => double.Parse(r.GetAttribute("width")!.TrimEnd('%'), CultureInfo.InvariantCulture));
        return chart.QuerySelector(".stage-bars") is { } stages
            ? [.. stages.Children.Select(li => (li.QuerySelector(".stage-country")!.TextContent.Trim(), li.QuerySelectorAll("text").Select(t => t.TextContent.Trim()).ToList(), Width(li)))]
            : [.. chart.QuerySelectorAll(".bars > li").Select(li => (li.QuerySelector(".bar-label")!.TextContent.Trim(),
                li.QuerySelector("rect") is null ? [] : new List<string> { li.QuerySelector(".bar-text")!.TextContent.Trim().Split(' ')[0] }, Width(li)))];
    }
}
