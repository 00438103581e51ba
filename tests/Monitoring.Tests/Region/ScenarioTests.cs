using ClosedXML.Excel;
using Monitoring.Web.Region;
using Monitoring.Web.Region.Compare;
using Monitoring.Web.Reports;

namespace Monitoring.Tests.Region;

/// <summary>The scenarios of the 2021 report as the region has them: each on its page and in the workbook, where the two must say the same.</summary>
public sealed class ScenarioTests
{
    [Fact]
    public async Task SC1_the_region_is_complete_for_six_of_seven_and_El_Salvador_for_none_of_one()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var page = await reader.HtmlAsync<RegionPage>("/region");
        page.ShouldContain("85.7");
        Words(page).ShouldContain("6 of 7");
        var cells = await CellsAsync(reader, "common-indicators");
        cells.ShouldContain(c => c.Contains("6 of 7", StringComparison.Ordinal) && c.Contains("85.7", StringComparison.Ordinal));
        cells.ShouldContain(c => c.Contains("0 of 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SC2_facts_of_the_pilot_that_the_programme_repeats_count_once_and_both_say_why()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var page = Words(await reader.HtmlAsync<FiguresPage>("/region/figures"));
        var notes = string.Join('\n', await CellsAsync(reader, "figures,results", "Notes"));
        foreach (var text in new[] { page, notes }) text.ShouldContain("counts once", Case.Insensitive);
        var of = await reader.CompareAsync(rows: "figures");
        var sums = reader.Get<SubjectTables>().Of(of).Single().Sums;
        foreach (var (unit, value) in new[] { ("persons", 15m), ("persons per month", 25m) })
            sums.Select(s => s.Together).OfType<Monitoring.Web.Figures.Total>().ShouldContain(t => t.Unit == unit && t.Value == value);
    }

    [Fact]
    public async Task SC3_a_share_stands_with_its_parts_and_is_computed_from_them_again_when_another_country_joins()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        Words(await reader.HtmlAsync<FiguresPage>("/region/figures")).ShouldContain("44.7");
        using (var book = await BookAsync(reader, "figures"))
        {
            var row = RowOf(book.Worksheet("Figures"), "HN-MAHE-I3");
            Numbers(row).ShouldContain(17);
            Numbers(row).ShouldContain(38);
            Numbers(row).ShouldContain(n => Math.Abs(n - (17d / 38)) < 1e-9);
        }
        await world.Behind.RawAsync("""
            update FrozenMeasurement set IndicatorCode = 'MX-SHARE', Kind = 'Ratio', Numerator = 30, Denominator = 40, Value = null, Population = (select f.Population from FrozenMeasurement f where f.IndicatorCode = 'HN-MAHE-I3'),
                   Name = (select f.Name from FrozenMeasurement f where f.IndicatorCode = 'HN-MAHE-I3'), Unit = (select f.Unit from FrozenMeasurement f where f.IndicatorCode = 'HN-MAHE-I3'),
                   OverlapRule = (select f.OverlapRule from FrozenMeasurement f where f.IndicatorCode = 'HN-MAHE-I3'), AlsoReportedIn = null, State = 'Reported'
             where Country = 'MEX' and MeasurementId = (select min(MeasurementId) from FrozenMeasurement where Country = 'MEX' and Kind = 'Count')
            """);
        // The region reads the totals that were kept of these leaves.
        await world.Behind.RawAsync("delete from FrozenTotal where Country = 'MEX'");
        (await new RecomputeTotals(world.Nobody).FillAsync()).ShouldBe(1);
        using var both = await BookAsync(reader, "figures");
        Numbers(RowOf(both.Worksheet("Figures"), "MX-SHARE")).ShouldContain(0.75);
        // (44.7 + 75) / 2 would be 59.9.
        both.Worksheets.SelectMany(s => s.CellsUsed()).Select(c => c.GetFormattedString()).ShouldNotContain(c => c.Contains("59.9", StringComparison.Ordinal) || c.Contains("59.8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SC4_cases_are_two_rows_without_a_total_and_beneath_them_a_range()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        const string range = "between 38 and 65 cases, overlap unknown";
        Words(await reader.HtmlAsync<FiguresPage>("/region/figures")).ShouldContain(range);
        using var book = await BookAsync(reader, "figures");
        Numbers(RowOf(book.Worksheet("Figures"), "HN-MAHE-I1")).ShouldContain(27);
        Numbers(RowOf(book.Worksheet("Figures"), "HN-MAHE-I2")).ShouldContain(38);
        var all = book.Worksheets.SelectMany(s => s.CellsUsed()).ToList();
        all.ShouldContain(c => c.DataType == XLDataType.Text && c.GetString().Contains(range, StringComparison.Ordinal));
        all.ShouldNotContain(c => c.DataType == XLDataType.Number && c.GetDouble() == 65);
    }

    [Fact]
    public async Task SC5_different_units_and_populations_are_refused_with_the_reason_and_subtotals_only_where_both_agree()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var page = Words(await reader.HtmlAsync<RegionPage>("/region"));
        var cells = await CellsAsync(reader, "common-indicators,figures");
        foreach (var text in new[] { page, string.Join('\n', cells) })
        {
            text.ShouldContain("units differ");
            foreach (var subtotal in new[] { "38 cases", "15 persons", "23 life projects" }) text.ShouldContain(subtotal);
        }
        cells.ShouldContain(c => c.Contains("they count different populations", StringComparison.Ordinal));
        using var book = await BookAsync(reader, "figures");
        book.Worksheet("Side by side").CellsUsed().ShouldNotContain(c => c.GetFormattedString().Contains("10 families", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SC6_legal_ladders_stand_in_three_columns_with_rung_steps_and_source_and_are_never_ranked()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var page = Words(await reader.HtmlAsync<ComparePage>("/region/compare?countries=slv,mex,hnd&rows=legal-ladder"));
        var sheet = await CellsAsync(reader, "legal-ladder", "Legal framework", "slv,mex,hnd");
        foreach (var rung in new[] { "handed to Congress", "passed lower chamber", "drafted › handed to Congress › passed › in force" })
        {
            page.ShouldContain(rung);
            sheet.ShouldContain(rung);
        }
        foreach (var source in new[] { "111-115", "152;219", "133-136" }) sheet.ShouldContain(source);
        foreach (var word in new[] { "rank", "score", "average", "first place" }) page.ShouldNotContain(word, Case.Insensitive);
        var of = await reader.CompareAsync("slv,mex,hnd", "legal-ladder");
        of.Countries.Select(c => c.Code.Value).ShouldBe(["SLV", "MEX", "HND"], "the order is the reader's");
        reader.Get<SubjectTables>().Of(of).Single().Sums.ShouldAllBe(s => !(s.Together is Monitoring.Web.Figures.Total));
    }

    [Fact]
    public async Task SC7_results_of_the_programme_are_grouped_by_institution_and_by_theme()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        using var book = await BookAsync(reader, "results");
        var sheet = book.Worksheet("Results");
        var rows = sheet.RowsUsed().Where(r => r.CellsUsed().Any(c => c.GetString() == "MX-PNDH")).ToList();
        rows.Count.ShouldBe(26);
        int Column(string title) => sheet.Row(1).CellsUsed().Single(c => c.GetString() == title).Address.ColumnNumber;
        int[] Grouped(string title) => [.. rows.GroupBy(r => r.Cell(Column(title)).GetString()).Select(g => g.Count()).OrderDescending()];
        Grouped("Reported by").ShouldBe([15, 7, 2, 1, 1]);
        Grouped("Theme").ShouldBe([9, 8, 3, 3, 1, 1, 1]);
    }

    [Fact]
    public async Task SC9_no_amount_was_reported_for_any_of_seven_and_the_demos_amounts_do_not_change_that()
    {
        foreach (var demo in new[] { false, true })
        {
            await using var world = await ReportWorld.OpenAsync(demo: demo);
            await using var reader = new Reader(world);
            Words(await reader.HtmlAsync<RegionPage>("/region")).ShouldContain("no amounts reported, 0 of 7");
            using var book = await BookAsync(reader, "budget,common-indicators");
            string.Join('\n', book.Worksheet("Side by side").CellsUsed().Select(c => c.GetString())).ShouldContain("no amounts reported, 0 of 7");
            book.Worksheet("Budget").CellsUsed().ShouldNotContain(c => c.DataType == XLDataType.Number, "an amount that nobody reported");
        }
    }

    [Fact]
    public async Task SC11_a_corrected_value_of_the_accepted_cycle_is_a_version_of_its_own_and_the_old_sheet_stays_as_it_was()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var reader = new Reader(world);
        var before = await reader.CompareAsync("hnd,mex", "figures", cycle: "2021-S1");
        var (first, name) = (reader.Get<ComparisonWorkbook>().Of(before), CompareEndpoints.NameOf(before, "en"));
        name.ShouldBe("mirps-2021-S1-hnd1-mex1-en");
        var value = await world.Behind.ScalarAsync<Guid>("select MeasurementId from FrozenMeasurement where Country = 'HND' and IndicatorCode = 'HN-MAHE-I1' and Value = 27");
        var opened = await new ReopenReport(world.As(World.Lead), world.Clock).RunAsync(World.Honduras,
            new ReopeningDraft { Cycle = "2021-S1", Subject = ReopenedThing.Measurement, SubjectId = value, Reason = "Two cases were counted twice.", UntilOn = new(2021, 12, 1) });
        opened.Ok.ShouldBeTrue(opened.Problem?.TextKey);
        // What else changes meanwhile is of a later cycle.
        await world.Behind.RawAsync("update Measurement set Value = Value - 2 where Country = 'HND' and Value in (27, 38)");
        (await MoveAsync(world, (gate, m) => new SubmitReport(gate, world.Clock).RunAsync(World.Honduras, m), World.FocalPoint(World.Honduras))).Ok.ShouldBeTrue();
        // Nothing unapproved leaks upward: until the lead accepts, the sheet is the old one, byte for byte.
        reader.Get<ComparisonWorkbook>().Of(await reader.CompareAsync("hnd,mex", "figures", cycle: "2021-S1")).ShouldBe(first);
        (await MoveAsync(world, (gate, m) => new ApproveReport(gate).RunAsync(World.Honduras, m), World.Person(Role.NationalApprover, World.Honduras))).Ok.ShouldBeTrue();
        (await MoveAsync(world, (gate, m) => new AcceptReport(gate, world.Clock).RunAsync(World.Honduras, m), World.Lead)).Ok.ShouldBeTrue();

        var after = await reader.CompareAsync("hnd,mex", "figures", cycle: "2021-S1");
        CompareEndpoints.NameOf(after, "en").ShouldBe("mirps-2021-S1-hnd2-mex1-en");
        using var book = new XLWorkbook(new MemoryStream(reader.Get<ComparisonWorkbook>().Of(after)));
        Numbers(RowOf(book.Worksheet("Figures"), "HN-MAHE-I1")).ShouldContain(25);
        Numbers(RowOf(book.Worksheet("Figures"), "HN-MAHE-I2")).ShouldContain(38);
        (await world.Behind.ScalarAsync<int>("select cast(Value as int) from FrozenMeasurement where Country = 'HND' and SnapshotNo = 1 and IndicatorCode = 'HN-MAHE-I1' and Value = 27")).ShouldBe(27);
        // The same snapshots of the same cycle give the same bytes, whenever.
        world.Clock.Advance(TimeSpan.FromDays(2));
        reader.Get<ComparisonWorkbook>().Of(await reader.CompareAsync("hnd,mex", "figures", cycle: "2021-S1")).ShouldBe(reader.Get<ComparisonWorkbook>().Of(after));
    }

    [Fact]
    public async Task More_countries_than_can_be_read_are_answered_with_a_limit_and_no_file()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var codes = Enumerable.Range(0, 40).Select(n => $"q{(char)('a' + (n / 26))}{(char)('a' + (n % 26))}").ToList();
        foreach (var code in codes)
            await world.Behind.RawAsync($"insert into Country (Code, NameEn, NameEs, ChangedAt, ChangedBy) select '{code.ToUpperInvariant()}', 'Land {code}', 'Tierra {code}', ChangedAt, ChangedBy from Country where Code = 'HND'");
        var html = Words(await reader.HtmlAsync<ComparePage>($"/region/compare?countries={string.Join(',', codes)}&rows=results"));
        html.ShouldContain("40 countries do not fit side by side");
        html.ShouldContain("Choose at most 12");
        html.ShouldNotContain("compare.xlsx");
    }

