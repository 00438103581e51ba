using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Monitoring.Web.Region;
using Monitoring.Web.Region.Compare;
using Monitoring.Web.Shared;

namespace Monitoring.Benchmarks;

/// <summary>What the region reads and writes over set M.</summary>
internal static class RegionTimes
{
    private const int Rounds = 15;
    private const int ExportedRows = 100_000;

    /// <summary>Every indicator's newest value of every country with what they come to, beside a prepared read of the rows it stands on.</summary>
    public static async Task<IReadOnlyList<Bar>> MatrixAsync(int cells)
    {
        await using var bench = await BenchDatabase.OpenAsync();
        var filling = Stopwatch.StartNew();
        var measurements = await SetM.FillAsync(bench, cells);
        Console.WriteLine($"Set M: {measurements:N0} measurements in {filling.Elapsed.TotalSeconds:0} s");
        var analyst = await bench.AnalystAsync();
        var (ours, floor) = (new List<double>(), new List<double>());
        var (groups, rows) = (0, 0);
        for (var i = 0; i < Rounds + 3; i++)
        {
            var (matrix, raw) = (await TimeAsync(async () => groups = (await new ReadFigures(analyst).RunAsync(CancellationToken.None)).Sum(g => g.Figures.Count)),
                await TimeAsync(async () => rows = await RawAsync(bench)));
            if (i < 3) continue;
            ours.Add(matrix);
            floor.Add(raw);
        }
        Console.WriteLine($"The matrix: {groups:N0} figures in {Median(ours) * 1000:0} ms; prepared read of {rows:N0} rows in {Median(floor) * 1000:0} ms");
        return [new Bar($"regional matrix over {measurements:N0} values", "prepared read of the rollup rows", Median(ours) / Median(floor), 3)];
    }

