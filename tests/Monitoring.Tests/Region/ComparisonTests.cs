using ClosedXML.Excel;
using CsCheck;
using Monitoring.Web.Region.Compare;

namespace Monitoring.Tests.Region;

/// <summary>Countries side by side, on the page and as files.</summary>
public sealed class ComparisonTests
{
    private static readonly string[] Countries = ["hnd", "mex", "slv", "cri", "gtm"];

    [Fact]
    public void A_choice_survives_its_way_through_the_address() =>
        Gen.Select(Gen.Shuffle(Countries, 2, 5), Gen.Enum<Subject>().Array[1, 8], Gen.Bool, Gen.Bool).Sample((countries, subjects, hasAxis, hasCycle) =>
        {
            var chosen = new Selection([.. countries.Select(c => CountryCode.Parse(c, null))], [.. subjects.Distinct().Order()], hasAxis ? "AX4" : null, hasCycle ? "2021-S1" : null);
            var address = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(chosen.Query);
            var read = Selection.Parse(address["countries"], address["rows"], address.TryGetValue("axis", out var axis) ? axis.ToString() : null, address.TryGetValue("cycle", out var cycle) ? cycle.ToString() : null, []);
            return read.Countries.SequenceEqual(chosen.Countries) && read.Subjects.SequenceEqual(chosen.Subjects) && read.Axis == chosen.Axis && read.Cycle == chosen.Cycle
                && read.Toggle(chosen.Subjects[0]).Toggle(chosen.Subjects[0]).Query == chosen.Query;
        });

