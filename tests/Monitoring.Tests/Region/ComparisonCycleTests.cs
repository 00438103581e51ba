using ClosedXML.Excel;
using Monitoring.Tests.Reports;
using Monitoring.Web.Region.Compare;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Region;

/// <summary>Two accepted cycles of one country: each comparison holds the values of its own snapshot.</summary>
public sealed class ComparisonCycleTests
{
    private const string NoReport = "No accepted report of this cycle";

    [Fact]
    public async Task A_comparison_holds_the_values_of_the_snapshot_that_was_asked_for()
    {
        await using var world = await WithTwoCyclesAsync();
        await using var reader = new Reader(world);
        foreach (var (cycle, value, no) in new[] { ((string?)null, 41, 2), (Reporting.Cycle, 41, 2), ("2021-S1", 27, 1) })
        {
            var of = await reader.CompareAsync("hnd,mex", Reader.AllRows, cycle: cycle);
            of.Countries[0].Country.SnapshotNo.ShouldBe(no);
            using var book = Read(reader.Get<ComparisonWorkbook>().Of(of));
            var figures = book.Worksheet("Figures");
            var row = figures.Row(figures.CellsUsed(c => c.GetString() == "HN-MAHE-I1").Single().Address.RowNumber);
            row.CellsUsed(c => c.DataType == XLDataType.Number).Select(c => c.GetDouble()).ShouldContain(value);
            var results = reader.Get<SubjectTables>().Of(of).Single(t => t.Subject is Subject.Results).Entries.Where(e => e.Country == World.Honduras);
            results.Count().ShouldBe(9);
        }
    }

    [Fact]
    public async Task A_country_without_a_report_of_the_cycle_says_so_and_lends_no_value_of_another()
    {
        await using var world = await WithTwoCyclesAsync();
        await using var reader = new Reader(world);
        var of = await reader.CompareAsync("hnd,mex", Reader.AllRows, cycle: Reporting.Cycle);
        of.Countries[1].HasData.ShouldBeFalse();
        using var book = Read(reader.Get<ComparisonWorkbook>().Of(of));
        var cover = book.Worksheet("Cover").CellsUsed().Select(c => c.GetString()).ToList();
        cover.ShouldContain(NoReport);
        cover.ShouldContain(Reporting.Cycle);
        book.Worksheet("Results").CellsUsed().ShouldNotContain(c => c.GetString() == "Mexico");
        System.Text.Encoding.UTF8.GetString(reader.Get<ComparisonCsv>().Of(of)).ShouldContain(NoReport);
        var html = await reader.HtmlAsync<ComparePage>("/region/compare?" + of.Selection.Query);
        html.ShouldContain(NoReport);
        html.ShouldContain("cycle=2021-S2");
    }

    private static XLWorkbook Read(byte[] bytes) => new(new MemoryStream(bytes));

    private static async Task<World> WithTwoCyclesAsync()
    {
        var world = await ReportWorld.OpenAsync(demo: true);
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack' where Country = 'HND'");
        await world.Behind.RawAsync("update Measurement set Value = 41 where Country = 'HND' and Value = 27");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Accepted);
        return world;
    }
}