    private static async Task<int> RawAsync(BenchDatabase bench)
    {
        await using var connection = await bench.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            select Country, IndicatorCode, DefinitionNo, Name, Kind, Unit, Population, OverlapRule, Funder, PeriodText, PeriodStart, PeriodEnd, State, Value,
                   Numerator, Denominator, Mark, SourceLines
              from FrozenTotal
             where Country = @Country and SnapshotNo = 1 and IsNewest = 1
             order by TotalNo
            """;
        var country = command.CreateParameter();
        (country.ParameterName, country.Value) = ("@Country", "");
        command.Parameters.Add(country);
        await command.PrepareAsync();
        var rows = new List<object[]>();
        foreach (var code in bench.World.Codes)
        {
            country.Value = code.Value;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
        }
        return rows.Count;
    }

    /// <summary>20 countries × 250 indicators × 20 periods, styled, beside the same cells written bare.</summary>
    public static IEnumerable<Bar> Sheet(int periods)
    {
        using var services = Words();
        var of = Compared(periods);
        var tables = ActivatorUtilities.CreateInstance<SubjectTables>(services);
        var workbook = ActivatorUtilities.CreateInstance<ComparisonWorkbook>(services, tables);
        var subjects = tables.Of(of);
        var (ours, bare, cells) = (new List<double>(), new List<double>(), 0L);
        for (var i = 0; i < 3; i++)
        {
            ours.Add(Time(() => workbook.Of(of)));
            bare.Add(Time(() => cells = Bare(subjects, of)));
        }
        Console.WriteLine($"The sheet: {cells:N0} cells, styled in {Median(ours):0.0} s, bare in {Median(bare):0.0} s");
        yield return new Bar($"comparison sheet, 20 × 250 × {periods}, styled", "bare ClosedXML write of the same cells", Median(ours) / Median(bare), 1.3);
    }

    private static long Bare(IReadOnlyList<SubjectTable> subjects, Comparison of)
    {
        using var book = new XLWorkbook(XLEventTracking.Disabled);
        var cells = 0L;
        void Put(IXLWorksheet sheet, int row, int column, object? value)
        {
            switch (value)
            {
                case null: return;
                case decimal number: sheet.Cell(row, column).SetValue(number); break;
                case Share share: sheet.Cell(row, column).SetValue(share.Value); break;
                case DateOnly day: sheet.Cell(row, column).SetValue(day.ToDateTime(TimeOnly.MinValue)); break;
                default: sheet.Cell(row, column).SetValue((string)value); break;
            }
            cells++;
        }
        var beside = book.AddWorksheet("Side by side");
        var at = 3;
        foreach (var subject in subjects)
            foreach (var group in subject.Groups)
            {
                var columns = of.Countries.Select(c => subject.In(group, c.Code)).ToList();
                var height = columns.Max(c => c.Count);
                for (var i = 0; i < height; i++)
                {
                    Put(beside, at + i, 1, subject.Title);
                    Put(beside, at + i, 2, group);
                    foreach (var (n, entries) in columns.Index())
                    {
                        if (i >= entries.Count) continue;
                        Put(beside, at + i, 3 + 3 * n, entries[i].Number ?? entries[i].Text);
                        Put(beside, at + i, 4 + 3 * n, entries[i].Unit);
                        Put(beside, at + i, 5 + 3 * n, entries[i].Mark?.Letter().ToString());
                    }
                }
                at += height;
            }
        foreach (var subject in subjects)
        {
            var sheet = book.AddWorksheet(subject.Title);
            foreach (var (r, entry) in subject.Entries.Index())
                foreach (var (i, value) in entry.Cells.Index()) Put(sheet, r + 2, i + 1, value);
        }
        using var to = new MemoryStream();
        book.SaveAs(to);
        return cells;
    }

    private static Comparison Compared(int periods)
    {
        var codes = Enumerable.Range(0, BenchDatabase.Countries).Select(i => CountryCode.Parse($"Q{(char)('M' + i / 26)}{(char)('A' + i % 26)}", null)).ToList();
        return new Comparison
        {
            Selection = new Selection(codes, [Subject.Figures], null),
            Axes = [],
            Common = [],
            Anomalies = [],
            Choices = [],
            CycleChoices = [],
            Countries = [.. codes.Select(code => new ComparedCountry(new CountryRow { Country = code, NameEn = code.Value, NameEs = code.Value, SnapshotNo = 1, CycleCode = "2021-S2", AcceptedAt = DateTime.UnixEpoch.AddYears(51) }, null)
            {
                Figures = [.. Enumerable.Range(1, SetM.IndicatorsEach).SelectMany(i => Enumerable.Range(0, periods).Select(p => new Figure
                {
                    Country = code,
                    Code = $"{code}-I{i:000}",
                    Name = $"Persons reached by service {i}",
                    Kind = IndicatorKind.Count,
                    Overlap = OverlapRule.Disjoint,
                    Unit = $"persons {i % 50}",
                    Population = "displaced persons",
                    Period = new Period($"{2017 + p / 4} Q{1 + p % 4}", new DateOnly(2017 + p / 4, 1 + 3 * (p % 4), 1), new DateOnly(2017 + p / 4, 1 + 3 * (p % 4), 1).AddMonths(3).AddDays(-1)),
                    Value = i + p,
                    Mark = Mark.Reported,
                }))],
            })],
        };
    }

    /// <summary>The long sheet, streamed, beside a zip with XML written by hand; and what it holds in memory while it is written.</summary>
    public static async Task<IReadOnlyList<Bar>> ExportAsync()
    {
        using var services = Words();
        var files = ActivatorUtilities.CreateInstance<TidyFiles>(services);
        var (ours, raw) = (new List<double>(), new List<double>());
        for (var i = 0; i < 6; i++)
        {
            var (sheet, hand) = (await TimeAsync(async () => { await using var _ = await files.SheetAsync(ValuesAsync(ExportedRows), DateTime.UnixEpoch.AddYears(51), CancellationToken.None); }),
                await TimeAsync(() => ByHandAsync(ExportedRows)));
            if (i == 0) continue;
            ours.Add(sheet);
            raw.Add(hand);
        }
        var (few, many) = (await HeldAsync(ExportedRows), await HeldAsync(5 * ExportedRows));
        Console.WriteLine($"The export: {ExportedRows / Median(ours):N0} rows/s, by hand {ExportedRows / Median(raw):N0} rows/s; {few:0.0} MiB more of the machine at 100,000 rows, {many:0.0} MiB at 500,000");
        return
        [
            new Bar("long sheet, 100,000 rows, streamed", "zip and XML by hand, the same cells", Median(ours) / Median(raw), 1 / 0.3),
            new Bar("memory taken while it is written", "the same process before it", few, 100, "MiB"),
            new Bar("the same at 500,000 rows", "the same process before it", many, 100, "MiB"),
            new Bar("more at 500,000 rows than at 100,000", "–", many - few, 10, "MiB"),
        ];
    }

    /// <summary>
    /// How many MiB of the machine a process of its own takes more while it writes so many rows: the most of its working set, looked at
    /// every few milliseconds, above what it held before. Living objects alone would say nothing of what waits to be collected.
    /// </summary>
    private static async Task<double> HeldAsync(int rows)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(RegionTimes).Assembly.Location, "held", rows.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("It does not start.");
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? double.Parse(said, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"It ended with {process.ExitCode}.");
    }

    /// <summary>The child of <see cref="HeldAsync"/>: says the MiB and nothing else.</summary>
    public static async Task HoldAsync(int rows)
    {
        await using var services = Words();
        var files = ActivatorUtilities.CreateInstance<TidyFiles>(services);
        // Code and words are there before; what is counted is the writing.
        await (await files.SheetAsync(ValuesAsync(1_000), DateTime.UnixEpoch.AddYears(51), CancellationToken.None)).DisposeAsync();
        var before = Environment.WorkingSet;
        var most = before;
        using var over = new ManualResetEventSlim();
        var look = new Thread(() =>
        {
            do most = Math.Max(most, Environment.WorkingSet);
            while (!over.Wait(5));
        });
        look.Start();
        await using (await files.SheetAsync(ValuesAsync(rows), DateTime.UnixEpoch.AddYears(51), CancellationToken.None)) over.Set();
        look.Join();
        Console.Write(((most - before) / 1024d / 1024d).ToString("0.0", CultureInfo.InvariantCulture));
    }

#pragma warning disable CS1998 // The rows are there at once; a database gives them one after the other.
    private static async IAsyncEnumerable<TidyValue> ValuesAsync(int rows)
    {
        var country = CountryCode.Parse("QMA", null);
        for (var i = 0; i < rows; i++)
        {
            // Twelve cells with something in them, as most rows have.
            yield return new TidyValue { Country = country, CycleCode = "2021-S2", SnapshotNo = 1, IndicatorCode = $"QMA-I{i % 250:000}", DefinitionNo = 1, Kind = IndicatorKind.Count, Unit = "persons", Place = $"Department {i % 9}", Value = i, Mark = Mark.Reported };
        }
    }
#pragma warning restore CS1998

    private static async Task ByHandAsync(int rows)
    {
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        await using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open(), new UTF8Encoding(false), 1 << 16);
        await sheet.WriteAsync("<worksheet><sheetData>");
        await foreach (var v in ValuesAsync(rows))
        {
            await sheet.WriteAsync("<row>");
            foreach (var text in new[] { v.Country.Value, v.CycleCode, v.IndicatorCode, "Count", v.Unit, "All", "All", "All", v.Place, "Reported", "R" })
                await sheet.WriteAsync($"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>");
            foreach (var number in new[] { v.SnapshotNo, v.DefinitionNo, v.Value }) await sheet.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"<c><v>{number}</v></c>"));
            await sheet.WriteAsync("</row>");
        }
        await sheet.WriteAsync("</sheetData></worksheet>");
    }

    private static ServiceProvider Words() => new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    private static double Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
