using CsCheck;
using Monitoring.Web.Indicators;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Indicators;

public sealed class PasteRulesTests
{
    private static readonly Dictionary<ValueState, string> States = new() { [ValueState.NotCollected] = "Not collected", [ValueState.NotApplicable] = "Not applicable" };

    [Fact]
    public void Each_cell_of_a_block_says_what_it_will_do()
    {
        var now = new Dictionary<CellKey, CellText> { [Cell(Sex.All, "All")] = new("7"), [Cell(Sex.Female, "All")] = new("3") };
        var plan = Plan("7\t4\tnc\n\t5\n", 0, 0, now);
        plan.Select(c => (c.Cell, c.Does)).ShouldBe([
            (Cell(Sex.All, "All"), PasteDoes.Keeps), (Cell(Sex.Female, "All"), PasteDoes.Changes), (Cell(Sex.Male, "All"), PasteDoes.Adds),
            (Cell(Sex.All, "0-4"), PasteDoes.Keeps), (Cell(Sex.Female, "0-4"), PasteDoes.Adds)]);
        PasteRules.IsWhole(plan).ShouldBeTrue();
        Plan("", 0, 1, now).Single().Does.ShouldBe(PasteDoes.Empties);
    }

    [Theory]
    [InlineData("1\tx", PasteDoes.CannotBeRead)]
    [InlineData("1\t-2", PasteDoes.CannotBeRead)]
    [InlineData("1\t2\t3\t4\t5\t6", PasteDoes.IsOutside)]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8", PasteDoes.IsOutside)]
    public void One_cell_that_cannot_be_taken_stops_the_whole_block(string block, PasteDoes why)
    {
        var plan = Plan(block, 0, 0, []);
        plan.ShouldContain(c => c.Does == why);
        PasteRules.IsWhole(plan).ShouldBeFalse();
    }

    [Fact]
    public void A_block_that_may_mean_two_numbers_is_asked_once_and_read_as_answered()
    {
        Plan("1.234\t1.000", 0, 0, []).ShouldAllBe(c => c.Choices != null);
        var read = Reader(IndicatorKind.Count).As(NumberNotation.Comma);
        PasteRules.Plan(ClipboardTable.Read("1.234\t1.000"), 0, 0, Grid, read, Reader(IndicatorKind.Count), _ => new CellText("1234")).Select(c => (c.After!.First, c.Does))
            .ShouldBe([("1234", PasteDoes.Keeps), ("1000", PasteDoes.Changes)], "what is taken is written as the form writes it");
    }

    [Fact]
    public void Shares_take_two_columns_a_cell()
    {
        var plan = PasteRules.Plan(ClipboardTable.Read("17\t38\t5\t9"), 0, 0, Grid with { IsRatio = true }, Reader(IndicatorKind.Ratio), Reader(IndicatorKind.Ratio), _ => new());
        plan.Select(c => (c.Cell!.Value.Sex, c.After)).ShouldBe([(Sex.All, new CellText("17", "38")), (Sex.Female, new CellText("5", "9"))]);
    }

    [Fact]
    public void A_cell_between_quotation_marks_is_one_cell_whatever_stands_in_it()
    {
        Table("\"Women\nand girls\"\tx\r\n1\t2\r\n").ShouldBe(["Women and girls|x", "1|2"]);
        Table("\"5\n\"\t\"a\tb\"\t\"say \"\"no\"\"\"").ShouldBe(["5|a b|say \"no"]);
        Table("\"no end\tx\n3").ShouldBe(["no end|x", "3"]);
        Table("\t\n\n4\t").ShouldBe(["|", "", "4|"]);

        static IEnumerable<string> Table(string block) => ClipboardTable.Read(block).Select(r => string.Join('|', r));
    }

    private static readonly Gen<string> AnyCell = Gen.String[Gen.Char["0a\"\n\t "], 0, 5];

