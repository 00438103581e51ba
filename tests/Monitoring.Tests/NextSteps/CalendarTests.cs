using Bunit;
using CsCheck;
using Monitoring.Web.NextSteps;

namespace Monitoring.Tests.NextSteps;

public sealed class CalendarTests
{
    [Fact]
    public void A_month_is_whole_weeks_that_hold_each_of_its_days_once() =>
        Gen.Select(Gen.Int[1990, 2099], Gen.Int[1, 12], Gen.Enum<DayOfWeek>()).Sample((year, month, begins) =>
        {
            var first = new DateOnly(year, month, 1);
            var weeks = CalendarRules.Weeks(first, begins);
            var days = weeks.SelectMany(w => w).ToList();
            return weeks.All(w => w.Count == 7 && w[0].DayOfWeek == begins)
                && days.Zip(days.Skip(1)).All(p => p.First.AddDays(1) == p.Second)
                && days.Count(d => d.Month == month && d.Year == year) == DateTime.DaysInMonth(year, month)
                && days[0] >= first.AddDays(-6) && days[^1] <= first.AddMonths(1).AddDays(5);
        });

    [Theory]
    [InlineData("2021-12", "2021-12-01")]
    [InlineData("2021-13", null)]
    [InlineData("1889-01", null)]
    [InlineData("december", null)]
    public void A_month_is_named_as_in_the_address(string text, string? first) =>
        (CalendarRules.Month(text) is { } month ? $"{month:yyyy-MM-dd}" : null).ShouldBe(first);

    [Fact]
    public void A_step_is_overdue_exactly_when_it_is_open_and_its_day_has_passed() =>
        Gen.Select(Gen.Enum<NextStepStatus>(), Gen.Int[-500, 500]).Sample((status, days) =>
        {
            var today = new DateOnly(2021, 11, 15);
            return NextStepRules.DueOf(status, today.AddDays(days), today) is Due.Overdue == (NextStepRules.IsOpen(status) && days < 0);
        });

    [Fact]
    public async Task The_month_shows_a_step_on_its_day_and_in_the_list_where_it_is_updated()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N1", "2021-11-10");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N2", "2021-12-01");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N3");
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = stage.Render<CalendarPage>(p => p.Add(x => x.Country, "hnd"));
        page.WaitForAssertion(() => page.FindAll("td .overdue").Count.ShouldBe(1));
        page.Find("td.today").GetAttribute("tabindex").ShouldBe("0");
        page.FindAll("td[tabindex='0']").Count.ShouldBe(1);
        page.FindAll(".steps > li").Select(l => l.Id).ShouldBe(["step-HN-ONE-N1"]);
        page.Markup.ShouldContain("1 steps without a date");
        await page.Find("#step-HN-ONE-N1 .actions .link-button").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll("td .done").Count.ShouldBe(1));
        page.FindAll("td .overdue").ShouldBeEmpty();
    }
}
