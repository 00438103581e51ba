using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>
/// The state machine against a model of it: everybody tries everything in every state, long random histories with stale and repeated
/// moves, and two actors at once. No illegal transition, no lost reason.
/// </summary>
public sealed class ReportModelTests
{
    private static readonly IReadOnlyList<TestPerson> Actors =
        [.. World.People.Where(p => p.Country is null || p.Country == World.Honduras), World.FocalPoint(World.Mexico), World.Person(Role.NationalApprover, World.Mexico)];

    [Fact]
    public async Task Everybody_tries_everything_in_every_state()
    {
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<ContentState>())
        {
            await using var fresh = await StartAsync();
            await new Reporting(fresh, World.Honduras).BringToAsync(state);
            foreach (var who in Actors)
                foreach (var (by, action) in Reporting.Steps)
                {
                    var expected = Expected(state, who, by, action);
                    // What succeeds moves the world on, so it has one of its own.
                    var own = expected is null ? null : await StartAsync();
                    var report = new Reporting(own ?? fresh, World.Honduras);
                    if (own is not null) await report.BringToAsync(state);
                    var before = await report.NowAsync();
                    var answer = await report.TryAsync(who, by, action, ReportMove.Of(before, "Because."));
                    var after = await report.NowAsync();
                    if (after.State != (expected ?? state) || (answer?.Ok ?? false) != (expected is not null) || (expected is null && after.Version != before.Version))
                        wrong.Add($"{state} {who.Role} {who.Country} {action}: {answer?.Outcome} {answer?.Problem?.TextKey} → {after.State}, expected {expected}");
                    if (own is not null) await own.DisposeAsync();
                }
        }
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_long_random_history_is_the_models(int seed)
    {
        var random = new Random(seed);
        await using var world = await StartAsync();
        var report = new Reporting(world, World.Honduras);
        var (model, links, seen) = (ContentState.Draft, new List<string>(), new List<ReportMove>());
        for (var i = 0; i < 400; i++)
        {
            var (by, action) = Reporting.Steps[random.Next(Reporting.Steps.Length)];
            // Mostly whoever may, or little would happen.
            var who = random.Next(3) == 0 ? Actors[random.Next(Actors.Count)] : by switch { ReportActor.Sender => report.Focal, ReportActor.Approver => report.Approver, _ => World.Lead };
            var now = await report.NowAsync();
            // Rarely past return and acceptance, or the history would end soon.
            if (action is ReportAction.Accept && i < 380) continue;
            var reason = random.Next(4) == 0 ? null : $"Reason {i}";
            var stale = random.Next(5) == 0 && now.Version > 1;
            var move = ReportMove.Of(now, reason) with { Version = stale ? now.Version - 1 : now.Version };
            var expected = stale || (action is ReportAction.Return && reason is null) ? null : Expected(model, who, by, action);
            var answer = await report.TryAsync(who, by, action, move);
            (answer?.Ok ?? false).ShouldBe(expected is not null, $"step {i} of seed {seed}: {model} {who.Role} {action} {answer?.Problem?.TextKey}");
            if (expected is { } next)
            {
                model = next;
                links.Add($"{ReportRules.InHistory(action)} {who.Name} {reason}".TrimEnd());
                seen.Add(move);
                if (random.Next(3) == 0) (await report.StepAsync(who, by, action, move)).Ok.ShouldBeTrue("a repeated click is told that it was done");
            }
            (await report.NowAsync()).State.ShouldBe(model);
        }
        links.Count.ShouldBeGreaterThan(20);
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await ReportStep.ListAsync(db, (await report.NowAsync()).Id)).Select(s => $"{s.Action} {s.PersonName} {s.Reason}".TrimEnd()).ShouldBe(links);
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_act_at_once_one_is_first_and_the_other_is_told(Engine engine)
    {
        foreach (var (state, one, other) in new[]
        {
            (ContentState.Submitted, (ReportActor.Approver, ReportAction.Approve), (ReportActor.Sender, ReportAction.Recall)),
            (ContentState.Submitted, (ReportActor.Approver, ReportAction.Return), (ReportActor.Sender, ReportAction.Recall)),
            (ContentState.Approved, (ReportActor.Lead, ReportAction.Accept), (ReportActor.Lead, ReportAction.Return)),
            (ContentState.Draft, (ReportActor.Sender, ReportAction.Send), (ReportActor.Sender, ReportAction.Send)),
        })
        {
            await using var world = await StartAsync(engine);
            var report = new Reporting(world, World.Honduras);
            await report.BringToAsync(state);
            var seen = await report.NowAsync();
            TestPerson Who(ReportActor by) => by switch { ReportActor.Sender => report.Focal, ReportActor.Approver => report.Approver, _ => World.Lead };
            var answers = await Task.WhenAll(new[] { one, other }.Select(s => Task.Run(() => report.StepAsync(Who(s.Item1), s.Item1, s.Item2, ReportMove.Of(seen, "Mine.")))));
            answers.Count(a => a.Ok).ShouldBe(1, $"{state} {one} {other}");
            var loser = answers.Single(a => !a.Ok);
            loser.Outcome.ShouldBe(SaveOutcome.Conflict);
            var winner = new[] { one, other }[Array.FindIndex(answers, a => a.Ok)];
            (await report.NowAsync()).State.ShouldBe(ReportRules.Next(state, winner.Item1, winner.Item2)!.Value);
            (await world.Behind.ScalarAsync<int>("select count(*) from Snapshot")).ShouldBe(winner.Item2 is ReportAction.Accept ? 1 : 0);
        }
    }

    // Written a second time, from the words of the product. Null: refused.
    private static ContentState? Expected(ContentState state, TestPerson who, ReportActor by, ReportAction action)
    {
        var own = who.Country == World.Honduras;
        return (state, action) switch
        {
            (ContentState.Draft, ReportAction.Send) when own && who.Role is Role.FocalPoint => ContentState.Submitted,
            (ContentState.Submitted, ReportAction.Recall) when own && who.Role is Role.FocalPoint => ContentState.Draft,
            (ContentState.Submitted, ReportAction.Approve) when own && who.Role is Role.NationalApprover => ContentState.Approved,
            (ContentState.Submitted, ReportAction.Return) when by is ReportActor.Approver && own && who.Role is Role.NationalApprover => ContentState.Draft,
            (ContentState.Approved, ReportAction.Return) when by is ReportActor.Lead && who.Role is Role.SecretariatLead => ContentState.Draft,
            (ContentState.Approved, ReportAction.Accept) when who.Role is Role.SecretariatLead => ContentState.Accepted,
            (ContentState.Accepted, ReportAction.Publish) when who.Role is Role.SecretariatLead => ContentState.Published,
            _ => null,
        };
    }

    private static async Task<World> StartAsync(Engine engine = Engine.Sqlite)
    {
        var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        return world;
    }
}
