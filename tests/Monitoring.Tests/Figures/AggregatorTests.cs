using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Range = Monitoring.Web.Figures.Range;

namespace Monitoring.Tests.Figures;

/// <summary>The scenarios of the demo and the rules about numbers, one promise each.</summary>
public sealed class AggregatorTests
{
    [Fact]
    public void Cases_of_two_periods_whose_overlap_is_unknown_give_a_range_and_no_total()
    {
        var range = Aggregator.Of([Some.PilotCases, Some.FundedCases]).ShouldBeOfType<Range>();
        (range.Low, range.High, range.Unit).ShouldBe((38, 65, "cases"));
        range.Parts.Select(p => p.Value).ShouldBe([27, 38]);
        range.Reason.ShouldBe(new Reason(Reason.PeriodsMayOverlap, "2019, after pilot, to 2021"));
        range.Mark.ShouldBe(Mark.Derived);
    }

    [Fact]
    public void Cases_persons_and_life_projects_are_refused_because_their_units_differ_and_stand_as_subtotals()
    {
        Figure[] figures = [Some.FundedCases, Some.RelocatedPersons, Some.LifeProjects];
        var refusal = Aggregator.Of(figures).ShouldBeOfType<Refusal>();
        refusal.Reason.Key.ShouldBe(Reason.UnitsDiffer);
        refusal.Reason.Values.ShouldBe(["cases, life projects, persons"]);
        Aggregator.Subtotals(figures).Cast<Total>().Select(t => (t.Value, t.Unit)).ShouldBe([(38, "cases"), (15, "persons"), (23, "life projects")], ignoreOrder: true);
    }

    [Fact]
    public void Three_relocated_families_and_seven_with_a_venture_are_never_ten()
    {
        Figure[] figures = [Some.RelocatedFamilies, Some.VentureFamilies];
        Aggregator.Of(figures).ShouldBeOfType<Refusal>().Reason.Key.ShouldBe(Reason.PopulationsDiffer);
        Aggregator.Subtotals(figures).Cast<Total>().Select(t => t.Value).ShouldBe([3, 7], ignoreOrder: true);
    }

    [Fact]
    public void A_fact_printed_twice_counts_once_and_says_where_else_it_is_printed()
    {
        var again = Some.RelocatedPersons with { Code = "MX-PNDH-R17", Initiative = "MX-PNDH", DuplicateOf = "MX-PILOT-I1", AlsoReportedIn = null };
        var total = Aggregator.Of([again, Some.RelocatedPersons]).ShouldBeOfType<Total>();
        total.Value.ShouldBe(15);
        total.Notes.ShouldBe([new Reason(Reason.CountsOnce, "MX-PILOT-I1", "MX-PNDH"), new Reason(Reason.Repeats, "MX-PNDH-R17", "MX-PILOT-I1")]);

        // Where the figure that is repeated is not among them, its repetition counts in its stead, once.
        Aggregator.Of([again, again with { Code = "MX-PNDH-R18" }]).ShouldBeOfType<Total>().Value.ShouldBe(15);
    }

    [Fact]
    public void A_rate_stands_alone_and_is_never_added()
    {
        var alone = Aggregator.Of([Some.Intake]).ShouldBeOfType<Total>();
        alone.Value.ShouldBe(25);
        alone.Notes.ShouldBe([new Reason(Reason.CountsOnce, "MX-PILOT-I3", "MX-PNDH")]);
        Aggregator.Of([Some.Intake, Some.Intake with { Country = Some.Honduras }]).ShouldBeOfType<Refusal>().Reason.Key.ShouldBe(Reason.RateNotAdded);
    }

    [Fact]
    public void A_ratio_of_two_countries_comes_from_the_parts_and_not_from_the_percentages()
    {
        var honduras = Aggregator.Of([Some.Ratio("I3", 17, 38)]).ShouldBeOfType<Total>();
        (honduras.Numerator, honduras.Denominator, honduras.Percent).ShouldBe((17, 38, 44.7m));

        var both = Aggregator.Of([Some.Ratio("I3", 17, 38), Some.Ratio("I3", 1, 2, Some.Mexico)]).ShouldBeOfType<Total>();
        (both.Numerator, both.Denominator, both.Percent).ShouldBe((18, 40, 45.0m));
    }

    [Fact]
    public void Completeness_of_the_region_is_six_of_seven()
    {
        Figure Answer(CountryCode country, decimal n, decimal d) => Some.Ratio("RC6", n, d, country);
        var region = Aggregator.Of([Answer(Some.Mexico, 4, 4), Answer(Some.Honduras, 2, 2), Answer(Some.ElSalvador, 0, 1)]).ShouldBeOfType<Total>();
        (region.Numerator, region.Denominator, region.Percent).ShouldBe((6, 7, 85.7m));
        Aggregator.Of([Answer(Some.ElSalvador, 0, 1)]).ShouldBeOfType<Total>().Percent.ShouldBeNull();
    }

    [Fact]
    public void No_amount_in_seven_initiatives_is_nothing_reported_and_not_zero_per_cent()
    {
        Figure Answer(CountryCode country, decimal n, decimal d) => Some.Ratio("RC7", n, d, country) with { ZeroIsAbsence = true };
        Figure[] figures = [Answer(Some.Mexico, 0, 4), Answer(Some.Honduras, 0, 2), Answer(Some.ElSalvador, 0, 1)];
        Aggregator.Of(figures).ShouldBeOfType<Missing>().Reason.ShouldBe(new Reason(Reason.NoneOf, "7"));
        Aggregator.Of([.. figures[..2], Answer(Some.ElSalvador, 1, 1)]).ShouldBeOfType<Total>().Percent.ShouldBe(14.3m);
    }

