using Bunit;
using CsCheck;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>Clocks in a country's own working days, and who is shown what has waited too long.</summary>
public sealed class WaitingTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private static readonly TestPerson Approver = World.Person(Role.NationalApprover, World.Honduras);
    private static readonly TestPerson Observer = World.Person(Role.Observer, World.Honduras);

    // Over a change of year, so that weeks, months and years end among them; several holidays may lie side by side or on a weekend.
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 400].Select(n => new DateOnly(2021, 6, 1).AddDays(n));

    [Fact]
    public void Working_days_are_those_that_one_counts_one_by_one() => Gen.Select(Day, Day, Day.Array[0, 30]).Sample((from, to, holidays) =>
    {
        var days = new WorkingDays(holidays);
        var (first, last) = from <= to ? (from, to) : (to, from);
        var one = Enumerable.Range(1, last.DayNumber - first.DayNumber).Select(first.AddDays)
            .Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(d));
        days.Between(from, to).ShouldBe(from <= to ? one : -one);
    });

    [Fact]
    public void Working_days_of_two_spans_add_up_to_those_of_both() => Gen.Select(Day, Day, Day, Day.Array[0, 30]).Sample((a, b, c, holidays) =>
    {
        var days = new WorkingDays(holidays);
        (days.Between(a, b) + days.Between(b, c)).ShouldBe(days.Between(a, c));
    });

    [Theory]
    [InlineData("2021-09-10", "2021-09-13", 1, "over a weekend")]
    [InlineData("2021-09-14", "2021-09-16", 1, "a holiday in the middle of the week")]
    [InlineData("2021-09-17", "2021-09-20", 1, "a holiday on a Saturday counts once")]
    [InlineData("2021-12-22", "2021-12-27", 1, "two holidays beside each other, then a weekend")]
    [InlineData("2021-12-30", "2022-01-03", 1, "the last day of the year, and the first of the next on a Saturday")]
    [InlineData("2021-09-14", "2021-09-15", 0, "due on a holiday")]
    [InlineData("2021-09-15", "2021-09-15", 0, "due today")]
    [InlineData("2021-09-16", "2021-09-14", -1, "due on the day before yesterday")]
    public void Weekends_holidays_and_the_end_of_the_year_are_left_out(string from, string to, int count, string why) =>
        new WorkingDays([new(2021, 9, 15), new(2021, 9, 18), new(2021, 12, 23), new(2021, 12, 24), new(2021, 12, 31), new(2022, 1, 1)])
            .Between(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(count, why);

    [Fact]
    public async Task A_countrys_administrator_pastes_its_days_and_nobody_else()
    {
        await using var world = await World.OpenAsync();
        var keep = new KeepHolidays(world.As(World.Person(Role.CountryAdministrator, World.Honduras)));
        (await keep.AddAsync(World.Honduras, "2021-11-16 One\n17/11/2021\tTwo\n\n")).ShouldBe((2, null));
        (await keep.AddAsync(World.Honduras, "2021-11-16 One\n2021-11-17 Two, renamed")).Kept.ShouldBe(1);
        (await keep.AddAsync(World.Honduras, "2021-11-18 Three\nsoon Four")).Problem!.ShouldSatisfyAllConditions(p => p.TextKey.ShouldBe("LineHasNoDate"), p => p.Values.ShouldBe([2]));
        (await keep.AddAsync(World.Honduras, "2021-11-18")).Problem!.TextKey.ShouldBe("LineHasNoName");
        (await world.Behind.ScalarAsync<int>("select count(*) from Holiday")).ShouldBe(2);
        await Should.ThrowAsync<AccessRefusedException>(() => new KeepHolidays(world.As(Focal)).AddAsync(World.Honduras, "2021-11-18 x"));
        await Should.ThrowAsync<AccessRefusedException>(() => keep.AddAsync(World.Mexico, "2021-11-18 x"));
    }

    [Theory, EveryDatabase]
    public async Task A_day_that_was_taken_out_is_worked_again_and_another_countrys_days_are_its_own(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        foreach (var country in new[] { World.Honduras, World.Mexico })
        {
            await world.InitiativeAsync(country, "X-ONE", "Completed");
            await new Reporting(world, country).BringToAsync(ContentState.Submitted);
        }
        var keep = new KeepHolidays(world.As(World.Person(Role.CountryAdministrator, World.Honduras)));
        (await keep.AddAsync(World.Honduras, "2021-11-16 One\n2021-11-17 Two")).Kept.ShouldBe(2);
        world.Clock.Advance(TimeSpan.FromDays(4));
        async Task<int> DaysAsync(CountryCode country) =>
            (await new ReadWaiting(world.As(World.Person(Role.NationalApprover, country)), world.Clock).RunAsync(country)).Waiting.Single().What.Days;
        (await DaysAsync(World.Honduras), await DaysAsync(World.Mexico)).ShouldBe((2, 4));
        var view = (await new ReadReport(world.As(Focal), world.Clock).RunAsync(World.Honduras, Reporting.Cycle))!;
        (view.DaysInState, view.Holidays.Count).ShouldBe((2, 2));
        await keep.RemoveAsync(World.Honduras, view.Holidays[0].Id);
        (await DaysAsync(World.Honduras)).ShouldBe(3);
        await keep.RemoveAsync(World.Honduras, view.Holidays[0].Id);
        (await world.Behind.ScalarAsync<int>("select count(*) from AuditLink where Country = 'HND' and Subject = 'Holiday'")).ShouldBe(2, "what is gone is not taken out again");
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Fact]
    public async Task The_report_says_how_many_working_days_are_left_until_it_is_due()
    {
        await using var world = await World.OpenAsync();
        await new KeepHolidays(world.As(World.Person(Role.CountryAdministrator, World.Honduras))).AddAsync(World.Honduras, "2021-11-18 A day\n2021-11-19 Another");
        async Task<string> SaidAsync(string due)
        {
            await world.Behind.RawAsync($"update ReportingCycle set DueOn = '{due}' where Code = '2021-S2'");
            await using var stage = PageStage.Of(world, Focal);
            var view = (await new ReadReport(world.As(Focal), world.Clock).RunAsync(World.Honduras, Reporting.Cycle))!;
            return stage.Render<ReportProgress>(p => p.Add(x => x.View, view)).Find(".due").TextContent;
        }
        (await SaidAsync("2021-11-15")).ShouldContain("today");
        (await SaidAsync("2021-11-16")).ShouldContain("1 working day left");
        (await SaidAsync("2021-11-18")).ShouldContain("2 working days left");
        (await SaidAsync("2021-11-22")).ShouldContain("3 working days left");
        (await SaidAsync("2021-11-14")).ShouldNotContain("left");
        world.Clock.Advance(TimeSpan.FromDays(2));
        (await SaidAsync("2021-11-19")).ShouldContain("no working day left");
    }

    [Theory, EveryDatabase]
    public async Task What_waits_too_long_is_shown_to_who_must_act_and_after_twice_as_long_to_the_others(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Submitted);
        await new KeepHolidays(world.As(World.Person(Role.CountryAdministrator, World.Honduras))).AddAsync(World.Honduras, "2021-11-16 A day");
        async Task<string> SeenAsync(TestPerson who) => string.Join(';', (await new ReadWaiting(world.As(who), world.Clock).RunAsync(World.Honduras)).Waiting.Select(w => $"{w.What.Days} {w.What.IsLong}"));
        async Task<int> InRegionAsync() => (await new ReadRegionWaiting(world.As(World.Lead), world.Clock).RunAsync()).Count;
        (await SeenAsync(Approver), await SeenAsync(Focal), await InRegionAsync()).ShouldBe(("0 False", "", 0));
        world.Clock.Advance(TimeSpan.FromDays(4));
        (await SeenAsync(Approver), await SeenAsync(Focal), await InRegionAsync()).ShouldBe(("3 True", "", 0), "Wednesday, Thursday, Friday");
        world.Clock.Advance(TimeSpan.FromDays(5));
        (await SeenAsync(Approver), await SeenAsync(Focal), await InRegionAsync()).ShouldBe(("6 True", "6 True", 1));
        (await new SaveThresholds(world.As(World.Lead)).RunAsync(new Dictionary<WaitsFor, int> { [WaitsFor.Approval] = 9 })).ShouldBeNull();
        (await SeenAsync(Approver), await SeenAsync(Focal), await InRegionAsync()).ShouldBe(("6 False", "", 0));
        (await new SaveThresholds(world.As(World.Lead)).RunAsync(new Dictionary<WaitsFor, int> { [WaitsFor.Approval] = 0 }))!.TextKey.ShouldBe("ThresholdRange");
    }

    [Fact]
    public async Task What_waits_for_the_secretariat_is_there_at_once_and_in_the_country_after_twice_as_long()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Approved);
        async Task<string> OfAsync(CountryCode country, TestPerson who) => string.Join(';', (await new ReadWaiting(world.As(who), world.Clock).RunAsync(country)).Waiting.Select(w => $"{w.What.For} {w.What.Days} {w.IsMine}"));
        async Task<string> InRegionAsync() => string.Join(';', (await new ReadRegionWaiting(world.As(World.Person(Role.SecretariatAnalyst)), world.Clock).RunAsync()).Select(w => $"{w.What.For} {w.What.Days} {w.What.IsLong}"));
        (await OfAsync(World.Honduras, Approver), await InRegionAsync()).ShouldBe(("", "Acceptance 0 False"));
        world.Clock.Advance(TimeSpan.FromDays(7));
        (await OfAsync(World.Honduras, Approver), await InRegionAsync()).ShouldBe(("", "Acceptance 5 True"));
        world.Clock.Advance(TimeSpan.FromDays(7));
        (await OfAsync(World.Honduras, Approver), await OfAsync(World.Honduras, Focal), await OfAsync(World.Honduras, Observer)).ShouldBe(("Acceptance 10 False", "Acceptance 10 False", ""));
        (await OfAsync(World.Mexico, World.FocalPoint(World.Mexico))).ShouldBe("", "another country's");

        (await new Reporting(world, World.Honduras).StepAsync(World.Lead, ReportActor.Lead, ReportAction.Accept)).Ok.ShouldBeTrue();
        (await OfAsync(World.Honduras, Approver), await InRegionAsync()).ShouldBe(("", ""));
        await new AskReopening(world.As(Focal)).RunAsync(World.Honduras, new ReopeningDraft { Cycle = Reporting.Cycle, Reason = "A stage is wrong." });
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await InRegionAsync()).ShouldBe("Request 1 False");
    }

    [Theory, EveryDatabase]
    public async Task What_was_returned_is_on_the_home_of_who_sends_with_its_reason_until_it_is_sent_again(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var reporting = new Reporting(world, World.Honduras);
        await reporting.BringToAsync(ContentState.Submitted);
        async Task<IReadOnlyList<ReturnedReport>> SeenAsync(TestPerson who) => (await new ReadWaiting(world.As(who), world.Clock).RunAsync(World.Honduras)).Returned;
        (await SeenAsync(Focal)).ShouldBeEmpty();
        (await reporting.StepAsync(Approver, ReportActor.Approver, ReportAction.Return, "The stage of HN-ONE is old.")).Ok.ShouldBeTrue();
        var returned = (await SeenAsync(Focal)).ShouldHaveSingleItem();
        (returned.Cycle, returned.Step.PersonName, returned.Step.Reason).ShouldBe((Reporting.Cycle, Approver.Name, "The stage of HN-ONE is old."));
        (await SeenAsync(Approver)).ShouldBeEmpty();
        (await SeenAsync(Observer)).ShouldBeEmpty();
        await using (var stage = PageStage.Of(world, Focal))
            stage.Render<ReportWaiting>(p => p.Add(x => x.Country, World.Honduras)).WaitForElement("[aria-labelledby=returned-title] li").TextContent.ShouldContain("The stage of HN-ONE is old.");
        (await reporting.StepAsync(Focal, ReportActor.Sender, ReportAction.Send)).Ok.ShouldBeTrue();
        (await SeenAsync(Focal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_else_is_told_what_waits_or_sets_the_limits()
    {
        await using var world = await World.OpenAsync();
        foreach (var who in World.People.Where(p => p.Role is not Role.SecretariatLead))
            await Should.ThrowAsync<AccessRefusedException>(() => new SaveThresholds(world.As(who)).RunAsync(new Dictionary<WaitsFor, int> { [WaitsFor.Approval] = 4 }));
        foreach (var who in World.People.Where(p => p.Role is not (Role.SecretariatLead or Role.SecretariatAnalyst)))
            await Should.ThrowAsync<AccessRefusedException>(() => new ReadRegionWaiting(world.As(who), world.Clock).RunAsync());
        (await new ReadWaiting(world.As(World.Lead), world.Clock).RunAsync(World.Honduras)).ShouldBe(CountryWaiting.Nothing);
    }

    [Fact]
    public async Task What_waits_stands_on_the_home_of_who_must_act_and_of_their_deputy_then_of_the_secretariat()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Submitted);
        (await DeputyTests.NameAsync(world, Approver, Observer, 0, 30)).ShouldBeNull();
        async Task<string> OnHomeAsync(TestPerson who)
        {
            await using var stage = PageStage.Of(world, who);
            var home = stage.Render<ReportWaiting>(p => p.Add(x => x.Country, World.Honduras));
            return home.FindAll("li").Select(l => l.TextContent.Trim()).SingleOrDefault() ?? "";
        }
        async Task<string> InRegionAsync()
        {
            await using var stage = PageStage.Of(world, World.Lead);
            return stage.Render<RegionWaiting>().FindAll("li").Select(l => l.TextContent.Trim()).SingleOrDefault() ?? "";
        }
        (await DeputyTests.NameAsync(world, Approver, Focal, 0, 30)).ShouldBeNull();
        foreach (var who in new[] { Approver, Observer }) (await OnHomeAsync(who)).ShouldStartWith($"The report of cycle {Reporting.Cycle} waits for your approval: less than one working day");
        // The focal point stands in for the approver too, but sent it: nothing waits for them.
        (await OnHomeAsync(Focal), await InRegionAsync()).ShouldBe(("", ""));
        world.Clock.Advance(TimeSpan.FromDays(14));
        (await OnHomeAsync(Approver)).ShouldContain("too long (limit: 3)");
        (await OnHomeAsync(Focal)).ShouldContain("waits for national approval: 10 working days");
        (await InRegionAsync()).ShouldStartWith("Honduras: The report of cycle");
    }
}
