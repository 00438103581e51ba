using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Reports;

namespace Monitoring.Tests.Reports;

/// <summary>What stops a report and what is worth a look.</summary>
public sealed class FindingRulesTests
{
    private static readonly InitiativeFacts Good = new() { Code = "HN-ONE", Stage = Monitoring.Web.Initiatives.Stage.Pilot, Outlook = Outlook.OnTrack, Results = 1 };

    [Fact]
    public void A_sound_report_has_no_findings() => FindingRules.Of(Facts()).ShouldBeEmpty();

    [Fact]
    public void An_empty_report_is_stopped() => Kinds(Facts() with { Initiatives = [] }).ShouldBe(["NoInitiatives!"]);

    [Fact]
    public void Whoever_runs_owes_an_outlook_and_whoever_ended_does_not()
    {
        Kinds(Facts() with { Initiatives = [Good with { Outlook = Outlook.NotAssessed }] }).ShouldBe(["OutlookMissing!"]);
        Kinds(Facts() with { Initiatives = [Good with { Outlook = Outlook.NotAssessed, Stage = Monitoring.Web.Initiatives.Stage.Completed }] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_reported_value_holds_one_and_a_part_is_not_larger_than_its_whole()
    {
        var value = new ValueFact { Code = "I1", State = ValueState.Reported };
        Kinds(Facts() with { Values = [value] }).ShouldBe(["ValueMissing!"]);
        Kinds(Facts() with { Values = [value with { State = ValueState.NotCollected }] }).ShouldBeEmpty("not collected is an answer");
        Kinds(Facts() with { Values = [value with { Target = 20 }] }).ShouldBeEmpty("a plan waits for its value");
        Kinds(Facts() with { Values = [value with { Value = 0 }] }).ShouldBeEmpty("zero is a value");
        Kinds(Facts() with { Values = [value with { Numerator = 39, Denominator = 38 }] }).ShouldBe(["PartLargerThanWhole!"]);
        Kinds(Facts() with { Values = [value with { Numerator = 17, Denominator = 38 }] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(10, 50, false)]
    [InlineData(10, 51, true)]
    [InlineData(50, 10, false)]
    [InlineData(51, 10, true)]
    public void A_value_far_from_the_one_before_is_worth_a_look(int before, int now, bool found)
    {
        var id = Guid.CreateVersion7();
        ValueFact Of(int year, decimal value) => new() { IndicatorId = id, Code = "I1", State = ValueState.Reported, PeriodEnd = new(year, 12, 31), Value = value };
        Kinds(Facts() with { Values = [Of(2021, now), Of(2020, before)] }).ShouldBe(found ? ["FarFromBefore"] : []);
    }

    [Theory]
    [InlineData("Se reubicó a 3 familias en un municipio vecino.", true)]
    [InlineData("9 persons were trained.", true)]
    [InlineData("15 personas fueron reubicadas.", false)]
    [InlineData("In 2021, 1,203 persons.", false)]
    [InlineData("23 life projects and 4 workshops.", false)]
    public void Few_persons_in_a_text_are_listed(string text, bool found) =>
        Kinds(Facts() with { Texts = [new CodeFact { Code = "HN-ONE-R1", Kind = "Result", Text = text }] }).ShouldBe(found ? ["FewPersonsInText"] : []);

    [Fact]
    public void Every_finding_leads_where_it_is_mended()
    {
        var finding = FindingRules.Of(Facts() with { Texts = [new CodeFact { Code = "HN-ONE-R1", Kind = "Result", Text = "3 familias" }] }).Single();
        (finding.Label, finding.Path).ShouldBe(("HN-ONE-R1", "initiatives/HN-ONE#result-HN-ONE-R1"));
        FindingRules.Of(Facts() with { Initiatives = [Good with { StepsOverdue = 2, Results = 0 }] }).Select(f => (f.Kind, f.Path)).ShouldBe(
            [(FindingKind.StepsOverdue, "initiatives/HN-ONE#steps"), (FindingKind.NoResults, "initiatives/HN-ONE#results")]);
    }

    private static FindingFacts Facts() => new() { Initiatives = [Good], Values = [], Others = [], Texts = [], Today = new(2021, 11, 15) };

    private static IEnumerable<string> Kinds(FindingFacts facts) => FindingRules.Of(facts).Select(f => f.Kind + (f.Blocks ? "!" : ""));
}
