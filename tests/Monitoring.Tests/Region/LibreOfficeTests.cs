using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using Monitoring.Web.Region.Compare;

namespace Monitoring.Tests.Region;

/// <summary>The comparison sheet as a program reads it that did not write it. Skipped, visibly, where LibreOffice is not installed.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    // Every sheet into a file of its own: comma, quotes, UTF-8, numbers as they are and not as they are shown.
    private const string EverySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-libreoffice-").FullName;

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task LibreOffice_reads_the_same_figures_texts_and_dates(string language)
    {
        var office = Find();
        Assert.SkipWhen(office is null, "LibreOffice is not installed.");
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var reader = new Reader(world, language);
        var bytes = reader.Get<ComparisonWorkbook>().Of(await reader.CompareAsync("hnd,mex,slv,cri,gtm", Reader.AllRows));
        var file = Path.Combine(_folder, "comparison.xlsx");
        await File.WriteAllBytesAsync(file, bytes);
        await ConvertAsync(office!, file);

        using var book = new XLWorkbook(file);
        var numbers = 0;
        foreach (var sheet in book.Worksheets)
        {
            var rows = Csv(await File.ReadAllTextAsync(Path.Combine(_folder, $"comparison-{sheet.Name}.csv"), Encoding.UTF8));
            foreach (var cell in sheet.CellsUsed())
            {
                var read = rows[cell.Address.RowNumber - 1][cell.Address.ColumnNumber - 1];
                var where = $"{sheet.Name}!{cell.Address}";
                if (cell.DataType is XLDataType.Number)
                {
                    double.Parse(read.TrimEnd('%'), CultureInfo.InvariantCulture).ShouldBe(cell.GetDouble() * (read.EndsWith('%') ? 100 : 1), 1e-9, where);
                    numbers++;
                }
                else if (cell.DataType is XLDataType.Text)
                {
                    read.ReplaceLineEndings("\n").ShouldBe(cell.GetString().ReplaceLineEndings("\n"), where);
                }
            }
        }
        numbers.ShouldBeGreaterThan(20);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    private async Task ConvertAsync(string office, string file)
    {
        using var process = Process.Start(new ProcessStartInfo(office,
            ["--headless", $"-env:UserInstallation=file://{_folder}/profile", "--convert-to", EverySheet, "--outdir", _folder, file])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await said + await complained);
    }

    private static List<List<string>> Csv(string text)
    {
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' or '\n' when !quoted:
                    rows[^1].Add(cell.ToString());
                    cell.Clear();
                    if (text[i] == '\n') rows.Add([]);
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }
        return rows;
    }
}
