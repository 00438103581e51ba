using Monitoring.Web.People;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>
/// The state machine against a model of it: everybody tries everything in every state, long random histories with stale and repeated
/// moves, deputies that come and go, and two actors at once. No illegal transition, no lost reason.
/// </summary>
public sealed class ReportModelTests
{
    private static readonly IReadOnlyList<TestPerson> OfHonduras = [.. World.People.Where(p => p.Country == World.Honduras)];

    private static readonly IReadOnlyList<TestPerson> Actors =
        [.. World.People.Where(p => p.Country is null), .. OfHonduras, World.FocalPoint(World.Mexico), World.Person(Role.NationalApprover, World.Mexico)];

    private static readonly DateOnly Today = DateOnly.FromDateTime(World.Start.UtcDateTime);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everybody_tries_everything_in_every_state(bool withDeputies)
    {
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<ContentState>())
        {
            async Task<(World, Reporting, ReportModel)> ThereAsync()
            {
                var world = await StartAsync();
                var model = new ReportModel(Today);
                if (withDeputies) foreach (var one in Standing) await NameAsync(world, model, one);
                var report = new Reporting(world, World.Honduras);
                await report.BringToAsync(state);
                foreach (var (who, by, action) in new[] { (report.Focal, ReportActor.Sender, ReportAction.Send), (report.Approver, ReportActor.Approver, ReportAction.Approve), (World.Lead, ReportActor.Lead, ReportAction.Accept), (World.Lead, ReportActor.Lead, ReportAction.Publish) }.Take((int)state))
                    model.Take(who, by, action, model.Expected(who, by, action)!.Value);
                return (world, report, model);
            }
            var (fresh, there, model) = await ThereAsync();
            foreach (var who in Actors)
                foreach (var (by, action) in Reporting.Steps)
                {
                    var expected = model.Expected(who, by, action);
                    // What succeeds moves the world on, so it has one of its own.
                    var (own, report) = ((World?)null, there);
                    if (expected is not null) (own, report, _) = await ThereAsync();
                    var before = await report.NowAsync();
                    var answer = await report.TryAsync(who, by, action, ReportMove.Of(before, "Because."));
                    var after = await report.NowAsync();
                    if (after.State != (expected ?? state) || (answer?.Ok ?? false) != (expected is not null) || (expected is null && after.Version != before.Version))
                        wrong.Add($"{state} {who.Role} {who.Country} {action}: {answer?.Outcome} {answer?.Problem?.TextKey} → {after.State}, expected {expected}");
                    if (own is not null) await own.DisposeAsync();
                }
            await fresh.DisposeAsync();
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
        var (model, links, byDeputies) = (new ReportModel(Today), new List<string>(), 0);
        for (var i = 0; i < 400; i++)
        {
            await ChangeDeputiesAsync(world, model, random, $"step {i} of seed {seed}");
            var (by, action) = Reporting.Steps[random.Next(Reporting.Steps.Length)];
            // Mostly whoever may, or little would happen.
            var may = by is ReportActor.Lead ? [World.Lead] : OfHonduras.Where(p => model.As(p, by is ReportActor.Sender ? Role.FocalPoint : Role.NationalApprover) is not null).ToList();
            var who = random.Next(3) == 0 ? Actors[random.Next(Actors.Count)] : may[random.Next(may.Count)];
            var now = await report.NowAsync();
            // Rarely past return and acceptance, or the history would end soon.
            if (action is ReportAction.Accept && i < 380) continue;
            var reason = random.Next(4) == 0 ? null : $"Reason {i}";
            var stale = random.Next(5) == 0 && now.Version > 1;
            var move = ReportMove.Of(now, reason) with { Version = stale ? now.Version - 1 : now.Version };
            if (random.Next(6) == 0 && who.Country == World.Honduras) await IsOfferedAsync(world, model, who);
            var expected = stale || (action is ReportAction.Return && reason is null) ? null : model.Expected(who, by, action);
            var answer = await report.TryAsync(who, by, action, move);
            (answer?.Ok ?? false).ShouldBe(expected is not null, $"step {i} of seed {seed}: {model.State} {who.Role} {action} {answer?.Problem?.TextKey}");
            if (expected is { } next)
            {
                var represented = model.Take(who, by, action, next);
                if (represented is not null) byDeputies++;
                links.Add($"{ReportRules.InHistory(action)} {who.Name} for {represented?.Name}: {reason}");
                if (random.Next(3) == 0) (await report.StepAsync(who, by, action, move)).Ok.ShouldBeTrue("a repeated click is told that it was done");
            }
            (await report.NowAsync()).State.ShouldBe(model.State);
        }
        links.Count.ShouldBeGreaterThan(20);
        byDeputies.ShouldBeGreaterThan(5);
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await ReportStep.ListAsync(db, (await report.NowAsync()).Id)).Select(s => $"{s.Action} {s.PersonName} for {s.ForPersonName}: {s.Reason}").ShouldBe(links);
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

