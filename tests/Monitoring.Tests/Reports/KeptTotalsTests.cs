using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>What acceptance keeps is what its leaves come to, and what is not so is found.</summary>
public sealed class KeptTotalsTests(ITestOutputHelper output)
{
    private const int Histories = 120;

    [Fact]
    public async Task Kept_totals_equal_what_any_history_of_edits_and_acceptances_comes_to()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"{Histories} histories, seed {seed}");
        var outcome = await HistoryProof.RunAsync(Histories, seed, async live =>
        {
            await using var fresh = await TestDatabase.EmptyAsync(Engine.Sqlite);
            await live(fresh.Database);
        });
        outcome.Unequal.ShouldBeEmpty($"seed {seed}");
        outcome.Proven.ShouldBeTrue(outcome.ToString());
    }

    [Theory, EveryDatabase]
    public async Task Accepting_keeps_the_totals_of_the_new_snapshot_in_the_same_transaction_or_neither(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await ReportedAsync(world);
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Accepted);
        (await world.Behind.ScalarAsync<string>("select concat(SnapshotNo, ' ', IndicatorCode, ' ', Cells, ' ', CellsReported) from FrozenTotal where Country = 'HND'")).ShouldBe("1 HN-I1 1 1");
        (await world.Behind.ScalarAsync<decimal>("select Value from FrozenTotal where Country = 'HND'")).ShouldBe(27.5m);
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await RecomputeTotals.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Fact]
    public async Task Where_a_total_cannot_be_kept_nothing_is_accepted()
    {
        await using var world = await World.OpenAsync();
        await ReportedAsync(world);
        await world.Behind.RawAsync("create trigger broken before insert on FrozenTotal begin select raise(abort, 'the disk is gone'); end");
        var report = new Reporting(world, World.Honduras);
        await report.BringToAsync(ContentState.Approved);
        await Should.ThrowAsync<Exception>(() => report.StepAsync(World.Lead, ReportActor.Lead, ReportAction.Accept));
        (await report.NowAsync()).State.ShouldBe(ContentState.Approved);
        (await world.Behind.ScalarAsync<int>("select count(*) from Snapshot where Country = 'HND'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("update FrozenTotal set Value = Value + 0.0001 where Country = 'HND' and IndicatorCode = 'HN-MAHE-I1'")]
    [InlineData("update FrozenTotal set CellSum = 1 where Country = 'HND' and IndicatorCode = 'HN-MAHE-I1'")]
    [InlineData("update FrozenTotal set Unit = 'persons, more or less' where Country = 'HND' and IndicatorCode = 'HN-MAHE-I1'")]
    [InlineData("update FrozenTotal set IsNewest = 0 where Country = 'HND' and IndicatorCode = 'HN-MAHE-I1'")]
    [InlineData("delete from FrozenTotal where Country = 'HND' and TotalNo = (select max(TotalNo) from FrozenTotal where Country = 'HND')")]
    [InlineData("update FrozenMeasurement set Value = 41 where Country = 'HND' and IndicatorCode = 'HN-MAHE-I1'")]
    [InlineData("update FrozenMeasurement set State = 'NotCollected' where Country = 'HND' and IndicatorCode = 'HN-MAHE-I1'")]
    public async Task A_total_that_is_not_what_its_leaves_come_to_is_found_by_day_and_by_night(string forgery)
    {
        await using var world = await ReportWorld.OpenAsync();
        (await new RecomputeTotals(world.Nobody).RunAsync()).ShouldAllBe(c => c.Fault == null);
        (await world.Behind.RawAsync(forgery)).ShouldBeGreaterThan(0);
        (await new RecomputeTotals(world.Nobody).RunAsync()).Where(c => c.Fault is not null).ShouldHaveSingleItem().Country.ShouldBe(World.Honduras);

        await using var services = new ServiceCollection().AddScoped(_ => world.Nobody).AddScoped<RecomputeTotals>().BuildServiceProvider();
        using var nightly = new RecomputeNightly(services.GetRequiredService<IServiceScopeFactory>(), world.Clock, NullLogger<RecomputeNightly>.Instance);
        (await nightly.RoundAsync()).ShouldBe(1);
        (await world.Behind.ScalarAsync<int>("select count(*) from PlatformEvent where Action = 'TotalsUnequal' and CountryCode = 'HND' and SubjectName like '#1 %'")).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_accepted_before_totals_were_kept_is_filled_once()
    {
        await using var world = await ReportWorld.OpenAsync();
        (await world.Behind.RawAsync("delete from FrozenTotal where Country <> 'MEX'")).ShouldBeGreaterThan(0);
        var recompute = new RecomputeTotals(world.Nobody);
        (await recompute.FillAsync()).ShouldBe(2);
        (await recompute.FillAsync()).ShouldBe(0);
        (await recompute.RunAsync()).ShouldAllBe(c => c.Fault == null);
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Theory]
    [InlineData("2021-11-15T01:59:00Z", 1)]
    [InlineData("2021-11-15T02:00:00Z", 24 * 60)]
    [InlineData("2021-11-15T23:30:00Z", 150)]
    public void The_next_round_is_at_two_in_the_morning(string now, int minutes) =>
        RecomputeNightly.UntilNext(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(TimeSpan.FromMinutes(minutes));

    private static async Task ReportedAsync(World world)
    {
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var indicator = new { Id = Guid.CreateVersion7(), Code = "HN-I1", Position = 1, No = 1, Name = "Cases", Unit = "cases" };
        await world.LoadAsync(World.Honduras, HistoryProof.AddIndicator, indicator, "Indicator", indicator.Id, "HN-I1");
        await world.LoadAsync(World.Honduras, HistoryProof.AddDefinition, indicator, "Indicator", indicator.Id, "HN-I1");
        foreach (var (sex, value) in new[] { ("All", 27.5m), ("Female", 12m) })
        {
            var id = Guid.CreateVersion7();
            await world.LoadAsync(World.Honduras, HistoryProof.AddValue,
                new { Id = id, Indicator = indicator.Id, No = 1, Start = new DateOnly(2020, 1, 1), End = new DateOnly(2020, 12, 31), Sex = sex, State = "Reported", Value = value }, "Measurement", id, "HN-I1");
        }
    }
}
