using System.Text;
using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Initiatives;

public sealed class ExportInitiativesTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Fact]
    public async Task The_file_holds_what_the_list_shows_in_its_order_and_columns()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        var query = InitiativeQuery.Of(new InitiativeAddress { Sort = "-code", Columns = "Stage,Results", Gap = "NoResults" });
        var shown = (await new ListInitiatives(world.As(Focal)).RunAsync(World.Honduras, query.Filter, query.Sort, 1)).Page.Rows;
        var file = await stage.Services.GetRequiredService<ExportInitiatives>().RunAsync(World.Honduras, query);
        file.Columns.ShouldBe(["Code", "Initiative", "Stage", "Mark of the stage", "Results"]);
        file.Rows.Select(r => r[0]).ShouldBe(shown.Select(i => (object?)i.Code));
        // What was not reported is empty, not zero.
        file.Rows.ShouldAllBe(r => r[4] == null);
    }

    [Fact]
    public async Task No_cell_of_user_text_is_ever_a_formula()
    {
        const string Evil = "=HYPERLINK(\"http://example.org\",\"click\")";
        await using var world = await World.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        foreach (var (n, title) in new[] { Evil, "+1", "-1", "@SUM(1)", "00123", "a,\"b\"\nc" }.Index())
            (await new AddInitiative(world.As(Focal)).RunAsync(World.Honduras,
                new InitiativeDraft { Code = $"HN-{n}", Title = title, Summary = "x", ContentLanguage = "es", AxisCode = "A1" })).Ok.ShouldBeTrue();
        var file = await stage.Services.GetRequiredService<ExportInitiatives>().RunAsync(World.Honduras, InitiativeQuery.Of(new InitiativeAddress()));

        using var book = new XLWorkbook(new MemoryStream(file.Xlsx()));
        var cells = book.Worksheets.Single().CellsUsed().ToList();
        cells.ShouldAllBe(c => !c.HasFormula);
        cells.Single(c => c.GetString() == Evil).DataType.ShouldBe(XLDataType.Text);
        cells.Single(c => c.GetString() == "00123").DataType.ShouldBe(XLDataType.Text);
        var csv = Encoding.UTF8.GetString(file.Csv());
        csv[0].ShouldBe('\uFEFF');
        csv.ShouldContain(",\"'=HYPERLINK(");
        csv.ShouldContain(",'+1,");
        csv.ShouldContain(",'@SUM(1),");
        csv.ShouldContain(",\"a,\"\"b\"\"\nc\",");
    }

    [Fact]
    public async Task Topic_and_institution_narrow_the_list()
    {
        await using var world = await ReportWorld.OpenAsync();
        var list = new ListInitiatives(world.As(Focal));
        var sheet = (await new ReadFactSheet(world.As(Focal)).RunAsync(World.Honduras, "HN-MAHE"))!;
        var name = sheet.Parties.SelectMany(p => p).First().PrintedName;
        var found = (await list.RunAsync(World.Honduras, new InitiativeFilter(Institution: name), null, 1)).Page.Rows;
        found.Select(i => i.Code).ShouldContain("HN-MAHE");
        (await list.RunAsync(World.Honduras, new InitiativeFilter(Institution: "No such body"), null, 1)).Page.Rows.ShouldBeEmpty();
        foreach (var topic in sheet.Agenda)
            (await list.RunAsync(World.Honduras, new InitiativeFilter(Topic: topic.Code), null, 1)).Page.Rows.Any(i => i.Code == "HN-MAHE")
                .ShouldBe(sheet.Topics.Any(t => t.Code == topic.Code), topic.Code);
    }

    [Theory]
    [InlineData("stage", "Nowhere")]
    [InlineData("stage", "3")]
    [InlineData("columns", "Stage,Secret")]
    public void A_word_that_is_not_offered_is_refused(string what, string word) => Should.Throw<UnknownChoiceException>(() =>
        InitiativeQuery.Of(what == "stage" ? new InitiativeAddress { Stage = word } : new InitiativeAddress { Columns = word }));
}
