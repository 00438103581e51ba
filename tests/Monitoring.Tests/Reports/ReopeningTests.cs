using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>What was accepted is opened again on request or by the lead, for all of it or for one thing, and becomes a version beside the old one.</summary>
public sealed class ReopeningTests
{
    private static readonly DateOnly Until = new(2021, 12, 1);

    [Theory, EveryDatabase]
    public async Task A_request_that_is_granted_opens_the_report_and_what_is_accepted_then_is_a_version_beside_the_old_one(Engine engine)
    {
        await using var world = await StartAsync(engine, ContentState.Published);
        var report = new Reporting(world, World.Honduras);
        var asked = (await AskAsync(world, report.Focal)).Row!;
        (asked.State, asked.Reason, asked.AskedBy).ShouldBe((ReopeningState.Asked, "A stage is wrong.", report.Focal.Name));
        (await report.NowAsync()).State.ShouldBe(ContentState.Published, "asking opens nothing");
        var granted = (await AnswerAsync(world, World.Lead, ReopeningAction.Grant, asked, "Agreed.")).Row!;
        (granted.State, granted.Answer, granted.AnsweredBy, granted.UntilOn, granted.BackTo).ShouldBe((ReopeningState.Granted, "Agreed.", World.Lead.Name, Until, ContentState.Published));
        (await report.NowAsync()).State.ShouldBe(ContentState.Draft);
        (await PublishedAsync(world)).ShouldBe((1, "Completed"), "what donors read stands until something else is published");

        await world.Behind.RawAsync("update Initiative set Stage = 'Suspended' where Country = 'HND'");
        await report.BringToAsync(ContentState.Accepted);
        (await PublishedAsync(world)).ShouldBe((1, "Completed"));
        (await report.StepAsync(World.Lead, ReportActor.Lead, ReportAction.Publish)).Ok.ShouldBeTrue();
        (await PublishedAsync(world)).ShouldBe((2, "Suspended"));
        (await world.Behind.ScalarAsync<string>("select Stage from FrozenInitiative where Country = 'HND' and SnapshotNo = 1")).ShouldBe("Completed");
        (await world.Behind.ScalarAsync<string>("select Title from Snapshot where Country = 'HND' and SnapshotNo = 2")).ShouldBe("MIRPS 2021-S2 v2");
        await using var db = await world.Job.ReadAsync(World.Honduras);
        var ended = (await Reopening.ListAsync(db, Reporting.Cycle, TestContext.Current.CancellationToken)).Single();
        (ended.State, ended.SnapshotNo).ShouldBe((ReopeningState.Ended, 2));
        (await ReportStep.ListAsync(db, (await report.NowAsync()).Id)).Select(s => s.Reason).ShouldContain("Agreed.");
        (await CheckSnapshots.FirstFaultAsync(db, default)).ShouldBeNull();
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Fact]
    public async Task One_thing_that_was_opened_is_all_that_the_new_version_changes()
    {
        await using var world = await StartAsync(state: ContentState.Draft);
        var one = await world.Behind.ScalarAsync<Guid>("select Id from Initiative where Country = 'HND' and Code = 'HN-ONE'");
        await world.InitiativeAsync(World.Honduras, "HN-TWO", "Completed");
        var report = new Reporting(world, World.Honduras);
        await report.BringToAsync(ContentState.Accepted);
        var opened = await new ReopenReport(world.As(World.Lead), world.Clock).RunAsync(World.Honduras,
            new ReopeningDraft { Cycle = Reporting.Cycle, Subject = ReopenedThing.Initiative, SubjectId = one, Reason = "Its stage.", UntilOn = Until });
        opened.Ok.ShouldBeTrue();
        opened.Row!.Label.ShouldStartWith("HN-ONE");
        await world.Behind.RawAsync("update Initiative set Stage = 'Suspended' where Country = 'HND'");
        await report.BringToAsync(ContentState.Accepted);
        await using var db = await world.Job.ReadAsync(World.Honduras);
        var kept = await FrozenContent.KeptAsync(db, 2, default);
        kept.Of<FrozenInitiative>().ToDictionary(i => i.Code, i => i.Stage).ShouldBe(new Dictionary<string, string> { ["HN-ONE"] = "Suspended", ["HN-TWO"] = "Completed" }, ignoreOrder: true);
        (await CheckSnapshots.FirstFaultAsync(db, default)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task What_was_opened_for_single_things_is_read_by_the_region_only_once_it_is_accepted_again(Engine engine)
    {
        foreach (var isWhole in new[] { false, true })
        {
            await using var world = await StartAsync(engine, ContentState.Accepted);
            var one = await world.Behind.ScalarAsync<Guid>("select Id from Initiative where Country = 'HND' and Code = 'HN-ONE'");
            foreach (var subject in isWhole ? new Guid?[] { one, null } : [one])
                (await new ReopenReport(world.As(World.Lead), world.Clock).RunAsync(World.Honduras, new ReopeningDraft
                {
                    Cycle = Reporting.Cycle,
                    Subject = subject is null ? null : ReopenedThing.Initiative,
                    SubjectId = subject,
                    Reason = "Its stage.",
                    UntilOn = Until,
                })).Ok.ShouldBeTrue();
            // The opened thing, and one that nobody opened: the region may read neither as approved, or it would read the second as well.
            await world.Behind.RawAsync("update Initiative set Stage = 'Suspended' where Country = 'HND'");
            await world.InitiativeAsync(World.Honduras, "HN-TWO", "Completed");
            var report = new Reporting(world, World.Honduras);
            await report.BringToAsync(ContentState.Approved);
            (await world.Behind.ScalarAsync<int>("select count(*) from region_approved where Country = 'HND'")).ShouldBe(isWhole ? 1 : 0);
            (await world.Behind.ScalarAsync<int>("select SnapshotNo from region_newest where Country = 'HND'")).ShouldBe(isWhole ? 0 : 1);
            (await world.Behind.ScalarAsync<int>("select count(*) from region_status where Country = 'HND' and State = 'Approved'")).ShouldBe(isWhole ? 2 : 0);
            await report.BringOnAsync(ContentState.Accepted);
            (await world.Behind.ScalarAsync<int>("select count(*) from region_approved where Country = 'HND'")).ShouldBe(0);
            (await world.Behind.ScalarAsync<int>("select SnapshotNo from region_newest where Country = 'HND'")).ShouldBe(2);
        }
    }

    [Fact]
    public async Task An_earlier_cycle_that_is_corrected_later_does_not_become_the_newest()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack' where Country = 'HND'");
        var later = new Reporting(world, World.Honduras);
        await later.BringToAsync(ContentState.Published);
        var opened = await new ReopenReport(world.As(World.Lead), world.Clock).RunAsync(World.Honduras, new ReopeningDraft { Cycle = "2021-S1", Reason = "A figure.", UntilOn = Until });
        opened.Ok.ShouldBeTrue(opened.Problem?.TextKey);
        // A value of the accepted period is corrected with a reason all the same while the report is open.
        (await world.Behind.ScalarAsync<int>("select count(*) from closed_row where Country = 'HND' and CycleCode = '2021-S1'")).ShouldBeGreaterThan(0);
        await BringAsync(world, "2021-S1");
        (await world.Behind.ScalarAsync<int>("select max(SnapshotNo) from Snapshot where Country = 'HND' and CycleCode = '2021-S1'")).ShouldBe(3);
        (await world.Behind.ScalarAsync<int>("select SnapshotNo from region_snapshot where Country = 'HND'")).ShouldBe(2);
        (await world.Behind.ScalarAsync<int>("select SnapshotNo from published_snapshot where Country = 'HND'")).ShouldBe(2);
        (await world.Behind.ScalarAsync<int>("select SnapshotNo from region_accepted where Country = 'HND' and CycleCode = '2021-S1'")).ShouldBe(3);
    }

    [Fact]
    public async Task Everybody_tries_every_answer_in_every_state_of_a_request()
    {
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<ReopeningState>())
            foreach (var who in World.People.Where(p => p.Country is null || p.Country == World.Honduras).Append(World.FocalPoint(World.Mexico)))
                foreach (var (by, action) in new[] { (ReportActor.Sender, ReopeningAction.Withdraw), (ReportActor.Lead, ReopeningAction.Grant), (ReportActor.Lead, ReopeningAction.Refuse), (ReportActor.Sender, ReopeningAction.Grant), (ReportActor.Lead, ReopeningAction.Withdraw) })
                {
                    var may = state is ReopeningState.Asked && (by, action, who.Role) switch
                    {
                        (ReportActor.Sender, ReopeningAction.Withdraw, Role.FocalPoint) => who.Country == World.Honduras,
                        (ReportActor.Lead, ReopeningAction.Grant or ReopeningAction.Refuse, Role.SecretariatLead) => true,
                        _ => false,
                    };
                    // Who has no right there at all is tried in one state: the door does not look at it.
                    if (!may && state is not (ReopeningState.Asked or ReopeningState.Granted)) continue;
                    await using var world = await StartAsync(state: ContentState.Accepted);
                    var asked = (await AskAsync(world, World.FocalPoint(World.Honduras))).Row!;
                    if (state is ReopeningState.Granted) asked = (await AnswerAsync(world, World.Lead, ReopeningAction.Grant, asked, "Yes.")).Row!;
                    var before = await new Reporting(world, World.Honduras).NowAsync();
                    Saved<Reopening>? answer = null;
                    try
                    {
                        answer = await AnswerAsync(world, who, action, asked, "Because.", by);
                    }
                    catch (AccessRefusedException)
                    {
                        // Refused at the door.
                    }
                    var after = await new Reporting(world, World.Honduras).NowAsync();
                    if ((answer?.Ok ?? false) != may) wrong.Add($"{state} {who.Role} {who.Country} {by} {action}: {answer?.Outcome} {answer?.Problem?.TextKey}");
                    if (!may && after.Version != before.Version) wrong.Add($"{state} {who.Role} {by} {action} moved the report");
                    if (may && (answer!.Row!.Answer != "Because." || answer.Row.Reason != "A stage is wrong.")) wrong.Add($"{action}: a reason is lost");
                }
        wrong.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_answer_at_once_one_is_first_and_no_reason_is_lost(Engine engine)
    {
        foreach (var (one, other) in new[] { (ReopeningAction.Grant, ReopeningAction.Refuse), (ReopeningAction.Grant, ReopeningAction.Withdraw), (ReopeningAction.Grant, ReopeningAction.Grant) })
        {
            await using var world = await StartAsync(engine, ContentState.Accepted);
            var asked = (await AskAsync(world, World.FocalPoint(World.Honduras))).Row!;
            var answers = await Task.WhenAll(new[] { one, other }.Select(a => Task.Run(() => AnswerAsync(world, a is ReopeningAction.Withdraw ? World.FocalPoint(World.Honduras) : World.Lead, a, asked, $"Mine: {a}.", a is ReopeningAction.Withdraw ? ReportActor.Sender : ReportActor.Lead))));
            answers.Count(a => a.Ok).ShouldBe(1, $"{one} {other}");
            var winner = answers.Single(a => a.Ok).Row!;
            (await world.Behind.ScalarAsync<string>("select State from CountryReport where Country = 'HND' and CycleCode = '2021-S2'"))
                .ShouldBe(winner.State is ReopeningState.Granted ? "Draft" : "Accepted");
            (winner.Reason, winner.Answer!.StartsWith("Mine", StringComparison.Ordinal)).ShouldBe(("A stage is wrong.", true));
            (await world.Behind.ScalarAsync<int>("select count(*) from AuditLink where Country = 'HND' and Reason like 'Mine%'")).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_reopening_without_a_correction_ends_where_the_report_stood()
    {
        await using var world = await StartAsync(state: ContentState.Published);
        var report = new Reporting(world, World.Honduras);
        await AnswerAsync(world, World.Lead, ReopeningAction.Grant, (await AskAsync(world, report.Focal)).Row!, "Yes.");
        (await new CloseReopening(world.As(World.Lead)).RunAsync(World.Honduras, ReportMove.Of(await report.NowAsync()))).Problem!.TextKey.ShouldBe("Required");
        (await new CloseReopening(world.As(World.Lead)).RunAsync(World.Honduras, ReportMove.Of(await report.NowAsync(), "Nothing was wrong."))).Ok.ShouldBeTrue();
        (await report.NowAsync()).State.ShouldBe(ContentState.Published);
        (await world.Behind.ScalarAsync<int>("select count(*) from Snapshot")).ShouldBe(1);
        (await new CloseReopening(world.As(World.Lead)).RunAsync(World.Honduras, ReportMove.Of(await report.NowAsync(), "Again."))).Problem!.TextKey.ShouldBe("NotNow");
    }

    [Fact]
    public async Task Nothing_is_sent_after_the_last_day_of_a_reopening()
    {
        await using var world = await StartAsync(state: ContentState.Accepted);
        await world.Behind.RawAsync("update ReportingCycle set State = 'Closed' where Code = '2021-S2'");
        var report = new Reporting(world, World.Honduras);
        await AnswerAsync(world, World.Lead, ReopeningAction.Grant, (await AskAsync(world, report.Focal)).Row!, "Yes.");
        world.Clock.Advance(TimeSpan.FromDays(30));
        (await report.StepAsync(report.Focal, ReportActor.Sender, ReportAction.Send)).Problem!.TextKey.ShouldBe("CycleNotOpen");
    }

    [Fact]
    public async Task Refused_are_a_request_without_a_reason_twice_or_of_what_is_not_accepted()
    {
        await using var world = await StartAsync(state: ContentState.Accepted);
        var focal = World.FocalPoint(World.Honduras);
        (await AskAsync(world, focal, reason: " ")).Problem!.Field.ShouldBe("Reason");
        (await AskAsync(world, focal, subject: ReopenedThing.Measurement, id: Guid.CreateVersion7())).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await AskAsync(world, focal)).Ok.ShouldBeTrue();
        (await AskAsync(world, focal)).Problem!.TextKey.ShouldBe("AskedAlready");
        await using var other = await StartAsync(state: ContentState.Submitted);
        (await AskAsync(other, focal)).Problem!.TextKey.ShouldBe("NotNow");
        foreach (var who in World.People.Where(p => p.Role is not Role.FocalPoint || p.Country != World.Honduras))
            await Should.ThrowAsync<AccessRefusedException>(() => AskAsync(world, who));
    }

    private static Task<Saved<Reopening>> AskAsync(World world, TestPerson who, string reason = "A stage is wrong.", ReopenedThing? subject = null, Guid? id = null) =>
        new AskReopening(world.As(who)).RunAsync(World.Honduras, new ReopeningDraft { Cycle = Reporting.Cycle, Reason = reason, Subject = subject, SubjectId = id });

    private static Task<Saved<Reopening>> AnswerAsync(World world, TestPerson who, ReopeningAction action, Reopening asked, string answer, ReportActor by = ReportActor.Lead) =>
        new AnswerReopening(world.As(who), world.Clock).RunAsync(World.Honduras, by, action, new AnswerDraft { Id = asked.Id, Version = asked.Version, Answer = answer, UntilOn = Until });

    private static async Task<(int, string)> PublishedAsync(World world) => (
        await world.Behind.ScalarAsync<int>("select SnapshotNo from published_snapshot where Country = 'HND'"),
        (await world.Behind.ScalarAsync<string>("select Stage from published_initiative where Country = 'HND'"))!);

    internal static async Task BringAsync(World world, string cycle)
    {
        var id = await world.Behind.ScalarAsync<Guid>($"select Id from CountryReport where Country = 'HND' and CycleCode = '{cycle}'");
        async Task<ReportMove> MoveAsync()
        {
            await using var db = await world.Job.ReadAsync(World.Honduras);
            return ReportMove.Of((await db.OneAsync<ReportRow>(ReportRow.One, new { Id = id }))!);
        }
        (await new SubmitReport(world.As(World.FocalPoint(World.Honduras)), world.Clock).RunAsync(World.Honduras, await MoveAsync())).Problem?.TextKey.ShouldBeNull();
        (await new ApproveReport(world.As(World.Person(Role.NationalApprover, World.Honduras))).RunAsync(World.Honduras, await MoveAsync())).Ok.ShouldBeTrue();
        (await new AcceptReport(world.As(World.Lead), world.Clock).RunAsync(World.Honduras, await MoveAsync())).Ok.ShouldBeTrue();
    }

    private static async Task<World> StartAsync(Engine engine = Engine.Sqlite, ContentState state = ContentState.Accepted)
    {
        var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await new Reporting(world, World.Honduras).BringToAsync(state);
        return world;
    }
}
