using Dapper;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>The life of a country's report: who may take which step when, what it leaves in history, and that it happens once.</summary>
public sealed class ReportStateTests
{
    [Fact]
    public void The_table_of_steps_is_the_products()
    {
        var states = Enum.GetValues<ContentState>();
        states.SelectMany(s => Enum.GetValues<ReportActor>().SelectMany(a => ReportRules.Possible(s, a).Select(x => $"{s} {a} {x} {ReportRules.Next(s, a, x)}"))).ShouldBe(
        [
            "Draft Sender Send Submitted", "Submitted Sender Recall Draft", "Submitted Approver Approve Approved", "Submitted Approver Return Draft",
            "Approved Lead Return Draft", "Approved Lead Accept Accepted", "Accepted Lead Publish Published",
        ]);
    }

    [Theory, EveryDatabase]
    public async Task A_report_goes_from_draft_to_published_and_every_step_is_in_history(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var report = new Reporting(world, World.Honduras);
        (await report.StepAsync(report.Focal, ReportActor.Sender, ReportAction.Send)).Ok.ShouldBeTrue();
        (await report.StepAsync(report.Approver, ReportActor.Approver, ReportAction.Return, "The status of HN-ONE is old.")).Ok.ShouldBeTrue();
        (await report.StepAsync(report.Focal, ReportActor.Sender, ReportAction.Send)).Ok.ShouldBeTrue();
        (await report.StepAsync(report.Focal, ReportActor.Sender, ReportAction.Recall, "One more figure.")).Ok.ShouldBeTrue();
        await report.BringToAsync(ContentState.Published);

        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await ReportStep.ListAsync(db, (await report.NowAsync()).Id)).Select(s => $"{s.Action} {s.PersonName} {s.Reason}".TrimEnd()).ShouldBe(
        [
            $"Sent {report.Focal.Name}", $"Returned {report.Approver.Name} The status of HN-ONE is old.", $"Sent {report.Focal.Name}",
            $"Recalled {report.Focal.Name} One more figure.", $"Sent {report.Focal.Name}", $"Approved {report.Approver.Name}",
            $"Accepted {World.Lead.Name}", $"Published {World.Lead.Name}",
        ]);
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
        (await CheckSnapshots.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task An_approver_may_not_approve_what_they_sent_unless_the_country_allows_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var report = new Reporting(world, World.Honduras);
        await world.PlatformAsync(BothRoles, new { GrantId = Guid.CreateVersion7(), Holder = report.Focal.Id });
        await report.BringToAsync(ContentState.Submitted);
        (await report.StepAsync(report.Focal, ReportActor.Approver, ReportAction.Approve)).Problem!.TextKey.ShouldBe("OwnReport");

        var chief = World.Person(Role.CountryAdministrator, World.Honduras);
        (await new ChangeOwnApproval(world.As(chief)).RunAsync(World.Honduras, true)).ShouldBeTrue();
        (await report.StepAsync(report.Focal, ReportActor.Approver, ReportAction.Approve)).Ok.ShouldBeTrue();
        await Should.ThrowAsync<AccessRefusedException>(() => new ChangeOwnApproval(world.As(report.Focal)).RunAsync(World.Honduras, false));
    }