    private static string Words(string html) => System.Text.RegularExpressions.Regex.Replace(System.Text.RegularExpressions.Regex.Replace(System.Net.WebUtility.HtmlDecode(html), "<[^>]+>", " "), @"\s+", " ");

    private static async Task<XLWorkbook> BookAsync(Reader reader, string rows, string countries = "hnd,mex,slv") =>
        new(new MemoryStream(reader.Get<ComparisonWorkbook>().Of(await reader.CompareAsync(countries, rows))));

    private static async Task<List<string>> CellsAsync(Reader reader, string rows, string? sheet = null, string countries = "hnd,mex,slv")
    {
        using var book = await BookAsync(reader, rows, countries);
        return [.. book.Worksheets.Where(s => sheet is null || s.Name == sheet).SelectMany(s => s.CellsUsed()).Select(c => c.GetFormattedString())];
    }

    private static IXLRow RowOf(IXLWorksheet sheet, string code) => sheet.Row(sheet.CellsUsed(c => c.GetString() == code).First().Address.RowNumber);

    private static List<double> Numbers(IXLRow row) => [.. row.CellsUsed(c => c.DataType == XLDataType.Number).Select(c => c.GetDouble())];

    private static async Task<Saved<ReportRow>> MoveAsync(World world, Func<Gate, ReportMove, Task<Saved<ReportRow>>> step, TestPerson who)
    {
        var id = await world.Behind.ScalarAsync<Guid>("select Id from CountryReport where Country = 'HND' and CycleCode = '2021-S1'");
        await using var db = await world.Job.ReadAsync(World.Honduras);
        var row = (await db.OneAsync<ReportRow>(ReportRow.One, new { Id = id }))!;
        await db.DisposeAsync();
        return await step(world.As(who), ReportMove.Of(row));
    }
}
