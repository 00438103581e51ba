using Bunit;
using Monitoring.Web.People;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>Who stands in for a focal point or an approver has their role on those days, and is no way round the second pair of eyes.</summary>
public sealed class DeputyTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private static readonly TestPerson Approver = World.Person(Role.NationalApprover, World.Honduras);
    private static readonly TestPerson Observer = World.Person(Role.Observer, World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_deputy_has_the_role_from_the_first_day_to_the_last_and_the_country_sees_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        Task<bool> MaySendAsync() => world.As(Observer).MayAsync(May.SendReport, World.Honduras);
        (await MaySendAsync()).ShouldBeFalse();
        (await NameAsync(world, Focal, Observer, 1, 3)).ShouldBeNull();
        (await MaySendAsync()).ShouldBeFalse("not before the first day");
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await MaySendAsync()).ShouldBeTrue();
        (await world.As(Observer).MayAsync(May.ApproveReport, World.Honduras)).ShouldBeFalse("the one role and no other");
        (await world.As(Observer).MayAsync(May.SendReport, World.Mexico)).ShouldBeFalse();
        var seen = (await new ListDeputies(world.As(Approver)).RunAsync(World.Honduras)).ShouldHaveSingleItem();
        (seen.PersonName, seen.DeputyName, seen.Role).ShouldBe((Focal.Name, Observer.Name, Role.FocalPoint));
        (await new NameDeputy(world.As(Approver), world.Clock).EndAsync(World.Honduras, seen.Id)).ShouldBeFalse("only who is represented ends it");
        world.Clock.Advance(TimeSpan.FromDays(3));
        (await MaySendAsync()).ShouldBeFalse("not after the last day");
    }

    [Fact]
    public async Task A_deputy_loses_the_role_with_it_or_with_leaving_the_country_and_names_no_deputy()
    {
        await using var world = await World.OpenAsync();
        (await NameAsync(world, Focal, Observer, 0, 5)).ShouldBeNull();
        (await NameAsync(world, Observer, Approver, 0, 5))!.TextKey.ShouldBe("NoDeputy");
        var one = (await new ListDeputies(world.As(Focal)).RunAsync(World.Honduras)).Single();
        (await new NameDeputy(world.As(Focal), world.Clock).EndAsync(World.Honduras, one.Id)).ShouldBeTrue();
        (await world.As(Observer).MayAsync(May.SendReport, World.Honduras)).ShouldBeFalse();
        (await NameAsync(world, Focal, Observer, 0, 5)).ShouldBeNull();
        await world.EndGrantAsync(Observer);
        (await world.As(Observer).MayAsync(May.SendReport, World.Honduras)).ShouldBeFalse();
    }

    [Fact]
    public async Task Refused_are_somebody_of_another_country_oneself_and_days_that_make_no_sense()
    {
        await using var world = await World.OpenAsync();
        (await NameAsync(world, Focal, World.FocalPoint(World.Mexico), 0, 5))!.TextKey.ShouldBe("NoDeputy");
        (await NameAsync(world, Focal, Focal, 0, 5))!.TextKey.ShouldBe("NoDeputy");
        (await NameAsync(world, Focal, Observer, 5, 1))!.TextKey.ShouldBe("UntilBeforeFrom");
        (await NameAsync(world, Focal, Observer, -9, -1))!.TextKey.ShouldBe("UntilPast");
        (await NameAsync(world, Focal, Observer, 0, 200))!.TextKey.ShouldBe("TooLong");
        (await NameAsync(world, World.Donor, Observer, 0, 5))!.TextKey.ShouldBe("NoDeputy");
        await Should.ThrowAsync<AccessRefusedException>(() => new ListDeputies(world.As(World.Donor)).RunAsync(World.Honduras));
    }

    [Fact]
    public async Task What_one_sent_one_does_not_approve_nor_through_a_deputy_unless_the_country_allows_it()
    {
        // The focal point sends and stands in for the approver.
        (await ApproveAsync(Focal, Focal, (Approver, Focal))).ShouldBe("OwnReport");
        // A deputy of the focal point sends, and stands in for the approver too.
        (await ApproveAsync(Observer, Observer, (Focal, Observer), (Approver, Observer))).ShouldBe("OwnReport");
        // The approver stands in for the focal point and sends: then somebody who stands in for the approver approves.
        (await ApproveAsync(Approver, Observer, (Focal, Approver), (Approver, Observer))).ShouldBe("OwnReport");
        (await ApproveAsync(Approver, Approver, (Focal, Approver))).ShouldBe("OwnReport");
        // Two pairs of eyes: a deputy sends for the focal point, the approver approves; the focal point sends, a deputy approves.
        (await ApproveAsync(Observer, Approver, (Focal, Observer))).ShouldBe("done");
        (await ApproveAsync(Focal, Observer, (Approver, Observer))).ShouldBe("done");
        (await ApproveAsync(Focal, Focal, allows: true, (Approver, Focal))).ShouldBe("done");
    }

    [Fact]
    public void Working_days_leave_out_weekends_and_the_countrys_own_days()
    {
        var days = new WorkingDays([new(2021, 9, 15), new(2021, 9, 18)]);
        days.Between(new(2021, 9, 13), new(2021, 9, 13)).ShouldBe(0);
        days.Between(new(2021, 9, 13), new(2021, 9, 17)).ShouldBe(3, "Tuesday, Thursday, Friday");
        days.Between(new(2021, 9, 17), new(2021, 9, 20)).ShouldBe(1, "a holiday on a Saturday counts once");
        days.Between(new(2021, 9, 20), new(2021, 9, 17)).ShouldBe(-1);
        // The arithmetic of whole weeks against counting one by one.
        for (var length = 0; length < 40; length++)
            for (var start = 0; start < 7; start++)
            {
                var from = new DateOnly(2021, 9, 6).AddDays(start);
                days.Between(from, from.AddDays(length)).ShouldBe(Enumerable.Range(1, length).Count(n => days.IsWorking(from.AddDays(n))), $"{from} {length}");
            }
    }

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
    public async Task What_waits_too_long_is_shown_to_who_must_act_and_after_twice_as_long_to_the_others(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Submitted);
        await new KeepHolidays(world.As(World.Person(Role.CountryAdministrator, World.Honduras))).AddAsync(World.Honduras, "2021-11-16 A day");
        async Task<string> SeenAsync(TestPerson who) => string.Join(';', (await new ReadWaiting(world.As(who), world.Clock).RunAsync(World.Honduras)).Select(w => $"{w.What.Days} {w.What.IsLong}"));
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
    public async Task What_waits_stands_on_the_home_of_who_must_act_and_of_their_deputy_then_of_the_secretariat()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Submitted);
        (await NameAsync(world, Approver, Observer, 0, 30)).ShouldBeNull();
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
        foreach (var who in new[] { Approver, Observer }) (await OnHomeAsync(who)).ShouldStartWith($"The report of cycle {Reporting.Cycle} waits for your approval: 0 working days");
        (await OnHomeAsync(Focal), await InRegionAsync()).ShouldBe(("", ""));
        world.Clock.Advance(TimeSpan.FromDays(14));
        (await OnHomeAsync(Approver)).ShouldContain("too long (limit: 3)");
        (await OnHomeAsync(Focal)).ShouldContain("waits for national approval: 10 working days");
        (await InRegionAsync()).ShouldStartWith("Honduras: The report of cycle");
    }

    [Fact]
    public async Task On_the_reports_page_a_deputy_is_named_and_ended_and_an_observer_only_reads_it()
    {
        await using var world = await World.OpenAsync();
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        await using var stage = PageStage.Of(world, Focal);
        var panel = stage.Render<DeputyPanel>(p => p.Add(x => x.Country, World.Honduras).Add(x => x.Me, Focal.Id).Add(x => x.MayName, true));
        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => panel.Find(".problem").TextContent.ShouldBe("Choose a person, a first and a last day."));
        panel.Find("#deputy").Change(Observer.Id.ToString());
        panel.Find("#deputy-from").Change($"{today:yyyy-MM-dd}");
        panel.Find("#deputy-until").Change($"{today.AddDays(2):yyyy-MM-dd}");
        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => panel.Find("li").TextContent.ShouldContain($"{Observer.Name} for {Focal.Name}"));
        panel.FindAll(".problem").ShouldBeEmpty();
        await using (var other = PageStage.Of(world, Observer))
        {
            var seen = other.Render<DeputyPanel>(p => p.Add(x => x.Country, World.Honduras));
            seen.WaitForAssertion(() => seen.FindAll("li").Count.ShouldBe(1));
            seen.FindAll("button").ShouldBeEmpty();
        }
        await panel.Find("li button").ClickAsync(new());
        panel.WaitForAssertion(() => panel.FindAll("li").ShouldBeEmpty());
    }

    private static Task<string> ApproveAsync(TestPerson sends, TestPerson approves, params (TestPerson For, TestPerson Deputy)[] deputies) => ApproveAsync(sends, approves, false, deputies);

    private static async Task<string> ApproveAsync(TestPerson sends, TestPerson approves, bool allows, params (TestPerson For, TestPerson Deputy)[] deputies)
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        if (allows) await new ChangeOwnApproval(world.As(World.Person(Role.CountryAdministrator, World.Honduras))).RunAsync(World.Honduras, true);
        foreach (var (person, deputy) in deputies) (await NameAsync(world, person, deputy, 0, 5)).ShouldBeNull();
        var report = new Reporting(world, World.Honduras);
        (await report.StepAsync(sends, ReportActor.Sender, ReportAction.Send)).Ok.ShouldBeTrue();
        world.Clock.Advance(TimeSpan.FromHours(1));
        var approved = await report.StepAsync(approves, ReportActor.Approver, ReportAction.Approve);
        return approved.Problem?.TextKey ?? "done";
    }

    private static Task<Problem?> NameAsync(World world, TestPerson who, TestPerson deputy, int from, int until)
    {
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        return new NameDeputy(world.As(who), world.Clock).RunAsync(World.Honduras, new DeputyChoice { DeputyId = deputy.Id, FromOn = today.AddDays(from), UntilOn = today.AddDays(until) });
    }
}