    // Somebody for each role, one who also sent, one whose days are over and one whose days are still to come.
    private static readonly IReadOnlyList<ReportModel.Deputyship> Standing =
    [
        new(World.FocalPoint(World.Honduras), World.Person(Role.Observer, World.Honduras), Today, Today.AddDays(3)),
        new(World.Person(Role.NationalApprover, World.Honduras), World.FocalPoint(World.Honduras), Today, Today),
        new(World.Person(Role.NationalApprover, World.Honduras), World.Contributor(World.Honduras), Today, Today.AddDays(1)),
        new(World.Person(Role.NationalApprover, World.Honduras), World.Person(Role.CountryAdministrator, World.Honduras), Today.AddDays(1), Today.AddDays(9)),
    ];

    private static async Task NameAsync(World world, ReportModel model, ReportModel.Deputyship one, string why = "")
    {
        var problem = await new NameDeputy(world.As(one.For), world.Clock).RunAsync(World.Honduras, new DeputyChoice { DeputyId = one.Deputy.Id, FromOn = one.From, UntilOn = one.Until });
        (problem is null).ShouldBe(model.Name(one), $"{why} {one.For.Role} {one.Deputy.Role} {one.From} {problem?.TextKey}");
    }

    // Now and then somebody is named, a deputyship is ended by whoever, or a day passes.
    private static async Task ChangeDeputiesAsync(World world, ReportModel model, Random random, string why)
    {
        var what = random.Next(10);
        if (what is < 3)
        {
            TestPerson[] represented = [World.FocalPoint(World.Honduras), World.Person(Role.NationalApprover, World.Honduras), World.Person(Role.Observer, World.Honduras)];
            var (from, who) = (model.Today.AddDays(random.Next(2)), random.Next(OfHonduras.Count + 1));
            await NameAsync(world, model, new(represented[random.Next(3)], who == OfHonduras.Count ? World.FocalPoint(World.Mexico) : OfHonduras[who], from, from.AddDays(random.Next(8))), why);
        }
        else if (what is 3 && model.Deputies.Where(d => d.Until >= model.Today).ToList() is { Count: > 0 } live)
        {
            var (one, who) = (live[random.Next(live.Count)], OfHonduras[random.Next(OfHonduras.Count)]);
            var row = (await new ListDeputies(world.As(who)).RunAsync(World.Honduras)).Single(d => d.PersonId == one.For.Id && d.DeputyId == one.Deputy.Id && d.FromOn == one.From);
            (await new EndDeputyship(world.As(who)).RunAsync(World.Honduras, row.Id)).ShouldBe(model.End(one, who), why);
        }
        else if (what is 4)
        {
            world.Clock.Advance(TimeSpan.FromDays(1));
            model.Today = model.Today.AddDays(1);
        }
    }

    // What the page offers is what would be done.
    private static async Task IsOfferedAsync(World world, ReportModel model, TestPerson who)
    {
        var view = (await new ReadReport(world.As(who), world.Clock).RunAsync(World.Honduras, Reporting.Cycle))!;
        view.Possible.ShouldBe(Reporting.Steps.Where(s => s.By is not ReportActor.Lead && model.Expected(who, s.By, s.Action) is not null), ignoreOrder: true);
    }

    private static async Task<World> StartAsync(Engine engine = Engine.Sqlite)
    {
        var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        return world;
    }
}