    [Theory, EveryDatabase]
    public async Task A_retry_of_a_step_acts_once(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var report = new Reporting(world, World.Honduras);
        foreach (var (who, by, action) in new[]
        {
            (report.Focal, ReportActor.Sender, ReportAction.Send), (report.Approver, ReportActor.Approver, ReportAction.Approve),
            (World.Lead, ReportActor.Lead, ReportAction.Accept), (World.Lead, ReportActor.Lead, ReportAction.Publish),
        })
        {
            var move = ReportMove.Of(await report.NowAsync());
            var first = await report.StepAsync(who, by, action, move);
            var again = await report.StepAsync(who, by, action, move);
            (first.Ok, again.Ok).ShouldBe((true, true));
            again.Row!.Version.ShouldBe(first.Row!.Version);
        }
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await ReportStep.ListAsync(db, (await report.NowAsync()).Id)).Count.ShouldBe(4);
        (await world.Behind.ScalarAsync<int>("select count(*) from Snapshot")).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_report_with_blocking_gaps_is_neither_sent_nor_accepted(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var report = new Reporting(world, World.Honduras);
        var empty = await report.StepAsync(report.Focal, ReportActor.Sender, ReportAction.Send);
        (empty.Outcome, empty.Problem!.TextKey).ShouldBe((SaveOutcome.Refused, "BlockingGaps"));
        empty.Problem.Values.ShouldBe([1]);
        (await report.NowAsync()).Version.ShouldBe(0, "nothing of a refused step stays");

        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await report.BringToAsync(ContentState.Approved);
        // Only a job can still change something now; the lead's door looks again all the same.
        await world.InitiativeAsync(World.Honduras, "HN-TWO");
        (await report.StepAsync(World.Lead, ReportActor.Lead, ReportAction.Accept)).Problem!.TextKey.ShouldBe("BlockingGaps");
        (await report.NowAsync()).State.ShouldBe(ContentState.Approved);
        (await world.Behind.ScalarAsync<int>("select count(*) from Snapshot")).ShouldBe(0);
    }

    [Fact]
    public async Task An_acceptance_that_fails_on_the_way_leaves_nothing()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var report = new Reporting(world, World.Honduras);
        await report.BringToAsync(ContentState.Approved);
        var before = await CountsAsync(world);
        // The last thing that acceptance writes is refused by the database.
        await world.Behind.RawAsync("create trigger planted before update on CountryReport begin select raise(abort, 'planted'); end");
        await Should.ThrowAsync<Exception>(() => report.StepAsync(World.Lead, ReportActor.Lead, ReportAction.Accept));
        (await CountsAsync(world)).ShouldBe(before);
        await world.Behind.RawAsync("drop trigger planted");
        (await report.StepAsync(World.Lead, ReportActor.Lead, ReportAction.Accept)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task A_report_of_a_cycle_that_is_not_open_is_not_sent_until_the_country_gets_more_time()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await world.Behind.RawAsync("update ReportingCycle set State = 'Closed'");
        var report = new Reporting(world, World.Honduras);
        (await report.StepAsync(report.Focal, ReportActor.Sender, ReportAction.Send)).Problem!.TextKey.ShouldBe("CycleNotOpen");

        var today = DateOnly.FromDateTime(World.Start.UtcDateTime);
        var extension = new ExtensionDraft { Cycle = Reporting.Cycle, UntilOn = today.AddDays(10), Reason = "The ministry moved." };
        (await new ExtendReport(world.As(World.Lead), world.Clock).RunAsync(World.Honduras, extension)).Ok.ShouldBeTrue();
        (await report.StepAsync(report.Focal, ReportActor.Sender, ReportAction.Send)).Ok.ShouldBeTrue();
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await world.Behind.ScalarAsync<string>("select concat(PersonName, ': ', Reason) from AuditLink where Subject = 'ReportExtension'"))
            .ShouldBe($"{World.Lead.Name}: The ministry moved.");
    }

    private static async Task<string> CountsAsync(World world)
    {
        await using var connection = await world.Behind.RawAsync();
        var counts = new List<string>();
        foreach (var table in SchemaRules.Tables.Select(t => t.Name)) counts.Add($"{table} {await connection.ExecuteScalarAsync<int>($"select count(*) from {table}")}");
        return string.Join('\n', counts);
    }

    private static readonly PlatformSql BothRoles = PlatformSql.Of("""
        insert into PersonGrant (Id, PersonId, Role, CountryCode, GrantedAt, GrantedBy) values (@GrantId, @Holder, 'NationalApprover', 'HND', @Now, @Person)
        """);
}
