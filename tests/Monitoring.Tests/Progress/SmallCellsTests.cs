using CsCheck;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Monitoring.Web.Progress;

namespace Monitoring.Tests.Progress;

public sealed class SmallCellsTests
{
    private static readonly Gen<PersonCell> Cell = Gen.Select(Gen.Frequency((3, Gen.Int[0, 14]), (1, Gen.Int[0, 40])), Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))),
        (persons, isExempt) => new PersonCell(persons, isExempt));

    private static readonly Gen<(PersonCell[] Cells, bool TotalIsExempt)> Sets = Gen.Select(Cell.Array[1, 5], Gen.Bool);

    [Fact]
    public void A_count_of_persons_under_ten_is_withheld_and_one_of_ten_is_not()
    {
        SmallCells.Withholds(9, isExempt: false).ShouldBeTrue();
        SmallCells.Withholds(0, isExempt: false).ShouldBeTrue();
        SmallCells.Withholds(10, isExempt: false).ShouldBeFalse();
        SmallCells.Withholds(null, isExempt: false).ShouldBeFalse("missing is missing");
        SmallCells.Withholds(3, isExempt: true).ShouldBeFalse("a public document has printed it");
    }

    [Fact]
    public void Every_small_cell_that_is_not_exempt_is_withheld_and_no_exempt_one_ever() =>
        Sets.Sample(set =>
        {
            var result = SmallCells.Protect(set.Cells, set.TotalIsExempt);
            for (var i = 0; i < set.Cells.Length; i++)
            {
                if (set.Cells[i].IsExempt) result.Withheld[i].ShouldBeFalse();
                else if (set.Cells[i].Persons < SmallCells.Threshold) result.Withheld[i].ShouldBeTrue();
            }
        }, iter: 20_000);

    [Fact]
    public void A_withheld_cell_cannot_be_worked_out_from_what_is_published() =>
        Sets.Sample(set =>
        {
            var result = SmallCells.Protect(set.Cells, set.TotalIsExempt);
            if (result.HidesTotal) return;
            var open = set.Cells.Where((_, i) => !result.Withheld[i]).ToList();
            var hidden = set.Cells.Where((_, i) => result.Withheld[i]).ToList();
            // Where all that is open is public anyway, so is the rest: there is nothing left to withhold.
            if (hidden.Count == 0 || (set.TotalIsExempt && open.All(c => c.IsExempt))) return;

            var known = set.Cells.Sum(c => c.Persons) - open.Sum(c => c.Persons);
            foreach (var values in PossibleValues((int)known, hidden.Count))
                (values.Max() - values.Min()).ShouldBeGreaterThanOrEqualTo(SmallCells.Threshold, "an outsider must not even learn that a cell is under ten");
        }, iter: 20_000);

    [Fact]
    public void Nothing_is_withheld_where_nothing_is_small() =>
        Gen.Int[10, 500].Select(n => new PersonCell(n)).Array[1, 6].Sample(cells =>
        {
            var result = SmallCells.Protect(cells);
            result.Withheld.ShouldAllBe(withheld => !withheld);
            result.HidesTotal.ShouldBeFalse();
        });

    [Fact]
    public void Two_empty_groups_are_not_given_back_by_the_third()
    {
        // 0 + 0 + 25 = 25: with the third published, the first two would be known to be empty.
        SmallCells.Protect([new(0), new(0), new(25)]).Withheld.ShouldBe([true, true, true]);
    }

    [Fact]
    public void The_part_of_a_whole_is_withheld_when_the_rest_is_small()
    {
        var set = SmallCells.ProtectShare(35, 38, isExempt: false);
        set.Withheld.ShouldBe([true, true]);
        set.HidesTotal.ShouldBeFalse();
    }

    [Theory]
    [InlineData("persons", true), InlineData("cases", true), InlineData("families", true), InlineData("life projects (families)", true)]
    [InlineData("persons per month", true), InlineData("personas", true), InlineData("Familias", true), InlineData("hogares", true)]
    [InlineData("offices", false), InlineData("studies", false), InlineData("tools", false), InlineData("months", false), InlineData("statements", false), InlineData("showcases", false), InlineData(null, false)]
    public void Units_that_count_people_are_known(string? unit, bool countsPersons) => SmallCells.CountsPersons(unit).ShouldBe(countsPersons);

    [Fact]
    public void A_figure_without_a_unit_is_known_by_whom_it_counts()
    {
        SmallCells.CountsPersons(null, "Displaced people served").ShouldBeTrue();
        SmallCells.CountsPersons(null, null, "Families with livelihoods").ShouldBeTrue();
        SmallCells.CountsPersons(null, null, "Initiatives with a results statement").ShouldBeFalse();
        SmallCells.CountsPersons("offices", "Local offices for victim care").ShouldBeFalse();
    }

    [Fact]
    public void A_small_figure_shows_only_with_the_source_that_makes_it_public()
    {
        var stated = new PublishedFigure { Kind = IndicatorKind.Count, Unit = "families", Value = 3, Mark = Mark.Stated, SourceLines = "833" };
        FigureRules.Protect(stated).Value.ShouldBe(3);

        foreach (var figure in new[] { stated with { SourceLines = null }, stated with { Mark = Mark.Reported }, stated with { Mark = Mark.Illustrative } })
        {
            FigureRules.Protect(figure).Value.ShouldBeNull();
            FigureRules.Protect(figure).IsWithheld.ShouldBeTrue();
        }
        FigureRules.Protect(stated with { Unit = "offices", Mark = Mark.Reported }).Value.ShouldBe(3, "offices are no persons");
    }

    [Fact]
    public void An_answer_is_exempt_only_when_a_public_figure_of_that_country_says_the_same()
    {
        var common = new CommonDefinition { NameEn = "Families with livelihoods" };
        var answer = new CommonAnswer { Country = World.Honduras, Unit = "families", Value = 7, Mark = Mark.Inferred };
        var figure = new PublishedFigure { Country = World.Honduras, Unit = "families", Value = 7, Mark = Mark.Stated, SourceLines = "681" };
        FigureRules.Protect(answer, common, [figure]).Value.ShouldBe(7);
        FigureRules.Protect(answer, common, [figure with { Country = World.Mexico }]).IsWithheld.ShouldBeTrue();
        FigureRules.Protect(answer, common, [figure with { Value = 6 }]).IsWithheld.ShouldBeTrue();
        FigureRules.Protect(answer, common, []).IsWithheld.ShouldBeTrue();
    }

    [Fact]
    public void A_percentage_goes_with_its_withheld_part()
    {
        var ratio = new PublishedFigure { Kind = IndicatorKind.Ratio, Unit = "cases", Numerator = 4, Denominator = 40, Mark = Mark.Reported };
        var shown = FigureRules.Protect(ratio);
        shown.Numerator.ShouldBeNull();
        shown.Denominator.ShouldBe(40);
        FigureRules.Protect(ratio with { Numerator = 4, Denominator = 8 }).Denominator.ShouldBeNull();
    }

    [Fact]
    public void A_breakdown_does_not_give_back_what_is_withheld_in_it() =>
        Gen.Select(Gen.Int[0, 30].Array[2, 3], Gen.Int[0, 30].Array[2, 4], Gen.Int[0, 12]).Sample((sexes, places, rest) =>
        {
            var whole = Math.Max(sexes.Sum(), places.Sum()) + rest;
            string[] sex = ["Female", "Male", "Other"];
            List<PublishedFigure> rows =
            [
                Persons(whole),
                .. sexes.Select((n, i) => Persons(n) with { Sex = sex[i] }),
                .. places.Select((n, i) => Persons(n) with { Place = $"Place {i}" }),
            ];
            var shown = ProtectedFigures.Of(rows);
            shown.Where(s => !s.Shown.IsWithheld).ShouldAllBe(s => s.Figure.Value >= SmallCells.Threshold);
            if (shown[0].Shown.IsWithheld)
            {
                // A whole that is withheld is not the sum of a breakdown that is shown.
                shown.ShouldAllBe(s => s.Shown.IsWithheld);
                return;
            }
            foreach (var breakdown in new[] { shown.Where(s => s.Figure.Sex != "All").ToList(), shown.Where(s => s.Figure.Place != "All").ToList() })
            {
                var hidden = breakdown.Count(s => s.Shown.IsWithheld);
                var unseen = whole - breakdown.Where(s => !s.Shown.IsWithheld).Sum(s => s.Figure.Value!.Value);
                // What nobody broke down further is one more cell that an outsider does not see.
                var isSplit = whole > breakdown.Sum(s => s.Figure.Value);
                if (hidden > 0) (hidden + (isSplit ? 1 : 0)).ShouldBeGreaterThan(1);
                if (hidden > 0) unseen.ShouldBeGreaterThanOrEqualTo(SmallCells.Threshold);
            }
        }, iter: 5_000);

    [Fact]
    public void A_cross_table_with_a_small_cell_is_withheld_whole()
    {
        List<PublishedFigure> rows =
        [
            Persons(60),
            Persons(20) with { Sex = "Female", Place = "North" }, Persons(20) with { Sex = "Female", Place = "South" },
            Persons(16) with { Sex = "Male", Place = "North" }, Persons(4) with { Sex = "Male", Place = "South" },
        ];
        ProtectedFigures.Of(rows).Select(s => s.Shown.IsWithheld).ShouldBe([false, true, true, true, true]);
    }

    private static PublishedFigure Persons(int value) => new()
    {
        Country = World.Honduras,
        MeasurementId = Guid.CreateVersion7(),
        IndicatorCode = "X",
        Kind = IndicatorKind.Count,
        Unit = "persons",
        Value = value,
        Mark = Mark.Reported,
    };

    // All that an outsider can think of: every way to share what is known among the hidden cells.
    private static List<HashSet<int>> PossibleValues(int sum, int cells)
    {
        var values = Enumerable.Range(0, cells).Select(_ => new HashSet<int>()).ToList();
        Share(sum, 0, new int[cells]);
        return values;

        void Share(int left, int at, int[] taken)
        {
            if (at == cells - 1)
            {
                taken[at] = left;
                for (var i = 0; i < cells; i++) values[i].Add(taken[i]);
                return;
            }
            foreach (var here in new[] { 0, left / 2, left }.Distinct())
            {
                taken[at] = here;
                Share(left - here, at + 1, taken);
            }
        }
    }
}
