using Monitoring.Web.Indicators;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Indicators;

public sealed class SaveValuesTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private static readonly CellKey Total = CellKey.TotalOf(CellKey.All);
    private static readonly CellKey Women = Total with { Sex = Sex.Female };
    private static readonly ReportPeriod Half = PeriodRules.Read("2021-S2")!;

    [Theory, EveryDatabase]
    public async Task Values_are_saved_together_with_one_line_of_history_that_holds(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var indicator = await NewAsync(world);
        (await SaveAsync(world, indicator, Half, [(Total, 0, 38), (Women, 0, 17)])).Written.ShouldBe(2);
        var sheet = await ReadAsync(world);
        sheet.Of(Half).Select(v => (v.Cell, v.Value, v.Mark)).ShouldBe([(Total, 38, Mark.Reported), (Women, 17, Mark.Reported)], ignoreOrder: true);
        await using var db = await world.As(Focal).ReadAsync(World.Honduras);
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
        (await world.Behind.ScalarAsync<int>("select count(distinct SubjectId) from FieldChange where Field = 'Value'", new { })).ShouldBe(2);
        (await world.Behind.ScalarAsync<string>("select Label from AuditLink where Subject = 'Measurement'", new { })).ShouldBe("HN-I1 · 2021-S2");
    }

    [Theory, EveryDatabase]
    public async Task One_wrong_cell_and_nothing_is_written(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var indicator = await NewAsync(world);
        var saved = await SaveAsync(world, indicator, Half, [(Total, 0, 38), (Women, 0, -1)]);
        saved.Problems.Single().ShouldSatisfyAllConditions(p => p.Key.ShouldBe(Women), p => p.Value.TextKey.ShouldBe("Negative"));
        (await ReadAsync(world)).Values.ShouldBeEmpty();
        (await SaveAsync(world, indicator, PeriodRules.Read("2022")!, [(Total, 0, 38)])).Problem!.TextKey.ShouldBe("FuturePeriod");
    }

    [Theory, EveryDatabase]
    public async Task A_cell_that_is_filled_in_after_a_lost_answer_is_written_too(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await NewAsync(world);
        var reader = new CellReader(IndicatorKind.Count, NumberNotation.Point, new CellWords("nc", "na"), Enum.GetValues<ValueState>().ToDictionary(s => s, s => s.ToString()));
        var edit = new ValuesEdit(await ReadAsync(world), Half, CellKey.All, reader);
        var save = new SaveValues(world.As(Focal), world.Clock);
        edit.Set(Total, new CellText("38"));
        (await edit.SaveAsync(async d =>
        {
            (await save.RunAsync(World.Honduras, d)).Outcome.ShouldBe(SaveOutcome.Saved);
            throw new DatabaseUnavailableException(new IOException("the answer is lost"));
        })).ShouldBeNull();
        edit.State.ShouldBe(EditState.NotSaved);
        edit.Set(Women, new CellText("20"));
        edit.Reason = "The men were not asked";
        (await edit.SaveAsync(d => save.RunAsync(World.Honduras, d))).ShouldNotBeNull();
        (await ReadAsync(world)).Of(Half).Select(v => v.Value).Order().ShouldBe([20, 38]);
    }

    [Theory, EveryDatabase]
    public async Task Two_who_change_the_same_cell_see_each_other_and_other_cells_merge(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var indicator = await NewAsync(world);
        await SaveAsync(world, indicator, Half, [(Total, 0, 38)]);
        // Both saw version 1.
        (await SaveAsync(world, indicator, Half, [(Total, 1, 40)])).Outcome.ShouldBe(SaveOutcome.Saved);
        var late = await SaveAsync(world, indicator, Half, [(Total, 1, 41), (Women, 0, 5)]);
        late.Outcome.ShouldBe(SaveOutcome.Conflict);
        late.Theirs.Single().Value!.Value.ShouldBe(40);
        (await ReadAsync(world)).Of(Half).Select(v => v.Value).ShouldBe([40]);
        (await SaveAsync(world, indicator, Half, [(Women, 0, 5)])).Outcome.ShouldBe(SaveOutcome.Saved);
        (await SaveAsync(world, indicator, Half, [(Total, 1, 40)])).Written.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task A_contradiction_or_a_jump_is_saved_with_its_reason_only(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var indicator = await NewAsync(world);
        await SaveAsync(world, indicator, PeriodRules.Read("2020")!, [(Total, 0, 10)]);
        var asked = await SaveAsync(world, indicator, Half, [(Total, 0, 300), (Women, 0, 400)]);
        asked.Warnings.Select(w => w.TextKey).ShouldBe(["PartsAboveBySex", "Jump"]);
        asked.Problem!.TextKey.ShouldBe("WarningReason");
        (await SaveAsync(world, indicator, Half, [(Total, 0, 300), (Women, 0, 400)], "Two registers, counted apart.")).Written.ShouldBe(2);
        (await world.Behind.ScalarAsync<string>("select Reason from AuditLink where Reason is not null", new { })).ShouldBe("Two registers, counted apart.");
        // A contradiction that stood before is not asked about again.
        (await SaveAsync(world, indicator, Half, [(Total with { AgeBand = "60+" }, 0, 3)])).Written.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task What_lies_beyond_the_bounds_of_the_definition_is_saved_with_its_reason_only(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var indicator = await NewAsync(world);
        indicator = (await new SaveDefinition(world.As(Focal)).RunAsync(World.Honduras, DefinitionDraft.Of(indicator) with { Maximum = 50 })).Row!;
        var asked = await SaveAsync(world, indicator, Half, [(Total, 0, 60)]);
        (asked.Outcome, asked.Problem!.TextKey).ShouldBe((SaveOutcome.Refused, "WarningReason"));
        asked.Warnings.ShouldBe([new Warning(Total, "AboveMaximum", 60m, 50m)]);
        (await SaveAsync(world, indicator, Half, [(Total, 0, 60)], "A second centre was opened.")).Written.ShouldBe(1);
        (await world.Behind.ScalarAsync<string>("select Reason from AuditLink where Reason is not null", new { })).ShouldBe("A second centre was opened.");
    }

    [Theory, EveryDatabase]
    public async Task A_share_of_nothing_is_saved_with_its_reason_only(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var share = (await new AddIndicator(world.As(Focal)).RunAsync(World.Honduras, new IndicatorDraft { Code = "HN-S", Name = "Share", ContentLanguage = "en", Kind = IndicatorKind.Ratio })).Row!;
        var draft = new ValuesDraft { IndicatorId = share.Id, DefinitionNo = 1, Period = Half, Cells = [new CellEntry(Total, 0, new CellValue { Numerator = 0, Denominator = 0 })] };
        var save = new SaveValues(world.As(Focal), world.Clock);
        (await save.RunAsync(World.Honduras, draft)).Warnings.ShouldBe([new Warning(Total, "ZeroWhole")]);
        (await save.RunAsync(World.Honduras, draft with { Reason = "Nobody was registered." })).Written.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_value_that_is_taken_out_stays_in_history_and_may_come_back(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var indicator = await NewAsync(world);
        await SaveAsync(world, indicator, Half, [(Total, 0, 38)]);
        (await SaveAsync(world, indicator, Half, [(Total, 1, null)])).Written.ShouldBe(1);
        (await ReadAsync(world)).Of(Half).ShouldBeEmpty();
        (await world.Behind.ScalarAsync<int>("select count(*) from Measurement", new { })).ShouldBe(1);
        (await SaveAsync(world, indicator, Half, [(Total, 0, 39)])).Written.ShouldBe(1);
        (await ReadAsync(world)).Of(Half).Single().ShouldSatisfyAllConditions(v => v.Value.ShouldBe(39), v => v.Version.ShouldBe(3));
    }

    [Theory, EveryDatabase]
    public async Task A_value_of_an_accepted_report_is_restated_with_a_reason_and_its_old_mark_is_kept(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var sheet = (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-MAHE-I2"))!;
        var old = sheet.Current.Single();
        old.FrozenIn.ShouldBe("2021-S1");
        (await SaveAsync(world, sheet.Indicator, old.Period, [(Total, old.Version, 40)])).Problem!.TextKey.ShouldBe("RestatementReason");
        (await SaveAsync(world, sheet.Indicator, old.Period, [(Total, old.Version, 40)], "Two cases were registered late.")).Written.ShouldBe(1);
        (await world.Behind.ScalarAsync<string>("select Action from AuditLink where SubjectId = @Id", new { sheet.Indicator.Id })).ShouldBe("Restated");
        (await world.Behind.ScalarAsync<string>("select OldMark from FieldChange where SubjectId = @Id and Field = 'Value'", new { old.Id })).ShouldBe("Stated");
        (await world.Behind.ScalarAsync<decimal>("select Value from FrozenMeasurement where MeasurementId = @Id", new { old.Id })).ShouldBe(38);
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_edit_the_initiative_changes_no_value_of_it(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var sheet = (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-MAHE-I1"))!;
        foreach (var person in new[] { World.Contributor(World.Honduras), World.Person(Role.NationalApprover, World.Honduras), World.FocalPoint(World.Mexico), World.Donor })
            await Should.ThrowAsync<AccessRefusedException>(() => SaveAsync(world, sheet.Indicator, Half, [(Total, 0, 1)], person: person));
        // Naming another initiative does not open it.
        var own = await world.Behind.ScalarAsync<Guid>("select Id from Initiative where Code = 'HN-ART'", new { });
        await world.AssignAsync(World.Contributor(World.Honduras), own);
        (await SaveAsync(world, sheet.Indicator with { InitiativeId = own }, Half, [(Total, 0, 1)], person: World.Contributor(World.Honduras))).Outcome.ShouldBe(SaveOutcome.NotFound);
    }

    [Theory, EveryDatabase]
    public async Task A_changed_definition_is_the_next_version_and_no_value_is_deleted(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var indicator = await NewAsync(world);
        await SaveAsync(world, indicator, Half, [(Total, 0, 38)]);
        var save = new SaveDefinition(world.As(Focal));
        var draft = DefinitionDraft.Of(indicator) with { Unit = "families" };
        (await save.RunAsync(World.Honduras, draft)).Row!.CurrentDefinition.ShouldBe(2);
        (await save.RunAsync(World.Honduras, draft)).Row!.CurrentDefinition.ShouldBe(2, "a retry writes once");
        (await save.RunAsync(World.Honduras, DefinitionDraft.Of(indicator) with { Unit = "cases" })).Outcome.ShouldBe(SaveOutcome.Conflict);
        var sheet = await ReadAsync(world);
        sheet.Current.ShouldBeEmpty();
        sheet.Of(Half, definition: 1).Single().Value.ShouldBe(38);
        sheet.Definitions.Select(d => (d.DefinitionNo, d.Unit, d.ValueCount)).ShouldBe([(2, "families", 0), (1, "persons", 1)]);
        (await SaveAsync(world, indicator, Half, [(Total, 1, 5)])).Problem!.TextKey.ShouldBe("DefinitionChanged");
    }

    [Theory, EveryDatabase]
    public async Task Another_breakdown_deletes_and_hides_no_value_and_coming_back_shows_them_in_their_places(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var indicator = await NewAsync(world);
        await SaveAsync(world, indicator, Half, [(Total, 0, 38), (Women, 0, 17), (Total with { AgeBand = "60+" }, 0, 5)]);
        var save = new SaveDefinition(world.As(Focal));
        var less = (await save.RunAsync(World.Honduras, DefinitionDraft.Of(indicator) with { BySex = false, ByAge = false, Target = 50 })).Row!;
        var sheet = await ReadAsync(world);
        sheet.Current.Select(v => (v.Cell, v.Value)).ShouldBe([(Total, 38), (Women, 17), (Total with { AgeBand = "60+" }, 5)], ignoreOrder: true);
        sheet.Asked(Half).Keys.ShouldBe([Total]);
        (await world.Behind.ScalarAsync<int>("select count(*) from Measurement where RetiredAt is null and Version = 1", new { })).ShouldBe(3);
        // What is not asked is not written; the total is, beneath its parts, about which nobody asks.
        (await SaveAsync(world, less, Half, [(Women, 1, 18)])).Problems.Single().Value.TextKey.ShouldBe("NotAsked");
        (await SaveAsync(world, less, Half, [(Total, 1, 10)])).Written.ShouldBe(1);
        var back = (await save.RunAsync(World.Honduras, DefinitionDraft.Of(less) with { BySex = true })).Row!;
        sheet = await ReadAsync(world);
        sheet.Asked(Half).ToDictionary(v => v.Key, v => v.Value.Value).ShouldBe(new Dictionary<CellKey, decimal?> { [Total] = 10, [Women] = 17 }, ignoreOrder: true);
        sheet.Definitions.Select(d => (d.BySex, d.ByAge, d.ValueCount)).ShouldBe([(true, false, 0), (false, false, 1), (true, true, 2)]);
        // A value goes on from the version under which it was reported.
        (await SaveAsync(world, back, Half, [(Women, 1, 9)])).Written.ShouldBe(1);
        (await world.Behind.ScalarAsync<int>("select count(*) from Measurement", new { })).ShouldBe(3);
        (await world.Behind.ScalarAsync<int>("select count(*) from FieldChange where Field = 'BySex'", new { })).ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task Another_breakdown_leaves_what_was_accepted_as_it_was(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        const string Frozen = "select count(*) from FrozenMeasurement where DefinitionNo = 1 and IndicatorCode = 'HN-MAHE-I2' and Value = 38";
        var sheet = (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-MAHE-I2"))!;
        sheet.Indicator.BySex.ShouldBeTrue("cases are those of persons");
        (await new SaveDefinition(world.As(Focal)).RunAsync(World.Honduras, DefinitionDraft.Of(sheet.Indicator) with { BySex = false })).Row!.BySex.ShouldBeFalse();
        (await world.Behind.ScalarAsync<int>(Frozen, new { })).ShouldBe(1);
        var now = (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-MAHE-I2"))!;
        now.Definitions.Select(d => (d.DefinitionNo, d.BySex)).ShouldBe([(2, false), (1, true)]);
        now.Current.Single().ShouldSatisfyAllConditions(v => v.Value.ShouldBe(38), v => v.DefinitionNo.ShouldBe(1));
        (await SaveAsync(world, now.Indicator, now.Current.Single().Period, [(Total, now.Current.Single().Version, 40)])).Problem!.TextKey.ShouldBe("RestatementReason");
        (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-ART-I1"))!.Indicator.ByAge.ShouldBeFalse("communities have no age");
    }

    [Theory, EveryDatabase]
    public async Task A_ladder_whose_note_is_changed_still_shows_its_step_among_the_checklists(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var law = (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-LAW-I1"))!.Indicator;
        (await new SaveDefinition(world.As(Focal)).RunAsync(World.Honduras, DefinitionDraft.Of(law) with { Note = "As of the last session." })).Row!.CurrentDefinition.ShouldBe(2);
        var steps = (await new Monitoring.Web.Checklists.ListChecklists(world.As(Focal)).RunAsync(World.Honduras)).Ladders.Where(l => l.Code == "HN-LAW-I1").ToList();
        steps.Select(s => s.Step).ShouldBeUnique();
        steps.ShouldAllBe(s => s.Rung == "handed to Congress");
    }

    [Theory, EveryDatabase]
    public async Task What_describes_one_thing_is_kept_without_a_breakdown(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var law = (await new AddIndicator(world.As(Focal)).RunAsync(World.Honduras, new IndicatorDraft { Code = "HN-L", Name = "Law", ContentLanguage = "en", Kind = IndicatorKind.Milestone, BySex = true })).Row!;
        law.BySex.ShouldBeFalse();
        (await new SaveDefinition(world.As(Focal)).RunAsync(World.Honduras, DefinitionDraft.Of(law) with { ByAge = true })).Row!.CurrentDefinition.ShouldBe(1, "nothing was changed");
    }

    [Theory, EveryDatabase]
    public async Task A_code_is_used_once_and_a_ladder_keeps_its_steps(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await NewAsync(world);
        var add = new AddIndicator(world.As(Focal));
        (await add.RunAsync(World.Honduras, new IndicatorDraft { ContentLanguage = "en", Code = "HN-I1", Name = "Again", Unit = "persons" })).Problem!.TextKey.ShouldBe("CodeTaken");
        (await add.RunAsync(World.Honduras, new IndicatorDraft { ContentLanguage = "en", Code = "HN-L", Name = "Law", InitiativeCode = "NONE", Kind = IndicatorKind.Milestone })).Problem!.TextKey.ShouldBe("NoSuchInitiative");
        var ladder = (await add.RunAsync(World.Honduras, new IndicatorDraft { ContentLanguage = "en", Code = "HN-L", Name = "Law", Kind = IndicatorKind.Ladder, StepLines = "drafted\npassed" })).Row!;
        (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-L"))!.Steps.ShouldBe(["drafted", "passed"]);
        (await new SaveDefinition(world.As(Focal)).RunAsync(World.Honduras, DefinitionDraft.Of(ladder) with { StepLines = "drafted\nhanded over\npassed" })).Ok.ShouldBeTrue();
        (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-L"))!.Steps.Count.ShouldBe(3);
    }

    private static async Task<IndicatorRow> NewAsync(World world) => (await new AddIndicator(world.As(Focal)).RunAsync(World.Honduras,
        new IndicatorDraft { ContentLanguage = "en", Code = "HN-I1", Name = "Persons reached", Kind = IndicatorKind.Count, Unit = "persons", BySex = true, ByAge = true })).Row!;

    private static async Task<IndicatorSheet> ReadAsync(World world) => (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-I1"))!;

    private static Task<SavedValues> SaveAsync(World world, IndicatorRow indicator, ReportPeriod period, (CellKey Cell, int Version, decimal? Value)[] cells, string? reason = null, TestPerson? person = null) =>
        new SaveValues(world.As(person ?? Focal), world.Clock).RunAsync(World.Honduras, new ValuesDraft
        {
            IndicatorId = indicator.Id,
            InitiativeId = indicator.InitiativeId,
            DefinitionNo = indicator.CurrentDefinition,
            Period = period,
            Cells = [.. cells.Select(c => new CellEntry(c.Cell, c.Version, c.Value is { } v ? new CellValue { Value = v } : null))],
            Reason = reason,
        });
}
