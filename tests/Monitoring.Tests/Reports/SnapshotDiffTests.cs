using Monitoring.Web.Reports;

namespace Monitoring.Tests.Reports;

/// <summary>Two contents of a country field by field.</summary>
public sealed class SnapshotDiffTests
{
    [Fact]
    public async Task What_the_report_loaded_and_nobody_changed_differs_in_nothing()
    {
        await using var world = await ReportWorld.OpenAsync();
        foreach (var country in new[] { World.Honduras, World.Mexico, World.ElSalvador })
        {
            await using var db = await world.Job.ReadAsync(country);
            SnapshotDiff.Between(await FrozenContent.KeptAsync(db, 1, default), await FrozenContent.LivingAsync(db, default)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_change_an_addition_and_a_removal_are_told_field_by_field()
    {
        await using var world = await ReportWorld.OpenAsync();
        await world.Behind.RawAsync("update Initiative set Stage = 'Completed', StageNote = 'Done' where Code = 'HN-ART'");
        await world.Behind.RawAsync("update Measurement set Value = 28 where Country = 'HND' and Value = 27");
        await world.Behind.RawAsync("update NextStep set RetiredAt = '2021-11-15 15:00:00' where Code = 'HN-ART-N1'");
        await world.Behind.RawAsync("update InitiativeItem set Position = Position + 5 where Country = 'HND'");
        var initiative = await world.Behind.ScalarAsync<Guid>("select Id from Initiative where Code = 'HN-MAHE'");
        await world.NextStepAsync(World.Honduras, initiative, "HN-MAHE-N99", "2022-01-31");

        var changes = await BetweenAsync(world, 1, CompareSnapshots.Now);
        changes.Select(c => $"{c.Table} {c.Kind} {c.Initiative} {c.Label}").ShouldBe(
            ["Initiatives Changed  HN-ART", "NextSteps Added HN-MAHE HN-MAHE-N99", "NextSteps Removed HN-ART HN-ART-N1", "Measurements Changed HN-MAHE HN-MAHE-I1 (2019)"], ignoreOrder: true);
        changes.Single(c => c.Table == "Initiatives").Fields.ShouldBe([new FieldDiff("Stage", "Implementation", "Completed"), new FieldDiff("StageNote", Note(changes), "Done")]);
        changes.Single(c => c.Table == "Measurements").Fields.ShouldBe([new FieldDiff("Value", "27", "28")]);
        changes.Single(c => c.Kind is DiffKind.Added).Fields.ShouldContain(new FieldDiff("DueOn", null, "2022-01-31"));
        changes.Single(c => c.Kind is DiffKind.Removed).Fields.ShouldAllBe(f => f.Now == null && f.Was != null);

        // The other way round everything is turned.
        (await BetweenAsync(world, CompareSnapshots.Now, 1)).Count(c => c.Kind is DiffKind.Removed).ShouldBe(1);
    }

    [Fact]
    public async Task A_snapshot_that_is_not_there_is_refused()
    {
        await using var world = await ReportWorld.OpenAsync();
        await Should.ThrowAsync<UnknownChoiceException>(() => BetweenAsync(world, 1, 7));
        (await BetweenAsync(world, 1, 1)).ShouldBeEmpty();
    }

    private static string? Note(IReadOnlyList<RowDiff> changes) => changes.Single(c => c.Table == "Initiatives").Fields[1].Was;

    private static async Task<IReadOnlyList<RowDiff>> BetweenAsync(World world, int from, int to) =>
        (await new CompareSnapshots(world.As(World.FocalPoint(World.Honduras))).RunAsync(World.Honduras, from, to)).Changes;
}

/// <summary>Corrections of accepted values, and what used the old ones.</summary>
public sealed class RestatementTests
{
    private static readonly CountrySql SetValue = CountrySql.Of("""
        update Measurement set Value = @Value, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person where Country = @Country and Id = @Id
        """);

    [Fact]
    public async Task Every_restatement_names_the_snapshots_that_hold_the_old_value()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack' where Country = 'HND'");
        var id = await world.Behind.ScalarAsync<Guid>("select Id from Measurement where Country = 'HND' and Value = 27");
        await RestateAsync(world, id, 27, 28, "Counted again.");
        await new Reporting(world, World.Honduras).BringToAsync(Monitoring.Web.Shared.ContentState.Accepted);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await RestateAsync(world, id, 28, 29, "One more file was found.");

        var view = await new CompareSnapshots(world.As(World.FocalPoint(World.Honduras))).RunAsync(World.Honduras, null, null);
        view.Restatements.Select(r => $"{r.OldValue} → {r.NewValue}: {r.Reason} {string.Join(',', r.UsedIn.Select(s => s.SnapshotNo))}").ShouldBe(
            ["28 → 29: One more file was found. 2", "27 → 28: Counted again. 1"]);
        view.Changes.Single(c => c.Table == "Measurements").Fields.ShouldBe([new FieldDiff("Value", "28", "29")]);
    }

    [Fact]
    public async Task A_report_that_was_opened_for_something_else_still_holds_the_old_value()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack' where Country = 'HND'");
        var id = await world.Behind.ScalarAsync<Guid>("select Id from Measurement where Country = 'HND' and Value = 27");
        var initiative = await world.Behind.ScalarAsync<Guid>("select Id from Initiative where Country = 'HND' and Code = 'HN-MAHE'");
        async Task ReopenAsync(ReopenedThing thing, Guid subject)
        {
            world.Clock.Advance(TimeSpan.FromDays(1));
            (await new ReopenReport(world.As(World.Lead), world.Clock).RunAsync(World.Honduras,
                new ReopeningDraft { Cycle = "2021-S1", Subject = thing, SubjectId = subject, Reason = "One thing.", UntilOn = new(2021, 12, 24) })).Ok.ShouldBeTrue();
            await ReopeningTests.BringAsync(world, "2021-S1");
        }
        await RestateAsync(world, id, 27, 28, "Counted again.");
        await ReopenAsync(ReopenedThing.Initiative, initiative);
        await RestateAsync(world, id, 28, 29, "One more.");
        await RestateAsync(world, id, 29, 27, "None was missing.");
        await ReopenAsync(ReopenedThing.Measurement, id);
        await RestateAsync(world, id, 27, 30, "Three came late.");

        var view = await new CompareSnapshots(world.As(World.FocalPoint(World.Honduras))).RunAsync(World.Honduras, null, null);
        view.Restatements.Select(r => $"{r.OldValue} → {r.NewValue}: {string.Join(',', r.UsedIn.Select(s => s.SnapshotNo))}").ShouldBe(["27 → 30: 3", "29 → 27: ", "28 → 29: ", "27 → 28: 1,2"]);
    }

    private static async Task RestateAsync(World world, Guid id, decimal from, decimal to, string reason)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = await world.As(World.FocalPoint(World.Honduras)).EditAsync(World.Honduras, May.EditCountry);
        await db.StageAsync(SetValue, new { Id = id, Value = to });
        var field = new FieldChange("Value", from.ToString(System.Globalization.CultureInfo.InvariantCulture), to.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await db.CommitAsync(new Change(ChangeAction.Restated, "Measurement", id, "HN-MAHE-I1", [field], reason), Guid.CreateVersion7());
    }
}
