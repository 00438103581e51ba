using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>Opening and closing cycles, and what the region sees of each country's report.</summary>
public sealed class CycleTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(World.Start.UtcDateTime);

    [Theory, EveryDatabase]
    public async Task A_cycle_that_overlaps_another_is_refused_at_the_field(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var open = new OpenCycle(world.As(World.Lead), world.Clock);
        foreach (var length in new[] { CycleLength.SecondHalf, CycleLength.Year })
        {
            var refused = await open.RunAsync(new CycleDraft { Length = length, Year = 2021, DueOn = Today.AddDays(10) });
            (refused.Problem!.Field, refused.Problem.TextKey).ShouldBe(("Year", "CycleOverlaps"));
            refused.Problem.Values.ShouldBe(["2021-S2", new DateOnly(2021, 7, 1), new DateOnly(2021, 12, 31)]);
        }
        var opened = await open.RunAsync(new CycleDraft { Length = CycleLength.FirstHalf, Year = 2022, DueOn = new(2022, 7, 31), ClosesOn = new(2022, 8, 31) });
        var row = opened.Row!;
        (row.Code, row.StartsOn, row.EndsOn, row.OpensOn, row.DueOn, row.State, row.ChangedBy)
            .ShouldBe(("2022-S1", new(2022, 1, 1), new(2022, 6, 30), Today, new(2022, 7, 31), CycleState.Open, World.Lead.Name));
    }

    [Theory]
    [InlineData(null, "2022-07-31", null, "Year Required")]
    [InlineData(1999, "2022-07-31", null, "Year YearRange")]
    [InlineData(2022, null, null, "DueOn Required")]
    [InlineData(2022, "2021-12-31", null, "DueOn DueBeforeStart")]
    [InlineData(2020, "2021-11-14", null, "DueOn UntilPast")]
    [InlineData(2022, "2022-07-31", "2022-07-30", "ClosesOn ClosesBeforeDue")]
    [InlineData(2022, "2022-07-31", "2022-07-31", null)]
    public void Dates_that_do_not_fit_are_named_at_their_field(int? year, string? due, string? closes, string? problem)
    {
        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var found = CycleRules.Problem(new CycleDraft { Length = CycleLength.FirstHalf, Year = year, DueOn = Day(due), ClosesOn = Day(closes) }, [], Today);
        (found is null ? null : $"{found.Field} {found.TextKey}").ShouldBe(problem);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_lead_opens_changes_and_extends(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        foreach (var person in World.People.Where(p => p.Role is not Role.SecretariatLead))
        {
            var gate = world.As(person);
            await Should.ThrowAsync<AccessRefusedException>(() => new OpenCycle(gate, world.Clock).RunAsync(new CycleDraft { Year = 2022, DueOn = new(2022, 7, 31) }));
            await Should.ThrowAsync<AccessRefusedException>(() => new SaveCycle(gate).RunAsync(new CycleDatesDraft { Code = Reporting.Cycle, Version = 1 }));
            await Should.ThrowAsync<AccessRefusedException>(() => new ExtendReport(gate, world.Clock).RunAsync(World.Honduras,
                new ExtensionDraft { Cycle = Reporting.Cycle, UntilOn = Today, Reason = "Because." }));
        }
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_change_the_dates_the_second_is_told(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var save = new SaveCycle(world.As(World.Lead));
        var draft = new CycleDatesDraft { Code = Reporting.Cycle, Version = 1, DueOn = new(2022, 1, 31), State = CycleState.Open };
        (await save.RunAsync(draft)).Row!.DueOn.ShouldBe(new DateOnly(2022, 1, 31));
        (await save.RunAsync(draft with { State = CycleState.Closed })).Outcome.ShouldBe(SaveOutcome.Conflict);
        (await save.RunAsync(draft with { Version = 2, State = CycleState.Closed })).Ok.ShouldBeTrue();
        (await save.RunAsync(draft with { Code = "1999" })).Outcome.ShouldBe(SaveOutcome.NotFound);
    }

    [Theory, EveryDatabase]
    public async Task The_list_shows_the_state_of_every_member_and_who_is_late(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        await world.Behind.RawAsync("update ReportingCycle set DueOn = '2021-11-01' where Code = '2021-S2'");
        await world.Behind.RawAsync("update CountryReport set State = 'Submitted' where Country = 'MEX' and CycleCode = '2021-S2'");
        await new ExtendReport(world.As(World.Lead), world.Clock).RunAsync(World.ElSalvador,
            new ExtensionDraft { Cycle = "2021-S2", UntilOn = Today.AddDays(5), Reason = "Elections." });

        var list = await new ReadCycles(world.As(World.Person(Role.SecretariatAnalyst)), world.Clock).RunAsync();
        list.MayLead.ShouldBeFalse();
        list.Cycles.Select(c => c.Cycle.Code).ShouldBe(["2022", "2021-S2", "2021-S1", "2020"]);
        var cycle = list.Cycles[1];
        cycle.Countries.Select(c => $"{c.Country} {c.State} {(cycle.IsOverdue(c) ? "late" : "")}".Trim()).ShouldBe(["HND Draft late", "MEX Submitted", "SLV Draft"]);
        list.Cycles[2].Count(ContentState.Published).ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task The_secretariat_reads_what_is_in_a_report_from_national_approval_on(Engine engine)
    {
        foreach (var state in Enum.GetValues<ContentState>())
        {
            await using var world = await World.OpenAsync(engine);
            await world.InitiativeAsync(World.ElSalvador, "SV-ONE", "Completed");
            await new Reporting(world, World.ElSalvador).BringToAsync(state);
            var review = await new ReadReview(world.As(World.Lead), world.Clock).RunAsync(World.ElSalvador, Reporting.Cycle);
            (review!.View.Content is not null).ShouldBe(state >= ContentState.Approved, state.ToString());
            if (review.View.Content is { } content) content.Rows.Of<FrozenInitiative>().Single().Code.ShouldBe("SV-ONE");
            await Should.ThrowAsync<AccessRefusedException>(() => new ReadReview(world.As(World.Donor), world.Clock).RunAsync(World.ElSalvador, Reporting.Cycle));
        }
    }
}
