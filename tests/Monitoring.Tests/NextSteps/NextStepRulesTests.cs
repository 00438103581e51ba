using Monitoring.Web.NextSteps;

namespace Monitoring.Tests.NextSteps;

public sealed class NextStepRulesTests
{
    private static readonly DateOnly Today = new(2021, 11, 15);

    [Theory]
    [InlineData(NextStepStatus.Planned, -1, Due.Overdue)]
    [InlineData(NextStepStatus.UnderWay, -1, Due.Overdue)]
    [InlineData(NextStepStatus.Planned, 0, Due.Soon)]
    [InlineData(NextStepStatus.Planned, 30, Due.Soon)]
    [InlineData(NextStepStatus.Planned, 31, Due.Later)]
    [InlineData(NextStepStatus.Done, -1, Due.None)]
    [InlineData(NextStepStatus.Dropped, -1, Due.None)]
    public void A_step_is_overdue_from_the_day_after_and_never_when_it_is_closed(NextStepStatus status, int days, Due due) =>
        NextStepRules.DueOf(status, Today.AddDays(days), Today).ShouldBe(due);

    [Fact]
    public void A_step_without_a_date_is_never_overdue() => NextStepRules.DueOf(NextStepStatus.Planned, null, Today).ShouldBe(Due.None);

    [Fact]
    public void A_later_date_or_none_instead_of_one_is_a_postponement()
    {
        NextStepRules.IsPostponed(Today, Today.AddDays(1)).ShouldBeTrue();
        NextStepRules.IsPostponed(Today, null).ShouldBeTrue();
        NextStepRules.IsPostponed(Today, Today).ShouldBeFalse();
        NextStepRules.IsPostponed(Today, Today.AddDays(-1)).ShouldBeFalse();
        NextStepRules.IsPostponed(null, Today).ShouldBeFalse();
    }
}
