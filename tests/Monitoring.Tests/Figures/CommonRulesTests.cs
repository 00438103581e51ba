using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;

namespace Monitoring.Tests.Figures;

/// <summary>A country counts once, and what does not fit the definition stands beside the figure with its reason.</summary>
public sealed class CommonRulesTests
{
    private static readonly CommonDefinition First = new() { Code = "RC3", NameEn = "People reached", NameEs = "Personas", Kind = IndicatorKind.Count, OverlapRule = OverlapRule.Disjoint };
    private static readonly CommonDefinition InPersons = First with { VersionNo = 2, Unit = "persons" };
    private static readonly CommonDefinition[] Both = [First, InPersons];

    private static CommonAnswer Says(CountryCode country, decimal? value, string? unit = null, int? version = null, int part = 1) => new()
    {
        Country = country,
        CommonIndicatorCode = "RC3",
        PartNo = part,
        DefinitionVersion = version,
        Value = value,
        Unit = unit,
        AnswerState = value is null ? ValueState.NotCollected : ValueState.Reported,
        Mark = Mark.Reported,
    };

    private static IReadOnlyList<Figure> Of(CommonDefinition now, IEnumerable<CommonAnswer> own, params IEnumerable<Figure> national) => CommonRules.Of(now, Both, Some.Honduras, own, national);

    [Fact]
    public void The_own_answer_counts_and_what_would_feed_the_same_is_named_and_not_added()
    {
        var whole = Aggregator.Of(Of(InPersons, [Says(Some.Honduras, 38, version: 2)], Some.Count("HN-1", 40, "persons")));
        whole.ShouldBeOfType<Total>().Value.ShouldBe(38);
        whole.Notes.ShouldContain(n => n.Key == Reason.AnsweredDirectly && n.Values[1] == "HN-1");
    }

    [Fact]
    public void Where_a_country_says_nothing_its_mapped_indicators_count_as_derived()
    {
        foreach (var own in new CommonAnswer[][] { [], [Says(Some.Honduras, null, version: 2)] })
        {
            var whole = Aggregator.Of(Of(InPersons, own, Some.Count("HN-1", 40, "persons")));
            (whole.ShouldBeOfType<Total>().Value, whole.Mark, whole.Parts.Single().FedBy).ShouldBe((40m, Mark.Derived, "HN-1"));
        }
        Of(InPersons, [Says(Some.Honduras, null, version: 2) with { AnswerState = ValueState.NotApplicable }], Some.Count("HN-1", 40, "persons"))
            .ShouldHaveSingleItem().State.ShouldBe(ValueState.NotApplicable, "a country that says it does not apply is believed");
    }

    [Fact]
    public void A_mapped_indicator_that_counts_otherwise_is_left_out_with_the_reason()
    {
        var whole = Aggregator.Of(Of(InPersons, [], Some.Count("HN-1", 40, "families")));
        whole.ShouldBeOfType<Refusal>().Reason.ShouldBe(new Reason(Reason.FeedsUnit, "HN-1", "families", "persons"));
        CommonRules.Refusal(InPersons, new Mapped("X", IndicatorKind.Ratio, "persons", null, []))!.Key.ShouldBe(Reason.FeedsKind);
        CommonRules.Refusal(InPersons with { Population = "returnees" }, new Mapped("X", IndicatorKind.Count, "Persons ", null, []))!.Key.ShouldBe(Reason.FeedsPopulation);
        CommonRules.Refusal(InPersons, new Mapped("X", IndicatorKind.Count, "Persons ", "anybody", [])).ShouldBeNull();
    }

    [Fact]
    public void An_earlier_answer_counts_on_where_it_counts_the_same_and_is_left_out_where_not()
    {
        // One part of an answer may still fit while the other does not.
        var figures = Of(InPersons, [Says(Some.Honduras, 15, "persons"), Says(Some.Honduras, 23, "life projects", part: 2)]);
        var whole = Aggregator.Of(figures);
        whole.ShouldBeOfType<Total>().Value.ShouldBe(15);
        whole.Notes.ShouldHaveSingleItem().ShouldBe(new Reason(Reason.EarlierUnit, "HND", "1", "2", "life projects", "persons"));
        Aggregator.Subtotals(figures).ShouldHaveSingleItem();

        string? Why(CommonDefinition now, CommonAnswer answer) => Of(now, [answer])[0].SetAside?.Key;
        var given = Says(Some.Honduras, 15, "persons");
        Why(InPersons with { Unit = null, NameEn = "Other words" }, given).ShouldBeNull();
        Why(InPersons with { OverlapRule = OverlapRule.Unknown }, given).ShouldBeNull("how answers come together changes nothing of what was answered");
        Why(InPersons with { Kind = IndicatorKind.Rate }, given).ShouldBe(Reason.EarlierKind);
        Why(InPersons with { Population = "returnees" }, given).ShouldBe(Reason.EarlierPopulation);
        Why(InPersons with { KeepsAnswers = false }, given).ShouldBe(Reason.EarlierDeclared);
        Why(InPersons with { Kind = IndicatorKind.Count, KeepsAnswers = false }, given with { DefinitionVersion = 2 }).ShouldBeNull();
    }

    [Fact]
    public void A_country_that_is_left_out_is_not_called_silent_and_the_others_are_added()
    {
        var whole = Aggregator.Of([.. Of(InPersons, [Says(Some.Honduras, 9, "families")]), .. CommonRules.Of(InPersons, Both, Some.Mexico, [Says(Some.Mexico, 4, version: 2, unit: "persons")], []),
            .. CommonRules.Of(InPersons, Both, Some.ElSalvador, [], [])]);
        whole.ShouldBeOfType<Total>().Value.ShouldBe(4);
        whole.Notes.Select(n => n.Key).ShouldBe([Reason.EarlierUnit, Reason.NotReportedBy], ignoreOrder: true);
        whole.Notes.Single(n => n.Key == Reason.NotReportedBy).Values.ShouldBe(["SLV"]);
    }
}
