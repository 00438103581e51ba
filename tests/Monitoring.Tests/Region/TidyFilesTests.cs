using System.Text;
using ClosedXML.Excel;
using Monitoring.Web.Region.Compare;

namespace Monitoring.Tests.Region;

/// <summary>The long files of a comparison: a value a row, real types, the same bytes, never a formula.</summary>
public sealed class TidyFilesTests
{
    [Fact]
    public async Task Every_accepted_value_is_a_row_with_its_snapshot_and_the_sheet_and_the_csv_agree()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var csv = await CsvAsync(reader);
        var rows = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var expected = await world.Behind.ScalarAsync<int>("select (select count(*) from FrozenMeasurement where Country in ('HND','MEX')) + (select count(*) from FrozenCommonAnswer where Country in ('HND','MEX'))");
        rows.Length.ShouldBe(expected + 1);
        var hash = await world.Behind.ScalarAsync<string>("select Hash from Snapshot where Country = 'HND'");
        rows.ShouldContain(r => r.StartsWith($"HND,2021-S1,1,{hash},,HN-MAHE-I1,1,HN-MAHE,Cases handled in the pilot,", StringComparison.Ordinal) && r.Contains(",27,,S,", StringComparison.Ordinal));

        using var book = new XLWorkbook(new MemoryStream(await SheetAsync(reader)));
        var sheet = book.Worksheet(1);
        sheet.LastRowUsed().RowNumber().ShouldBe(rows.Length);
        var row = sheet.RowsUsed().Single(r => r.Cell(6).GetString() == "HN-MAHE-I1");
        row.Cell(23).DataType.ShouldBe(XLDataType.Number);
        row.Cell(23).GetDouble().ShouldBe(27);
        row.Cell(4).GetString().ShouldBe(hash);
    }

    [Theory]
    [InlineData("en", "Definition version", "Not collected")]
    [InlineData("es", "Versión de la definición", "No recolectado")]
    public async Task A_value_that_was_not_collected_is_empty_and_says_so_and_zero_is_zero(string language, string title, string notCollected)
    {
        await using var world = await ReportWorld.OpenAsync();
        (await world.Behind.RawAsync("update FrozenMeasurement set State = 'NotCollected', Value = null where IndicatorCode = 'HN-MAHE-I1'")).ShouldBe(1);
        (await world.Behind.RawAsync("update FrozenMeasurement set Value = 0 where IndicatorCode = 'HN-MAHE-I2'")).ShouldBe(1);
        await using var reader = new Reader(world, language);
        var rows = (await CsvAsync(reader)).Split("\r\n");
        rows[0].ShouldContain(title);
        rows.Single(r => r.Contains("HN-MAHE-I1", StringComparison.Ordinal)).ShouldContain($",{notCollected},,,,,");
        rows.Single(r => r.Contains("HN-MAHE-I2", StringComparison.Ordinal)).ShouldContain(",0,,");
    }

    [Fact]
    public async Task The_same_snapshots_give_the_same_bytes_and_no_text_is_a_formula()
    {
        await using var world = await ReportWorld.OpenAsync();
        (await world.Behind.RawAsync("update FrozenMeasurement set Place = '=HYPERLINK(\"http://x\")', Unit = '@sum', Population = '-2+3' where IndicatorCode = 'HN-MAHE-I1'")).ShouldBe(1);
        await using var reader = new Reader(world);
        var sheet = await SheetAsync(reader);
        world.Clock.Advance(TimeSpan.FromDays(3));
        (await SheetAsync(reader)).ShouldBe(sheet);
        (await CsvAsync(reader)).ShouldBe(await CsvAsync(reader));
        (await CsvAsync(reader)).ShouldContain("\"'=HYPERLINK(\"\"http://x\"\")\"");
        (await CsvAsync(reader)).ShouldContain("'@sum,'-2+3,");
        using var book = new XLWorkbook(new MemoryStream(sheet));
        book.Worksheet(1).CellsUsed().ShouldAllBe(c => !c.HasFormula);
        book.Worksheet(1).CellsUsed().ShouldContain(c => c.DataType == XLDataType.Text && c.GetString() == "=HYPERLINK(\"http://x\")");
    }

    [Fact]
    public async Task A_sheet_of_many_countries_with_long_names_can_be_written()
    {
        await using var world = await ReportWorld.OpenAsync();
        (await world.Behind.RawAsync("update Country set NameEn = concat(NameEn, ' and all of the territories that belong to it by its constitution')")).ShouldBeGreaterThan(4);
        await using var reader = new Reader(world);
        var of = await reader.CompareAsync("hnd,mex,slv,cri,gtm", "figures");
        using var book = new XLWorkbook(new MemoryStream(reader.Get<ComparisonWorkbook>().Of(of)));
        book.Worksheets.Count.ShouldBeGreaterThan(2);
    }

    private static async Task<string> CsvAsync(Reader reader)
    {
        using var to = new MemoryStream();
        await reader.Get<TidyFiles>().CsvAsync(reader.Get<TidyValues>().OfAsync(await reader.CompareAsync("hnd,mex", "figures"), CancellationToken.None), to, CancellationToken.None);
        to.ToArray()[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        return Encoding.UTF8.GetString(to.ToArray()[3..]);
    }

    private static async Task<byte[]> SheetAsync(Reader reader)
    {
        var of = await reader.CompareAsync("hnd,mex", "figures");
        await using var file = await reader.Get<TidyFiles>().SheetAsync(reader.Get<TidyValues>().OfAsync(of, CancellationToken.None), of.AcceptedAt!.Value, CancellationToken.None);
        using var all = new MemoryStream();
        await file.CopyToAsync(all);
        return all.ToArray();
    }
}