    [Fact]
    public void A_country_without_a_figure_is_named_and_is_not_zero()
    {
        Figure Studies(CountryCode country, decimal? n) => Some.Count("RC2", n, "studies", country: country);
        var total = Aggregator.Of([Studies(Some.ElSalvador, 1), Studies(Some.Honduras, 2), Studies(Some.Mexico, null)]).ShouldBeOfType<Total>();
        total.Value.ShouldBe(3);
        total.Notes.ShouldBe([new Reason(Reason.NotReportedBy, "MEX")]);
        Aggregator.Of([Studies(Some.Mexico, null)]).ShouldBeOfType<Missing>();
        Aggregator.Of([]).ShouldBeOfType<Missing>();
        Aggregator.Of([Studies(Some.Mexico, 0)]).ShouldBeOfType<Total>().Value.ShouldBe(0);
    }

    [Fact]
    public void Countries_are_counted_at_each_rung_in_the_order_of_the_ladder_and_a_rung_can_be_not_applicable()
    {
        string[] ladder = ["none", "drafted", "handed to legislature", "passed one chamber", "passed", "in force"];
        var steps = Aggregator.Of([
            Some.Rung(Some.ElSalvador, "passed", ladder), Some.Rung(Some.Mexico, "passed one chamber", ladder),
            Some.Rung(Some.Honduras, null, ladder) with { State = ValueState.NotApplicable },
        ]).ShouldBeOfType<PerStep>();
        steps.Steps.Select(s => s.Step).ShouldBe(ladder);
        steps.Steps.Single(s => s.Step == "passed").Countries.ShouldBe([Some.ElSalvador]);
        steps.Steps.Sum(s => s.Countries.Count).ShouldBe(2);
        steps.Notes.ShouldBe([new Reason(Reason.NotApplicableIn, "HND")]);
    }

    [Fact]
    public void Ladders_with_different_steps_are_not_counted_together() =>
        Aggregator.Of([Some.Rung(Some.Honduras, "drafted", "drafted", "passed"), Some.Rung(Some.Mexico, "drafted", "drafted", "in force")])
            .ShouldBeOfType<Refusal>().Reason.Key.ShouldBe(Reason.LaddersDiffer);

    [Fact]
    public void Countries_that_reached_a_milestone_are_counted()
    {
        Figure Crime(CountryCode country, bool? reached) => Some.Count("C", null, "") with
        {
            Country = country,
            Kind = IndicatorKind.Milestone,
            Overlap = OverlapRule.Countries,
            Reached = reached,
            State = ValueState.Reported,
        };
        var total = Aggregator.Of([Crime(Some.Honduras, true), Crime(Some.Mexico, false), Crime(Some.ElSalvador, null)]).ShouldBeOfType<Total>();
        (total.Value, total.CountsCountries).ShouldBe((1, true));
        total.Notes.ShouldBe([new Reason(Reason.NotReportedBy, "SLV")]);
    }

    [Fact]
    public void Results_that_repeat_others_are_left_out_of_the_distinct_count()
    {
        var total = Aggregator.Of([Some.Count("MX-PNDH-I4", 26, "results") with { Overlap = OverlapRule.Distinct, DistinctValue = 24 }]).ShouldBeOfType<Total>();
        total.Value.ShouldBe(24);
        total.Notes.ShouldBe([new Reason(Reason.DistinctOf, "MX-PNDH-I4", "24", "26")]);
    }

    [Theory]
    [InlineData(OverlapRule.NotAdded, Reason.NeverAdded)]
    [InlineData(OverlapRule.Derived, Reason.ComputedFromOthers)]
    public void What_is_never_added_is_refused_also_within_one_service(OverlapRule rule, string key) =>
        Aggregator.Of([Some.PilotCases, Some.FundedCases with { Overlap = rule }]).ShouldBeOfType<Refusal>().Reason.Key.ShouldBe(key);

    [Fact]
    public void The_first_test_that_fails_is_the_reason()
    {
        var one = Some.Count("A", 1, "cases", "p");
        var other = Some.Count("B", 2, "persons", "q", Some.Mexico) with { Kind = IndicatorKind.Fixed, Period = new Period("2020"), Overlap = OverlapRule.NotAdded };
        string Key() => Aggregator.Of([one, other]).ShouldBeOfType<Refusal>().Reason.Key;

        Key().ShouldBe(Reason.UnitsDiffer);
        other = other with { Unit = "Cases " };
        Key().ShouldBe(Reason.PopulationsDiffer);
        other = other with { Population = "p" };
        Key().ShouldBe(Reason.KindsDiffer);
        other = other with { Kind = IndicatorKind.Count };
        Key().ShouldBe(Reason.PeriodsDiffer);
        other = other with { Period = one.Period };
        Key().ShouldBe(Reason.NeverAdded);
        other = other with { Overlap = OverlapRule.Disjoint };
        Aggregator.Of([one, other]).ShouldBeOfType<Total>().Value.ShouldBe(3);
    }

    [Fact]
    public void Twenty_and_thirty_planned_cases_are_fifty_and_never_added_to_cases_that_were_handled()
    {
        var plan = Some.Count("HN-MAHE-I5", 20, "cases", "MAHE cases") with { IsPlan = true, Period = new Period("2021"), Funder = "CONAPROHM" };
        var other = plan with { Code = "HN-MAHE-I6", Value = 30, Funder = "UNHCR" };
        Aggregator.Of([plan, other]).ShouldBeOfType<Total>().Value.ShouldBe(50);
        Aggregator.Of([plan, other, Some.FundedCases]).ShouldBeOfType<Refusal>().Reason.Key.ShouldBe(Reason.PlansAndActuals);
    }
}
