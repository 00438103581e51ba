using Bunit;
using CsCheck;
using Monitoring.Web.People;
using Monitoring.Web.Reports;

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
        (await new EndDeputyship(world.As(Approver)).RunAsync(World.Honduras, seen.Id)).ShouldBeFalse("not anybody ends it");
        world.Clock.Advance(TimeSpan.FromDays(3));
        (await MaySendAsync()).ShouldBeFalse("not after the last day");
    }

    [Fact]
    public async Task A_deputy_loses_the_role_with_it_or_with_leaving_the_country_and_names_no_deputy()
    {
        await using var world = await World.OpenAsync();
        (await NameAsync(world, Focal, Observer, 0, 5)).ShouldBeNull();
        (await NameAsync(world, Observer, Approver, 0, 5))!.TextKey.ShouldBe("Deputy.NotThis");
        var one = (await new ListDeputies(world.As(Focal)).RunAsync(World.Honduras)).Single();
        (await new EndDeputyship(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico, one.Id)).ShouldBeFalse("another country's");
        (await new EndDeputyship(world.As(Focal)).RunAsync(World.Honduras, one.Id)).ShouldBeTrue();
        (await new EndDeputyship(world.As(Focal)).RunAsync(World.Honduras, one.Id)).ShouldBeFalse("it has ended");
        (await world.As(Observer).MayAsync(May.SendReport, World.Honduras)).ShouldBeFalse();
        (await NameAsync(world, Focal, Observer, 0, 5)).ShouldBeNull();
        await world.EndGrantAsync(Observer);
        (await world.As(Observer).MayAsync(May.SendReport, World.Honduras)).ShouldBeFalse();
    }

    [Fact]
    public async Task Refused_are_somebody_of_another_country_oneself_and_days_that_make_no_sense()
    {
        await using var world = await World.OpenAsync();
        (await NameAsync(world, Focal, World.FocalPoint(World.Mexico), 0, 5))!.TextKey.ShouldBe("Deputy.NotThis");
        (await NameAsync(world, Focal, Focal, 0, 5))!.TextKey.ShouldBe("Deputy.NotThis");
        (await NameAsync(world, Focal, Observer, 5, 1))!.TextKey.ShouldBe("Deputy.UntilBeforeFrom");
        (await NameAsync(world, Focal, Observer, -9, -1))!.TextKey.ShouldBe("Deputy.UntilPast");
        (await NameAsync(world, Focal, Observer, 0, DeputyRules.MostDays))!.TextKey.ShouldBe("Deputy.TooLong");
        (await NameAsync(world, Focal, Observer, 0, DeputyRules.MostDays - 1)).ShouldBeNull();
        (await NameAsync(world, Focal, Observer, 50, 60))!.TextKey.ShouldBe("Deputy.Twice");
        (await NameAsync(world, Focal, Approver, 50, 60)).ShouldBeNull("somebody else may share the days");
        (await NameAsync(world, World.Donor, Observer, 0, 5))!.TextKey.ShouldBe("Deputy.NotThis");
        await Should.ThrowAsync<AccessRefusedException>(() => new ListDeputies(world.As(World.Donor)).RunAsync(World.Honduras));
    }

    [Fact]
    public async Task The_deputy_gives_it_up_and_the_countrys_administrator_takes_it_away()
    {
        foreach (var who in new[] { Observer, World.Person(Role.CountryAdministrator, World.Honduras) })
        {
            await using var world = await World.OpenAsync();
            (await NameAsync(world, Focal, Observer, 0, 5)).ShouldBeNull();
            var one = (await new ListDeputies(world.As(Focal)).RunAsync(World.Honduras)).Single();
            (await new EndDeputyship(world.As(World.Person(Role.CountryAdministrator, World.Mexico))).RunAsync(World.Honduras, one.Id)).ShouldBeFalse();
            (await new EndDeputyship(world.As(who)).RunAsync(World.Honduras, one.Id)).ShouldBeTrue(who.Name);
            (await world.As(Observer).MayAsync(May.SendReport, World.Honduras)).ShouldBeFalse();
            (await world.Behind.ScalarAsync<string>("select PersonName from PlatformEvent where Action = 'DeputyEnded'")).ShouldBe(who.Name);
        }
    }

    [Fact]
    public async Task A_deputyship_is_worth_what_the_role_is_worth_and_nothing_in_a_suspended_country()
    {
        await using var world = await World.OpenAsync();
        (await NameAsync(world, Focal, Observer, 0, 5)).ShouldBeNull();
        await world.SuspendAsync(World.Honduras);
        (await world.As(Observer).MayAsync(May.SendReport, World.Honduras)).ShouldBeFalse();
        (await NameAsync(world, Focal, Approver, 0, 5))!.TextKey.ShouldBe("Deputy.NotThis");
        foreach (var lose in new Func<World, Task>[] { w => w.EndGrantAsync(Focal), w => w.DisableAsync(Focal), w => w.DisableAsync(Observer), w => w.EndSessionAsync(Observer) })
        {
            await using var other = await World.OpenAsync();
            (await NameAsync(other, Focal, Observer, 0, 5)).ShouldBeNull();
            (await other.As(Observer).MayAsync(May.SendReport, World.Honduras)).ShouldBeTrue();
            await lose(other);
            (await other.As(Observer).MayAsync(May.SendReport, World.Honduras)).ShouldBeFalse();
        }
    }

    [Theory, EveryDatabase]
    public async Task History_names_the_deputy_and_for_whom_and_the_chain_covers_both(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var step = await world.NextStepAsync(World.Honduras, await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed"), "HN-N1");
        (await NameAsync(world, Focal, Observer, 0, 5)).ShouldBeNull();
        (await NameAsync(world, Approver, World.Contributor(World.Honduras), 0, 5)).ShouldBeNull();
        await using (var edit = await world.As(Observer).EditAsync(World.Honduras, May.EditCountry))
            edit.Behalf.ShouldBe(new Behalf(Focal.Id, Focal.Name));
        await using (var edit = await world.As(Focal).EditAsync(World.Honduras, May.EditCountry))
            edit.Behalf.ShouldBeNull();
        var report = new Reporting(world, World.Honduras);
        (await report.StepAsync(Observer, ReportActor.Sender, ReportAction.Send)).Ok.ShouldBeTrue();
        (await report.StepAsync(World.Contributor(World.Honduras), ReportActor.Approver, ReportAction.Approve)).Ok.ShouldBeTrue();
        var view = (await new ReadReport(world.As(Approver), world.Clock).RunAsync(World.Honduras, Reporting.Cycle))!;
        view.Steps.Select(s => (s.PersonName, s.ForPersonName)).ShouldBe([(Observer.Name, Focal.Name), (World.Contributor(World.Honduras).Name, Approver.Name)]);
        await using (var stage = PageStage.Of(world, Approver))
            stage.Render<ReportProgress>(p => p.Add(x => x.View, view)).Markup.ShouldContain($"{Observer.Name}, on behalf of {Focal.Name}");
        var history = await new Monitoring.Web.Audit.ListChanges(world.As(Approver)).RunAsync(World.Honduras, new(), 1);
        history.Page.Rows.Where(r => r.Subject == "CountryReport").Select(r => r.ForPersonName).ShouldBe([Approver.Name, Focal.Name]);
        await using (var region = await world.As(World.Lead).RegionAsync())
            (await region.OneAsync<string>(RegionSql.Of("select ForPersonName from region_approval"))).ShouldBe(Approver.Name);
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
        await world.Behind.RawAsync($"update AuditLink set ForPersonName = 'Somebody' where ForPersonName = '{Focal.Name}'");
        (await AuditChain.FirstFaultAsync(db))!.What.ShouldBe("Changed");
        step.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Who_was_represented_takes_back_what_the_deputy_sent_and_the_deputy_what_they_sent()
    {
        foreach (var (sends, recalls) in new[] { (Observer, Focal), (Focal, Observer), (Observer, Observer) })
        {
            await using var world = await World.OpenAsync();
            await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
            (await NameAsync(world, Focal, Observer, 0, 5)).ShouldBeNull();
            var report = new Reporting(world, World.Honduras);
            (await report.StepAsync(sends, ReportActor.Sender, ReportAction.Send)).Ok.ShouldBeTrue();
            var view = (await new ReadReport(world.As(recalls), world.Clock).RunAsync(World.Honduras, Reporting.Cycle))!;
            view.Possible.ShouldContain((ReportActor.Sender, ReportAction.Recall));
            (await report.StepAsync(recalls, ReportActor.Sender, ReportAction.Recall)).Ok.ShouldBeTrue();
        }
    }

    [Fact]
    public void A_hand_is_the_same_whichever_way_one_looks_and_nobody_is_nobodys_hand()
    {
        var people = new Guid?[] { null, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7() };
        Gen.Int[0, 3].Array[4].Sample(who =>
        {
            var (one, other) = (Hands.Of(people[who[0]], people[who[1]]), Hands.Of(people[who[2]], people[who[3]]));
            // Written a second time, without sets.
            var same = (who[0] > 0 && (who[0] == who[2] || who[0] == who[3])) || (who[1] > 0 && (who[1] == who[2] || who[1] == who[3]));
            (one.Share(other), other.Share(one)).ShouldBe((same, same));
        });
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
    public async Task On_the_reports_page_a_deputy_is_named_and_ended_and_an_observer_only_reads_it()
    {
        await using var world = await World.OpenAsync();
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        await using var stage = PageStage.Of(world, Focal);
        var panel = stage.Render<DeputyPanel>(p => p.Add(x => x.Country, World.Honduras).Add(x => x.Me, Focal.Id).Add(x => x.MayName, true));
        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => panel.Find("#deputy-problem").TextContent.ShouldBe("Choose a person, a first and a last day."));
        panel.Find("#deputy").Change(Observer.Id.ToString());
        panel.Find("#deputy-from").Change($"{today:yyyy-MM-dd}");
        panel.Find("#deputy-until").Change($"{today.AddDays(2):yyyy-MM-dd}");
        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => panel.Find("li").TextContent.ShouldContain($"{Observer.Name} stands in for {Focal.Name}"));
        panel.Find("#deputy-problem").TextContent.ShouldBe("");
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

    internal static Task<Problem?> NameAsync(World world, TestPerson who, TestPerson deputy, int from, int until)
    {
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        return new NameDeputy(world.As(who), world.Clock).RunAsync(World.Honduras, new DeputyChoice { DeputyId = deputy.Id, FromOn = today.AddDays(from), UntilOn = today.AddDays(until) });
    }
}