    [Theory]
    [InlineData("hnd,xkx", null, null)]
    [InlineData("hnd,nowhere", null, null)]
    [InlineData("hnd,mex", "initiatives,passwords", null)]
    [InlineData("hnd,mex", "Initiatives", null)]
    [InlineData("hnd,mex", null, "AX9")]
    [InlineData("hnd,mex", null, null, "2021-S9")]
    [InlineData("hnd,mex", null, null, "2021-s1")]
    public async Task What_is_not_here_is_refused_and_not_guessed(string countries, string? rows, string? axis, string? cycle = null)
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        await Should.ThrowAsync<UnknownChoiceException>(() => reader.CompareAsync(countries, rows, axis, cycle));
    }

    [Theory]
    [InlineData("countries=&rows=results")]
    [InlineData("countries=hnd&rows=results")]
    [InlineData("countries=hnd,mex&rows=")]
    public async Task A_comparison_of_nothing_says_what_to_choose_and_offers_no_download(string query)
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var html = await reader.HtmlAsync<ComparePage>("/region/compare?" + query);
        html.ShouldContain("Choose at least two countries and one row.");
        html.ShouldNotContain("compare.xlsx");
    }

    [Fact]
    public async Task The_page_opens_with_the_members_and_links_to_its_own_choice()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var html = await reader.HtmlAsync<ComparePage>("/region/compare");
        html.ShouldContain("/region/compare.xlsx?countries=hnd,mex,slv&amp;rows=initiatives,next-steps,results,legal-ladder,common-indicators");
        (await reader.HtmlAsync<ComparePage>("/region/compare?countries=slv,mex&rows=challenges&axis=AX4")).ShouldContain("compare.xlsx?countries=slv,mex&amp;rows=challenges&amp;axis=AX4");
    }

    [Fact]
    public async Task Results_of_the_programme_are_grouped_by_institution_and_by_theme_as_the_report_has_them()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var results = (await reader.CompareAsync(rows: "results,next-steps")).Countries.Single(c => c.Code == World.Mexico).Results.Where(r => r.Initiative == "MX-PNDH").ToList();
        results.Count.ShouldBe(26);
        results.GroupBy(r => r.ReportedBy!).ToDictionary(g => g.Key, g => g.Count())
            .ShouldBe(new Dictionary<string, int> { ["UPMRIP"] = 15, ["COMAR"] = 7, ["SEGOB"] = 2, ["CEAV"] = 1, ["CONAPO"] = 1 }, ignoreOrder: true);
        results.GroupBy(r => r.Theme!.Value).OrderBy(g => g.Key).Select(g => g.Count()).ShouldBe([9, 3, 3, 1, 1, 1, 8]);
    }

    [Fact]
    public async Task Plans_printed_under_results_are_next_steps_with_a_note()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var steps = (await reader.CompareAsync(rows: "next-steps")).Countries.Single(c => c.Code == World.Honduras).NextSteps;
        steps.Where(s => s.Code is "HN-MAHE-N2" or "HN-MAHE-N3").Select(s => s.Note).ShouldBe(["filed under results in the source", "filed under results in the source"]);
    }

    [Fact]
    public async Task An_axis_narrows_what_belongs_to_an_initiative()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var of = await reader.CompareAsync(rows: "initiatives,results", axis: "AX3");
        of.Countries.SelectMany(c => c.Initiatives).Select(i => i.Code).ShouldBe(["HN-ART"]);
        of.Countries.Sum(c => c.Results.Count).ShouldBe(7);
    }

    [Theory]
    [InlineData("en", "Cover", "Side by side", "Notes")]
    [InlineData("es", "Portada", "Lado a lado", "Notas")]
    public async Task The_sheet_has_cover_overview_subjects_and_notes_in_the_readers_language(string language, params string[] names)
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world, language);
        var of = await reader.CompareAsync(rows: Reader.AllRows);
        var bytes = reader.Get<ComparisonWorkbook>().Of(of);
        using var book = Read(bytes);

        book.Worksheets.Count.ShouldBe(3 + of.Selection.Subjects.Count);
        new[] { book.Worksheet(1).Name, book.Worksheet(2).Name, book.Worksheets.Last().Name }.ShouldBe(names);
        var cover = string.Join('\n', book.Worksheet(1).CellsUsed().Select(c => c.GetFormattedString()));
        foreach (var country in of.Countries) cover.ShouldContain(country.Country.Hash!);
        cover.ShouldContain("2021-S1");
        foreach (var sheet in book.Worksheets.Skip(1))
        {
            sheet.SheetView.SplitRow.ShouldBeGreaterThan(0, sheet.Name);
            sheet.SheetView.SplitColumn.ShouldBeGreaterThan(0, sheet.Name);
            sheet.AutoFilter.IsEnabled.ShouldBeTrue(sheet.Name);
            sheet.PageSetup.PageOrientation.ShouldBe(XLPageOrientation.Landscape);
            sheet.PageSetup.FirstRowToRepeatAtTop.ShouldBe(1);
        }
        using var parts = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var xml = new StreamReader(parts.GetEntry("xl/workbook.xml")!.Open());
        (await xml.ReadToEndAsync()).ShouldContain("!$1:$2</");
    }

    [Fact]
    public async Task Page_and_sheet_say_the_same()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        await AnswerAsync(world);
        var of = await reader.CompareAsync(rows: Reader.AllRows);
        using var book = Read(reader.Get<ComparisonWorkbook>().Of(of));
        var html = System.Net.WebUtility.HtmlDecode(await reader.HtmlAsync<ComparePage>("/region/compare?" + of.Selection.Query));
        var sheets = book.Worksheets.ToDictionary(s => s.Name, s => s.CellsUsed().Select(c => c.GetString()).ToHashSet());
        foreach (var table in reader.Get<SubjectTables>().Of(of))
        {
            table.Entries.ShouldNotBeEmpty(table.Title);
            book.Worksheet(table.Title).LastRowUsed().RowNumber().ShouldBe(table.Entries.Count + 1, table.Title);
            foreach (var entry in table.Entries)
            {
                html.ShouldContain(entry.Text);
                if (entry.IsContent) sheets[table.Title].ShouldContain(entry.Text);
                if (entry.Mark is not null && entry.Source is { } source) sheets[table.Title].ShouldContain(source);
            }
        }
    }

    [Fact]
    public async Task Numbers_shares_and_dates_are_in_types_with_unit_and_mark()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        using var book = Read(reader.Get<ComparisonWorkbook>().Of(await reader.CompareAsync(rows: "figures,results")));
        var figures = book.Worksheet("Figures");
        string[] Row(string code) => [.. figures.Row(figures.CellsUsed(c => c.GetString() == code).Single().Address.RowNumber).Cells(1, figures.LastColumnUsed().ColumnNumber()).Select(c => $"{c.DataType}:{c.GetFormattedString()}")];

        new[] { "Number:38", "Text:cases", "Text:S", "Text:683-686" }.Except(Row("HN-MAHE-I2")).ShouldBeEmpty();
        new[] { "Number:17", "Number:38" }.Except(Row("HN-MAHE-I3")).ShouldBeEmpty();
        var share = figures.CellsUsed(c => c.DataType == XLDataType.Number && c.Style.NumberFormat.Format == "0.0%").First();
        Math.Round(share.GetDouble(), 3).ShouldBe(0.447);
        var results = book.Worksheet("Results");
        results.CellsUsed(c => c.DataType == XLDataType.DateTime).Single().GetDateTime().ShouldBe(new DateTime(2021, 8, 12, 0, 0, 0, DateTimeKind.Unspecified));
    }

    [Fact]
    public async Task The_notes_say_every_refusal_every_gap_and_every_finding()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        using var book = Read(reader.Get<ComparisonWorkbook>().Of(await reader.CompareAsync(rows: Reader.AllRows)));
        var notes = string.Join('\n', book.Worksheet("Notes").RowsUsed().Select(r => string.Join(" | ", r.CellsUsed().Select(c => c.GetString()))));
        notes.ShouldContain("RC3 People or cases reached by assistance or relocation | Not added: the units differ (cases, life projects, persons).");
        notes.ShouldContain("between 38 and 65 cases, overlap unknown");
        notes.ShouldContain("they count different populations");
        notes.ShouldContain("Results | El Salvador | Nothing reported");
        notes.ShouldContain("A-15");
        string.Join('\n', book.Worksheet("Side by side").CellsUsed().Select(c => c.GetString())).ShouldContain("no amounts reported, 0 of 7");
    }

    [Fact]
    public async Task The_same_snapshots_in_the_same_language_give_the_same_bytes()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        async Task<byte[]> MakeAsync(string language)
        {
            await using var reader = new Reader(world, language);
            world.Clock.Advance(TimeSpan.FromHours(3));
            return reader.Get<ComparisonWorkbook>().Of(await reader.CompareAsync(rows: Reader.AllRows));
        }
        var first = await MakeAsync("es");
        // What a country edits meanwhile is no part of what was accepted.
        await world.Behind.RawAsync("update Initiative set Stage = 'Completed', Title = 'x'");
        (await MakeAsync("es")).ShouldBe(first);
        (await MakeAsync("en")).ShouldNotBe(first);
    }

    [Theory]
    [InlineData("=cmd()")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("+1+1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1")]
    [InlineData("00123")]
    [InlineData("2021-08-12")]
    [InlineData("TRUE")]
    [InlineData("\t=1+1")]
    [InlineData("a\u0001b")]
    [InlineData("a\uFFFFb\r\nc")]
    [InlineData("a_x0041_b")]
    [InlineData("<b>&amp;\"</b>")]
    public async Task Text_that_somebody_typed_stays_text(string hostile)
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        foreach (var (table, column) in new[] { ("FrozenResult", "Text"), ("FrozenNextStep", "Text"), ("FrozenMeasurement", "Unit"), ("FrozenInitiative", "Title"), ("FrozenInitiative", "Length") })
            await world.Behind.RawAsync($"update {table} set {column} = @hostile", new { hostile });
        await world.Behind.RawAsync("update Country set NameEn = @hostile where Code = 'HND'", new { hostile });
        var of = await reader.CompareAsync(rows: Reader.AllRows);
        using var book = Read(reader.Get<ComparisonWorkbook>().Of(of));

        book.Worksheets.SelectMany(s => s.CellsUsed()).Where(c => c.HasFormula).ShouldBeEmpty();
        var cell = book.Worksheet("Results").Cell(2, 5);
        // This reader leaves the sign before an x as it is spelt in the file.
        (cell.DataType, cell.GetString().Replace("_x005F_", "_", StringComparison.Ordinal)).ShouldBe((XLDataType.Text, string.Concat(hostile.Where(c => c is not ('\u0001' or '\uFFFF' or '\r')))));
        var csv = System.Text.Encoding.UTF8.GetString(reader.Get<ComparisonCsv>().Of(of));
        csv.Split('\n').SelectMany(l => l.Split(',')).ShouldAllBe(c => c.Length == 0 || !"=+-@\t".Contains(c[0]));
    }

    [Fact]
    public async Task Answers_to_a_checklist_stand_beside_each_other_in_the_order_of_the_lists_and_are_not_counted()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        await AnswerAsync(world);
        var of = await reader.CompareAsync(rows: "checklists");
        var table = reader.Get<SubjectTables>().Of(of).ShouldHaveSingleItem();
        table.Groups.Select(g => g[..5]).ShouldBe(["CL1.1", "CL1.2"]);
        table.Sums.ShouldBeEmpty();
        table.In(table.Groups[0], CountryCode.Parse("MEX", null)).ShouldHaveSingleItem().Text.ShouldBe("Not applicable");
        table.In(table.Groups[1], CountryCode.Parse("MEX", null)).ShouldBeEmpty();
        using var book = Read(reader.Get<ComparisonWorkbook>().Of(of));
        var rows = book.Worksheet("Checklists").RowsUsed().Skip(1).Select(r => (r.Cell(1).GetString(), r.Cell(3).GetDouble(), r.Cell(5).GetString(), r.Cell(7).GetDateTime()));
        rows.ShouldBe([("Honduras", 1, "Partly", new DateTime(2021, 6, 30)), ("Mexico", 1, "Not applicable", new DateTime(2021, 6, 30)), ("Honduras", 2, "Yes", new DateTime(2021, 6, 30))], ignoreOrder: false);
        (await reader.HtmlAsync<ComparePage>("/region/compare?countries=hnd,mex,slv&rows=checklists&axis=AX1")).ShouldNotContain("CL1.1");
    }

    [Fact]
    public async Task A_country_whose_report_nobody_has_accepted_is_shown_as_that()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var html = await reader.HtmlAsync<ComparePage>("/region/compare?countries=hnd,cri&rows=results,common-indicators");
        html.ShouldContain("Nothing accepted yet");
        using var book = Read(reader.Get<ComparisonWorkbook>().Of(await reader.CompareAsync("hnd,cri", "results,common-indicators")));
        book.Worksheet("Cover").CellsUsed().Select(c => c.GetString()).ShouldContain("Nothing accepted yet");
    }

    // The report of 2021 answers no checklist.
    private static async Task AnswerAsync(World world)
    {
        foreach (var (country, item, answer) in new[] { ("MEX", 1, "NotApplicable"), ("HND", 2, "Yes"), ("HND", 1, "Partly") })
            await world.Behind.RawAsync("""
                insert into FrozenChecklistAnswer (Country, SnapshotNo, AnswerId, ChecklistCode, ItemNo, Answer, Note, AnsweredOn, Mark)
                values (@country, 1, @id, 'CL1', @item, @answer, 'As the law says.', '2021-06-30', 'Reported')
                """, new { country, item, answer, id = Guid.CreateVersion7() });
    }

    private static XLWorkbook Read(byte[] bytes) => new(new MemoryStream(bytes));
}