    [Fact]
    public void Whatever_a_spreadsheet_puts_on_the_clipboard_is_read_with_as_many_rows_and_cells() =>
        AnyCell.Array[2].Array[1, 5].Sample(rows =>
        {
            // As spreadsheets write it; one that ends its last row with a mark of its own.
            var block = string.Join("\r\n", rows.Append(["z", "z"]).Select(r => string.Join('\t', r.Select(c => c.AsSpan().IndexOfAny("\"\n\t") < 0 ? c : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
            var read = ClipboardTable.Read(block + "\r\n");
            return read.Count == rows.Length + 1 && read.All(r => r.Length == 2);
        });

    [Fact]
    public void Headings_are_left_out_and_one_that_belongs_elsewhere_is_told()
    {
        var heads = new GridHeads(new Dictionary<string, Sex> { ["WOMEN"] = Sex.Female, ["MUJERES"] = Sex.Female }, new Dictionary<string, string> { ["0-4"] = "0-4", ["5-11"] = "5-11" }, Reader(IndicatorKind.Count));
        var block = ClipboardTable.Read("Edad\tMujeres\n0–4\t1\n5–11\tnc\n");
        (heads.Rows(block), heads.Columns(block, 1)).ShouldBe((1, 1));
        var plan = PasteRules.Plan(PasteRules.Body(block, 1, 1), 1, 1, Grid, Reader(IndicatorKind.Count), Reader(IndicatorKind.Count), _ => new());
        plan.Select(c => (c.Cell, c.After!.First)).ShouldBe([(Cell(Sex.Female, "0-4"), "1"), (Cell(Sex.Female, "5-11"), "nc")]);
        heads.Elsewhere(block, 1, 1, 1, 1, Grid).ShouldBeEmpty();
        heads.Elsewhere(block, 1, 1, 0, 0, Grid).ShouldBe([new("Mujeres", Cell(Sex.All, "All")), new("0–4", Cell(Sex.All, "All")), new("5–11", Cell(Sex.All, "0-4"))]);
    }

    [Theory]
    [InlineData("1\t2\n3\t4")]
    [InlineData("2020\t2021\n3\t4")]
    [InlineData("nc\tna\n3\t4")]
    [InlineData("3\tx\n4\t5")]
    [InlineData("-3\n4")]
    [InlineData("x\ty")]
    public void A_value_is_never_taken_for_a_heading(string block)
    {
        var heads = new GridHeads(new Dictionary<string, Sex>(), new Dictionary<string, string>(), Reader(IndicatorKind.Count));
        var rows = ClipboardTable.Read(block);
        (heads.Rows(rows), heads.Columns(rows, 0)).ShouldBe((0, 0));
    }

    [Fact]
    public void Every_written_cell_of_any_block_is_in_the_preview() =>
        Gen.Select(Gen.String[Gen.Char["0123456789.,nc x"], 0, 5].Array[1, 7].Array[1, 9], Gen.Int[0, 6], Gen.Int[0, 4]).Sample((lines, row, column) =>
        {
            var block = string.Join("\r\n", lines.Select(l => string.Join('\t', l)));
            var plan = Plan(block, row, column, []);
            var written = lines.SelectMany((l, r) => l.Select((t, c) => (Text: t.Trim(), Inside: row + r < 7 && column + c < 5))).ToList();
            return plan.Count(c => c.Does is PasteDoes.IsOutside) == written.Count(w => !w.Inside && w.Text.Length > 0)
                && plan.Count(c => c.Cell is not null && c.Text.Length > 0) == written.Count(w => w.Inside && w.Text.Length > 0);
        });

    private static readonly CellGrid Grid = new(Enum.GetValues<Sex>(), CellKey.Ages, CellKey.All, IsRatio: false);

    private static CellKey Cell(Sex sex, string age) => new(sex, age, CellKey.All);

    private static CellReader Reader(IndicatorKind kind) => new(kind, NumberNotation.Point, new CellWords("nc", "na"), States);

    private static IReadOnlyList<PasteCell> Plan(string block, int row, int column, Dictionary<CellKey, CellText> now) =>
        PasteRules.Plan(ClipboardTable.Read(block), row, column, Grid, Reader(IndicatorKind.Count), Reader(IndicatorKind.Count), c => now.GetValueOrDefault(c) ?? new());
}
