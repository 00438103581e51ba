namespace Monitoring.Tests.Kernel;

/// <summary>A database that does not answer: nothing is written, and the same program goes on when it answers again.</summary>
public sealed class UnavailableTests
{
    [Fact]
    public async Task A_save_into_a_locked_database_writes_nothing_and_goes_through_once_the_lock_is_gone()
    {
        await using var world = await World.OpenAsync();
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var impatient = Database.Sqlite(world.Behind.Path!, patience: 1);
        var caller = new Caller();
        caller.Is(World.FocalPoint(World.Honduras).Id, World.FocalPoint(World.Honduras).SessionId);
        var gate = new Gate(impatient, caller, world.Clock);
        var draft = new NextStepDraft { InitiativeId = initiative, Code = "HN-N1", Text = "Kept." };

        await using (var other = await world.Behind.RawAsync())
        await using (Dialect.BeginEdit(other))
        {
            await Should.ThrowAsync<DatabaseUnavailableException>(() => NextSteps.AddAsync(gate, World.Honduras, draft));
            (await NextSteps.ReadAsync(gate, World.Honduras, draft.Id)).ShouldBeNull("reading goes on while somebody writes");
        }

        (await world.Behind.ScalarAsync<int>("select count(*) from NextStep")).ShouldBe(0);
        (await NextSteps.AddAsync(gate, World.Honduras, draft)).Ok.ShouldBeTrue();
        (await world.Behind.ScalarAsync<int>("select count(*) from NextStep")).ShouldBe(1);
    }

    [Fact]
    public async Task A_full_disk_writes_nothing_and_the_save_goes_through_once_there_is_room()
    {
        await using var world = await World.OpenAsync();
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(World.FocalPoint(World.Honduras));
        var draft = new NextStepDraft { InitiativeId = initiative, Code = "HN-N1", Text = new string('x', 4000) };
        await using (var edit = await gate.EditAsync(World.Honduras, May.EditCountry))
        {
            // A limit on the pages of the file is what a full disk is to the engine.
            await edit.StageAsync(LimitPages);
            await Should.ThrowAsync<DatabaseUnavailableException>(async () =>
            {
                for (var i = 0; i < 2000; i++) await edit.StageAsync(NextSteps.Insert, draft with { Id = Guid.CreateVersion7(), Code = $"HN-N{i}" });
            });
            await edit.StageAsync(UnlimitPages);
        }
        (await world.Behind.ScalarAsync<int>("select count(*) from NextStep")).ShouldBe(0);
        (await NextSteps.AddAsync(gate, World.Honduras, draft)).Ok.ShouldBeTrue();
    }

    private static readonly CountrySql LimitPages = CountrySql.Of("pragma max_page_count = 300");
    private static readonly CountrySql UnlimitPages = CountrySql.Of("pragma max_page_count = 4294967294");

    [Fact]
    public async Task A_cancelled_save_writes_nothing()
    {
        await using var world = await World.OpenAsync();
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        using var cancel = new CancellationTokenSource();
        await using (var edit = await world.As(World.FocalPoint(World.Honduras)).EditAsync(World.Honduras, May.EditCountry))
        {
            await edit.StageAsync(NextSteps.Insert, new NextStepDraft { InitiativeId = initiative, Code = "HN-N1" });
            await cancel.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() =>
                edit.CommitAsync(new Change(ChangeAction.Added, "NextStep", Guid.CreateVersion7(), "HN-N1", []), Guid.CreateVersion7(), cancel.Token));
        }
        (await world.Behind.ScalarAsync<int>("select count(*) from NextStep")).ShouldBe(0);
    }

    [Fact]
    public async Task Editors_of_one_country_queue_and_none_is_lost()
    {
        await using var world = await World.OpenAsync();
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var step = await world.NextStepAsync(World.Honduras, initiative, "HN-N1");
        const int editors = 16;
        await Task.WhenAll(Enumerable.Range(0, editors).Select(n => Task.Run(async () =>
        {
            var gate = world.As(World.FocalPoint(World.Honduras));
            var row = (await NextSteps.ReadAsync(gate, World.Honduras, step)).ShouldNotBeNull();
            var draft = NextStepDraft.Of(row) with { Text = $"Editor {n}" };
            // Who loses looks at the other's row and says it again.
            for (var saved = await NextSteps.SaveAsync(gate, World.Honduras, draft); !saved.Ok; saved = await NextSteps.SaveAsync(gate, World.Honduras, draft))
                draft = draft with { Version = saved.Row.ShouldNotBeNull().Version };
        })));
        (await world.Behind.ScalarAsync<int>("select Version from NextStep")).ShouldBe(1 + editors);
        (await world.Behind.ScalarAsync<int>("select count(*) from FieldChange where Field = 'Text'")).ShouldBe(editors);
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
    }
}
