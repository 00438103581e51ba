namespace Monitoring.Tests.Kernel;

/// <summary>What an edit door promises about a save.</summary>
public sealed class SaveTests
{
    private static readonly TestPerson Editor = World.FocalPoint(World.Honduras);

    private static readonly CountrySql Links = CountrySql.Of("select count(*) from AuditLink where Country = @Country");

    [Theory, EveryDatabase]
    public async Task A_save_writes_the_row_its_history_and_the_audit_link_together(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, before) = await StepAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(3));

        var saved = await NextSteps.SaveAsync(world.As(Editor), World.Honduras, NextStepDraft.Of(row) with { Status = StepStatus.Done, Text = "It is done." });

        saved.Outcome.ShouldBe(SaveOutcome.Saved);
        saved.Row.ShouldNotBeNull().ShouldSatisfyAllConditions(
            r => r.Version.ShouldBe(row.Version + 1),
            r => r.Status.ShouldBe(StepStatus.Done),
            r => r.ChangedBy.ShouldBe(Editor.Name),
            r => r.ChangedAt.ShouldBe(world.Clock.GetUtcNow().UtcDateTime));
        (await LinksAsync(world)).ShouldBe(before + 1);
        (await world.Behind.ScalarAsync<string>("select PersonName from AuditLink where Action = 'Edited' and Subject = 'NextStep' and Label = 'HN-N1'"))
            .ShouldBe(Editor.Name);
        (await FieldsAsync(world)).ShouldBe(["Status: Planned -> Done", "Text: What comes next. -> It is done."], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task Leaving_an_edit_door_without_a_save_leaves_nothing(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, before) = await StepAsync(world);
        await using (var db = await world.As(Editor).EditAsync(World.Honduras, May.EditCountry))
        {
            (await db.StageAsync(NextSteps.Update, NextStepDraft.Of(row) with { Text = "Never saved." })).ShouldBe(1);
        }
        (await NextSteps.ReadAsync(world.As(Editor), World.Honduras, row.Id)).ShouldBe(row);
        (await LinksAsync(world)).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    public async Task What_was_changed_back_since_is_no_conflict_for_who_takes_something_back_and_what_was_changed_is(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, _) = await StepAsync(world);
        var gate = world.As(Editor);
        async Task<Saved<NextStepRow>> SaveAsync(Draft draft, ChangeAction action)
        {
            await using var db = await gate.EditAsync(World.Honduras, May.EditCountry);
            return await db.SaveAsync<NextStepRow>(NextSteps.One, NextSteps.Update, draft, "NextStep", s => s.Code, action);
        }
        var first = (await SaveAsync(NextStepDraft.Of(row) with { Text = "First." }, ChangeAction.Edited)).Row!;
        var second = (await SaveAsync(NextStepDraft.Of(first) with { Text = "Second." }, ChangeAction.Edited)).Row!;
        var takeFirstBack = NextStepDraft.Of(row) with { Version = first.Version };
        (await SaveAsync(takeFirstBack, ChangeAction.Restored)).Outcome.ShouldBe(SaveOutcome.Conflict, "the second save stands on it");
        (await SaveAsync(NextStepDraft.Of(first) with { Version = second.Version }, ChangeAction.Restored)).Ok.ShouldBeTrue();
        (await SaveAsync(takeFirstBack, ChangeAction.Edited)).Outcome.ShouldBe(SaveOutcome.Conflict, "whoever edits is asked to look");
        (await SaveAsync(takeFirstBack, ChangeAction.Restored)).Row!.Text.ShouldBe(row.Text);
        await using var read = await world.Job.ReadAsync(World.Honduras);
        (await AuditChain.FirstFaultAsync(read)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_save_that_fails_half_way_leaves_nothing(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, before) = await StepAsync(world);
        // The label does not fit its column: the row is written, then the link fails.
        await using (var db = await world.As(Editor).EditAsync(World.Honduras, May.EditCountry))
            await Should.ThrowAsync<Exception>(() => db.SaveAsync<NextStepRow>(NextSteps.One, NextSteps.Update,
                NextStepDraft.Of(row) with { Text = "Half-way." }, "NextStep", _ => new string('x', 201)));
        (await NextSteps.ReadAsync(world.As(Editor), World.Honduras, row.Id)).ShouldBe(row);
        (await LinksAsync(world)).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    public async Task A_retry_of_a_save_writes_once_and_tells_what_was_stored(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, before) = await StepAsync(world);
        var draft = NextStepDraft.Of(row) with { Status = StepStatus.UnderWay };
        var first = await NextSteps.SaveAsync(world.As(Editor), World.Honduras, draft);
        var retry = await NextSteps.SaveAsync(world.As(Editor), World.Honduras, draft);

        retry.Outcome.ShouldBe(SaveOutcome.Saved);
        retry.Row.ShouldBe(first.Row);
        (await LinksAsync(world)).ShouldBe(before + 1);
    }

    [Theory, EveryDatabase]
    public async Task A_retry_of_an_addition_adds_one_row(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var draft = new NextStepDraft { InitiativeId = initiative, Code = "HN-N9", Text = "Once.", DueOn = new DateOnly(2022, 3, 1) };
        var first = await NextSteps.AddAsync(world.As(Editor), World.Honduras, draft);
        var retry = await NextSteps.AddAsync(world.As(Editor), World.Honduras, draft);

        first.Ok.ShouldBeTrue();
        retry.Row.ShouldBe(first.Row);
        (await world.Behind.ScalarAsync<int>("select count(*) from NextStep")).ShouldBe(1);
        (await world.Behind.ScalarAsync<int>("select count(*) from AuditLink where Action = 'Added'")).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task An_operation_of_one_row_never_passes_for_the_save_of_another(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, _) = await StepAsync(world);
        var other = await world.NextStepAsync(World.Honduras, row.InitiativeId, "HN-N2");
        var draft = NextStepDraft.Of(row) with { Text = "First." };
        await NextSteps.SaveAsync(world.As(Editor), World.Honduras, draft);
        await Should.ThrowAsync<InvalidOperationException>(() =>
            NextSteps.SaveAsync(world.As(Editor), World.Honduras, draft with { Id = other, Code = "HN-N2", Version = 1 }));
    }

    [Theory, EveryDatabase]
    public async Task The_loser_of_two_saves_sees_the_row_of_the_winner(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, before) = await StepAsync(world);
        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, row.InitiativeId);
        await NextSteps.SaveAsync(world.As(contributor), World.Honduras, NextStepDraft.Of(row) with { Text = "Theirs." });

        var late = await NextSteps.SaveAsync(world.As(Editor), World.Honduras, NextStepDraft.Of(row) with { Text = "Mine." });

        late.Outcome.ShouldBe(SaveOutcome.Conflict);
        late.Row.ShouldNotBeNull().ShouldSatisfyAllConditions(
            r => r.Text.ShouldBe("Theirs."),
            r => r.ChangedBy.ShouldBe(contributor.Name),
            r => r.Version.ShouldBe(row.Version + 1));
        (await LinksAsync(world)).ShouldBe(before + 1);
    }

    [Theory, EveryDatabase]
    public async Task A_foreign_row_and_an_absent_row_get_the_same_answer(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var mexican = await world.InitiativeAsync(World.Mexico, "MX-ONE");
        var foreign = await world.NextStepAsync(World.Mexico, mexican, "MX-N1");
        var gate = world.As(Editor);
        async Task<string> Answer(Guid id)
        {
            var read = await NextSteps.ReadAsync(gate, World.Honduras, id);
            var saved = await NextSteps.SaveAsync(gate, World.Honduras, new NextStepDraft { Id = id, Version = 1, Code = "X", Text = "Mine." });
            var added = await NextSteps.AddAsync(gate, World.Honduras, new NextStepDraft { InitiativeId = id, Code = "X", Text = "Mine." });
            return $"{read} {saved} {added}";
        }
        (await Answer(foreign)).ShouldBe(await Answer(Guid.CreateVersion7()));
        (await Answer(mexican)).ShouldBe(await Answer(Guid.CreateVersion7()));
        (await NextSteps.ReadAsync(world.As(World.FocalPoint(World.Mexico)), World.Mexico, foreign)).ShouldNotBeNull().Text.ShouldBe("What comes next.");
    }

    [Theory, EveryDatabase]
    public async Task A_caller_cannot_pass_what_the_door_binds(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await using var db = await world.As(Editor).ReadAsync(World.Honduras);
        foreach (var args in new object[] { new { Country = World.Mexico }, new Dictionary<string, object?> { ["Country"] = "MEX" } })
            (await Should.ThrowAsync<InvalidOperationException>(() => db.ListAsync<NextStepRow>(NextSteps.List, args))).Message.ShouldContain("@Country");
        await using var edit = await world.As(Editor).EditAsync(World.Honduras, May.EditCountry);
        await Should.ThrowAsync<InvalidOperationException>(() => edit.StageAsync(NextSteps.Update, new { Id = Guid.CreateVersion7(), Person = "Somebody else" }));
    }

    [Theory, EveryDatabase]
    public async Task A_taken_key_is_refused_and_nothing_is_written(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, _) = await StepAsync(world);
        await world.NextStepAsync(World.Honduras, row.InitiativeId, "HN-N2");
        var before = await LinksAsync(world);
        var added = await NextSteps.AddAsync(world.As(Editor), World.Honduras, new NextStepDraft { InitiativeId = row.InitiativeId, Code = "HN-N2" });
        var saved = await NextSteps.SaveAsync(world.As(Editor), World.Honduras, NextStepDraft.Of(row) with { Code = "HN-N2" });
        foreach (var outcome in new[] { added, saved })
        {
            outcome.Outcome.ShouldBe(SaveOutcome.Refused);
            outcome.Problem.ShouldNotBeNull().TextKey.ShouldBe("KeyTaken");
        }
        (await LinksAsync(world)).ShouldBe(before);
        (await NextSteps.AddAsync(world.As(World.FocalPoint(World.Mexico)), World.Mexico, new NextStepDraft
        {
            InitiativeId = await world.InitiativeAsync(World.Mexico, "MX-ONE"),
            Code = "HN-N2",
        })).Ok.ShouldBeTrue("a key of one country is free in another");
    }

    [Theory, EveryDatabase]
    public async Task A_save_that_changes_nothing_writes_nothing(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, before) = await StepAsync(world);
        (await NextSteps.SaveAsync(world.As(Editor), World.Honduras, NextStepDraft.Of(row))).Row.ShouldBe(row);
        (await LinksAsync(world)).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    public async Task Editing_marks_the_field_reported_and_history_keeps_its_old_mark_and_source(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (row, _) = await StepAsync(world);
        await world.Behind.RawAsync("update NextStep set SourceLines = '120-124'");
        await world.Behind.RawAsync("insert into ValueMark (Country, Subject, SubjectId, Field, Mark) values ('HND', 'NextStep', @Id, 'DueOn', 'Inferred')", new { row.Id });
        var first = await NextSteps.SaveAsync(world.As(Editor), World.Honduras, NextStepDraft.Of(row) with { Text = "New.", DueOn = new DateOnly(2022, 6, 30) });
        await NextSteps.SaveAsync(world.As(Editor), World.Honduras, NextStepDraft.Of(first.Row!) with { Text = "Newer." });

        (await FieldsAsync(world, withMarks: true)).ShouldBe(
        [
            "DueOn:  -> 2022-06-30 (was Inferred, )",
            "Text: What comes next. -> New. (was Stated, 120-124)",
            "Text: New. -> Newer. (was Reported, )",
        ], ignoreOrder: true);
        (await world.Behind.ScalarAsync<int>("select count(*) from ValueMark where Mark = 'Reported' and Field in ('Text', 'DueOn')")).ShouldBe(2);
    }

    private static async Task<(NextStepRow Row, int Links)> StepAsync(World world)
    {
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var id = await world.NextStepAsync(World.Honduras, initiative, "HN-N1");
        return ((await NextSteps.ReadAsync(world.As(Editor), World.Honduras, id)).ShouldNotBeNull(), await LinksAsync(world));
    }

    private static async Task<int> LinksAsync(World world)
    {
        await using var db = await world.As(Editor).ReadAsync(World.Honduras);
        return await db.OneAsync<int>(Links);
    }

    private static async Task<IReadOnlyList<string>> FieldsAsync(World world, bool withMarks = false)
    {
        await using var connection = await world.Behind.RawAsync();
        var rows = await Dapper.SqlMapper.QueryAsync<(string Field, string Old, string New, string Mark, string Source)>(connection,
            "select Field, OldValue, NewValue, OldMark, OldSource from FieldChange order by LinkNo, ChangeNo");
        return [.. rows.Select(r => $"{r.Field}: {r.Old} -> {r.New}" + (withMarks ? $" (was {r.Mark}, {r.Source})" : ""))];
    }
}
