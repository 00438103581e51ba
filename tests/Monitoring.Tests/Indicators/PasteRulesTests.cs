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
        PasteRules.Plan("1.234\t1.000", 0, 0, CellKey.All, false, read, _ => new()).Select(c => read.Read(c.After!).Value!.Value).ShouldBe([1234, 1000]);
    }

    [Fact]
    public void Shares_take_two_columns_a_cell()
    {
        var plan = PasteRules.Plan("17\t38\t5\t9", 0, 0, CellKey.All, isRatio: true, Reader(IndicatorKind.Ratio), _ => new());
        plan.Select(c => (c.Cell!.Value.Sex, c.After)).ShouldBe([(Sex.All, new CellText("17", "38")), (Sex.Female, new CellText("5", "9"))]);
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

    private static CellKey Cell(Sex sex, string age) => new(sex, age, CellKey.All);

    private static CellReader Reader(IndicatorKind kind) => new(kind, NumberNotation.Point, new CellWords("nc", "na"), States);

    private static IReadOnlyList<PasteCell> Plan(string block, int row, int column, Dictionary<CellKey, CellText> now) =>
        PasteRules.Plan(block, row, column, CellKey.All, false, Reader(IndicatorKind.Count), c => now.GetValueOrDefault(c) ?? new());
}
