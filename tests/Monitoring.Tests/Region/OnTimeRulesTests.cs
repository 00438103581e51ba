using Monitoring.Web.Countries;
using Monitoring.Web.Figures;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Region;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Region;

public sealed class OnTimeRulesTests
{
    private static readonly DateOnly Today = new(2022, 2, 1), Due = new(2022, 1, 15);
    private static readonly CycleRow Cycle = new() { Code = "2021-S2", StartsOn = new(2021, 7, 1), EndsOn = new(2021, 12, 31), DueOn = Due, State = "Open" };
    private static readonly YearRoleRow[] Roles =
    [
        new() { Country = World.Honduras, RoleYear = 2021, Role = CountryRoleKind.Member }, new() { Country = World.Mexico, RoleYear = 2021, Role = CountryRoleKind.Observer },
        new() { Country = World.ElSalvador, RoleYear = 2020, Role = CountryRoleKind.Member },
    ];

    [Theory]
    [InlineData("Sent 2022-01-15", true)]
    [InlineData("Sent 2022-01-16", false)]
    [InlineData("", false)]
    [InlineData("Sent 2022-01-10, Recalled 2022-01-11, Sent 2022-01-20", false)]
    [InlineData("Sent 2022-01-10, Recalled 2022-01-11", false)]
    [InlineData("Sent 2022-01-10, Sent 2022-01-20", true)]
    public void A_report_is_on_time_by_the_first_sending_that_stood(string history, bool expected)
    {
        var sendings = history.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(h => h.Split(' ')).Select(h => Sending(Enum.Parse<ChangeAction>(h[0]), h[1])).ToList();
        Reports([new ReportDayRow { Country = World.Honduras, CycleCode = Cycle.Code, State = ContentState.Draft }], sendings).ShouldHaveSingleItem().IsOnTime.ShouldBe(expected);
    }

    [Fact]
    public void A_later_day_that_the_country_was_given_counts_and_what_is_not_due_yet_does_not()
    {
        ReportDayRow Given(string until) => new() { Country = World.Honduras, CycleCode = Cycle.Code, State = ContentState.Submitted, ExtendedTo = DateOnly.Parse(until, null) };
        Reports([Given("2022-01-25")], [Sending(ChangeAction.Sent, "2022-01-20")]).ShouldHaveSingleItem().IsOnTime.ShouldBe(true);
        Reports([Given("2022-02-01")], []).ShouldBeEmpty("the day itself is still time");
        Reports([Given("2022-01-31")], []).ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2022, 1, 31));
    }

    [Fact]
    public void A_report_that_was_loaded_has_no_day_and_is_not_counted()
    {
        var timed = Reports([new ReportDayRow { Country = World.Honduras, CycleCode = Cycle.Code, State = ContentState.Published }], []);
        timed.ShouldHaveSingleItem().IsOnTime.ShouldBeNull();
        OnTimeRules.Rate(timed, [World.Honduras]).ShouldBeOfType<Missing>();
    }

    [Fact]
    public void A_step_is_on_time_by_the_day_on_which_it_was_set_to_done()
    {
        var ids = Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, new byte[8])).ToList();
        StepRow Step(int n, NextStepStatus status, DateOnly? due) => new() { Country = World.Honduras, NextStepId = ids[n], Code = $"S{n}", Status = status, DueOn = due };
        var done = new Dictionary<Guid, DateTime> { [ids[0]] = Due.ToDateTime(new(23, 0)), [ids[1]] = Due.AddDays(1).ToDateTime(default) };
        var timed = OnTimeRules.Steps([Step(0, NextStepStatus.Done, Due), Step(1, NextStepStatus.Done, Due), Step(2, NextStepStatus.Planned, Due), Step(3, NextStepStatus.Dropped, Due),
            Step(4, NextStepStatus.Planned, Today), Step(5, NextStepStatus.Done, Due)], done, Today);
        timed.Select(t => (t.Code, t.IsOnTime)).ShouldBe([("S0", true), ("S1", false), ("S2", false), ("S5", null)]);
        var rate = OnTimeRules.Rate(timed, [World.Honduras]).ShouldBeOfType<Total>();
        (rate.Numerator, rate.Denominator).ShouldBe((1, 3));
        OnTimeRules.Rate(timed, [World.Mexico]).ShouldBeOfType<Missing>("only members are counted");
    }

    private static IReadOnlyList<Timed> Reports(IReadOnlyList<ReportDayRow> reports, IReadOnlyList<SendingRow> sendings) => OnTimeRules.Reports([Cycle], Roles, reports, sendings, Today);

    private static SendingRow Sending(ChangeAction action, string day) => new() { Country = World.Honduras, CycleCode = Cycle.Code, Action = action, HappenedAt = DateTime.Parse(day + "T12:00:00", null) };
}
