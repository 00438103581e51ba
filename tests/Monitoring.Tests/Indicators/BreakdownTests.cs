using CsCheck;
using Monitoring.Web.Indicators;

namespace Monitoring.Tests.Indicators;

public sealed class BreakdownTests
{
    private static readonly Gen<string> AnyGroup = Gen.Bool.Select(b => b ? CellKey.All : "Returnees");

    private static readonly Gen<CellKey> AnyCell = Gen.Select(Gen.Enum<Sex>(), Gen.Int[0, CellKey.Ages.Count - 1], AnyGroup, (s, a, g) => new CellKey(s, CellKey.Ages[a], g));

    private static readonly Gen<IndicatorRow> AnyIndicator = Gen.Select(Gen.Enum<IndicatorKind>(), Gen.Bool, Gen.Bool, Gen.Bool,
        (kind, sex, age, group) => new IndicatorRow { Kind = kind, BySex = sex, ByAge = age, ByGroup = group });

    [Fact]
    public void A_cell_is_asked_where_each_of_its_parts_is_and_the_total_always() =>
        Gen.Select(AnyCell, AnyIndicator).Sample((cell, of) =>
        {
            var isSplit = MeasurementRules.IsSplit(of.Kind);
            var expected = (cell.Sex is Sex.All || (isSplit && of.BySex)) && (cell.AgeBand == CellKey.All || (isSplit && of.ByAge)) && (cell.Group == CellKey.All || (isSplit && of.ByGroup));
            return MeasurementRules.IsAsked(cell, of) == expected && MeasurementRules.IsAsked(CellKey.TotalOf(CellKey.All), of);
        });

    [Fact]
    public void The_grid_holds_what_is_asked_each_cell_once_and_no_more() =>
        Gen.Select(AnyIndicator, AnyGroup).Sample((of, group) =>
        {
            var grid = CellGrid.Of(of, group);
            var cells = grid.Cells.ToList();
            var reached = Enumerable.Range(0, grid.Ages.Count).SelectMany(r => Enumerable.Range(0, grid.Columns).Select(c => grid.At(r, c)!.Value)).Distinct().ToList();
            return cells.Distinct().Count() == cells.Count && cells.TrueForAll(c => MeasurementRules.IsAsked(c, of)) && cells.Order(ByName).SequenceEqual(reached.Order(ByName))
                && grid.At(grid.Ages.Count, 0) is null && grid.At(0, grid.Columns) is null && grid.At(-1, 0) is null;
        });

    private static readonly Gen<DefinitionRow> AnyVersion = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool,
        (unit, sex, age, name) => new DefinitionRow { Unit = unit ? "persons" : "families", BySex = sex, ByAge = age, Name = name ? "A" : "B" });

    [Fact]
    public void Whatever_versions_there_were_a_value_is_shown_as_long_as_the_same_is_counted() =>
        Gen.Select(AnyVersion.Array[1, 8], Gen.Int[0, 7]).Sample((versions, at) =>
        {
            var rows = versions.Select((v, i) => v with { DefinitionNo = i + 1 }).ToList();
            var current = rows[at % rows.Count];
            return DefinitionRules.Alike(rows, current.DefinitionNo).SetEquals(rows.Where(r => r.Unit == current.Unit).Select(r => r.DefinitionNo));
        });

    [Theory]
    [InlineData(IndicatorKind.Count, "persons", true)]
    [InlineData(IndicatorKind.Count, "Personas desplazadas", true)]
    [InlineData(IndicatorKind.Rate, "persons per month", true)]
    [InlineData(IndicatorKind.Count, "cases", true)]
    [InlineData(IndicatorKind.Count, "communities", false)]
    [InlineData(IndicatorKind.Count, "families", false)]
    [InlineData(IndicatorKind.Ratio, null, false)]
    [InlineData(IndicatorKind.Fixed, "persons", false)]
    public void What_counts_persons_is_usually_split(IndicatorKind kind, string? unit, bool isSplit) => DefinitionRules.IsUsuallySplit(kind, unit).ShouldBe(isSplit);

    [Fact]
    public async Task Definitions_that_were_there_keep_the_grid_that_they_use()
    {
        await using var world = await World.OpenAsync();
        var gate = world.As(World.FocalPoint(World.Honduras));
        var add = new AddIndicator(gate);
        foreach (var (code, unit) in new[] { ("HN-P", "persons"), ("HN-F", "families"), ("HN-C", "communities") })
        {
            var row = (await add.RunAsync(World.Honduras, new IndicatorDraft { Code = code, Name = code, ContentLanguage = "en", Unit = unit, BySex = true })).Row!;
            if (unit == "families")
                (await new SaveValues(gate, world.Clock).RunAsync(World.Honduras, new ValuesDraft
                {
                    IndicatorId = row.Id,
                    DefinitionNo = 1,
                    Period = PeriodRules.Read("2020")!,
                    Cells = [new CellEntry(new CellKey(Sex.Female, CellKey.All, CellKey.All), 0, new CellValue { Value = 3 })],
                })).Written.ShouldBe(1);
        }
        await world.Behind.RawAsync("update IndicatorDefinition set BySex = 0, ByAge = 0, ByGroup = 0");
        foreach (var batch in Migrator.Batches(Migrator.Files("schema", Dialect.Sqlite).Single(f => f.Name.StartsWith("0030", StringComparison.Ordinal)).Text).Skip(1))
            await world.Behind.RawAsync(batch);
        (await AskedAsync("HN-P")).ShouldBe((true, true, true));
        (await AskedAsync("HN-F")).ShouldBe((true, false, false));
        (await AskedAsync("HN-C")).ShouldBe((false, false, false));

        async Task<(bool, bool, bool)> AskedAsync(string code) =>
            (await new ReadIndicator(gate, world.Clock).RunAsync(World.Honduras, code))!.Indicator is var i ? (i.BySex, i.ByAge, i.ByGroup) : default;
    }

    private static readonly Comparer<CellKey> ByName = Comparer<CellKey>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
}
