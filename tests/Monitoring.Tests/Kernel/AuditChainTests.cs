using System.Globalization;

namespace Monitoring.Tests.Kernel;

/// <summary>Audit is append-only and shows tampering, in whichever column.</summary>
public sealed class AuditChainTests
{
    [Theory, EveryDatabase]
    public async Task A_chain_that_nobody_touched_holds(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await FillAsync(world);
        foreach (var country in new[] { World.Honduras, World.Mexico, World.ElSalvador }) (await FaultAsync(world, country)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_chain_holds_while_the_clock_runs(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        world.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(0.7);
        await FillAsync(world);
        foreach (var country in new[] { World.Honduras, World.Mexico }) (await FaultAsync(world, country)).ShouldBeNull();
        (await world.Behind.ScalarAsync<int>("""
            select count(*) from NextStep n where not exists (select 1 from AuditLink l where l.SubjectId = n.Id and l.HappenedAt = n.ChangedAt)
            """)).ShouldBe(0, "a row and its link tell one time");
    }

    [Fact]
    public async Task A_chain_holds_across_the_pieces_in_which_it_is_read()
    {
        await using var world = await World.OpenAsync();
        var link = await FillAsync(world);
        for (var piece = 1; piece < 8; piece++) (await FaultAsync(world.Database, world, World.Honduras, piece)).ShouldBeNull();
        await world.Behind.RawAsync($"update AuditLink set Label = 'Another' where Country = 'HND' and LinkNo = {link}");
        for (var piece = 1; piece < 8; piece++) (await FaultAsync(world.Database, world, World.Honduras, piece)).ShouldBe(new ChainFault(link, "Changed"));
    }

    public static TheoryData<string, string> Columns()
    {
        var all = new TheoryData<string, string>();
        foreach (var table in SchemaRules.Tables.Where(t => t.Name is "AuditLink" or "FieldChange"))
            foreach (var column in table.Columns.Where(c => c.Name is not "Country" and not "LinkNo")) all.Add(table.Name, column.Name);
        return all;
    }

    [Theory, MemberData(nameof(Columns))]
    public async Task A_change_of_any_column_is_found(string table, string column)
    {
        await using var world = await World.OpenAsync();
        var link = await FillAsync(world);
        var declared = SchemaRules.Tables.Single(t => t.Name == table).Columns.Single(c => c.Name == column);
        foreach (var value in Others(declared))
        {
            await using var copy = await CopyAsync(world);
            var where = table == "FieldChange" ? $"LinkNo = {link} and ChangeNo = 1" : $"LinkNo = {link}";
            var changed = await copy.RawAsync($"update {table} set {column} = {value} where Country = 'HND' and {where} and coalesce({column}, '') <> coalesce({value}, '')");
            if (changed == 0) continue;
            (await FaultAsync(copy.Database, world, World.Honduras)).ShouldBe(new ChainFault(link, "Changed"), $"{column} = {value}");
        }
    }

    [Fact]
    public async Task A_link_or_a_field_change_that_was_taken_out_is_found()
    {
        await using var world = await World.OpenAsync();
        var link = await FillAsync(world);
        async Task<ChainFault?> After(params string[] statements)
        {
            await using var copy = await CopyAsync(world);
            foreach (var sql in statements) (await copy.RawAsync(sql)).ShouldBeGreaterThan(0);
            return await FaultAsync(copy.Database, world, World.Honduras);
        }
        var fields = $"delete from FieldChange where LinkNo = {link}";
        (await After($"{fields} and ChangeNo = 1")).ShouldBe(new ChainFault(link, "Changed"));
        (await After($"{fields} and ChangeNo = 2")).ShouldBe(new ChainFault(link, "Changed"));
        (await After(fields, $"delete from AuditLink where Country = 'HND' and LinkNo = {link}")).ShouldBe(new ChainFault(link, "Missing"));
        var last = await world.Behind.ScalarAsync<int>("select max(LinkNo) from AuditLink where Country = 'HND'");
        (await After($"delete from FieldChange where LinkNo = {last}", $"delete from AuditLink where Country = 'HND' and LinkNo = {last}")).ShouldBe(new ChainFault(last - 1, "Head"));
        (await After($"update CountryHead set LastHash = '{new string('A', 64)}' where Country = 'HND'")).ShouldBe(new ChainFault(last, "Head"));
    }

    [Fact]
    public async Task A_field_change_that_was_put_in_is_found()
    {
        await using var world = await World.OpenAsync();
        var link = await FillAsync(world);
        await world.Behind.RawAsync($"""
            insert into FieldChange (Country, LinkNo, ChangeNo, Subject, SubjectId, Field, OldValue, NewValue)
            select Country, LinkNo, 9, Subject, SubjectId, 'Coverage', null, 'Everywhere' from AuditLink where Country = 'HND' and LinkNo = {link}
            """);
        (await FaultAsync(world, World.Honduras)).ShouldBe(new ChainFault(link, "Changed"));
    }

    // Values that the column can hold and that are not what stands there.
    private static IEnumerable<string> Others(SchemaColumn column) => column.Name switch
    {
        "Action" => ["'Restored'", "'Loaded'"],
        "OldMark" => ["'Derived'", "null", "'9'"],
        _ => column.Type switch
        {
            "int" => ["7"],
            "datetime2" => ["'2021-11-15 15:00:00.001'", "'2020-01-01 00:00:00'"],
            "uniqueidentifier" => [string.Create(CultureInfo.InvariantCulture, $"'{Guid.CreateVersion7().ToString().ToUpperInvariant()}'"), .. column.Nullable ? ["null"] : Array.Empty<string>()],
            "char" => [$"'{new string('B', column.Length!.Value)}'"],
            _ => ["'x'", "''", .. column.Nullable ? ["null"] : Array.Empty<string>()],
        },
    };

    /// <summary>Some history in each country. Returns a link of Honduras in the middle of its chain, with two field changes.</summary>
    private static async Task<int> FillAsync(World world)
    {
        foreach (var country in new[] { World.Honduras, World.Mexico })
        {
            var gate = world.As(World.FocalPoint(country));
            var step = await world.NextStepAsync(country, await world.InitiativeAsync(country, "X-ONE"), "X-N1");
            await world.Behind.RawAsync("update NextStep set SourceLines = '5-7'");
            for (var i = 0; i < 3; i++)
            {
                var row = (await NextSteps.ReadAsync(gate, country, step)).ShouldNotBeNull();
                var draft = NextStepDraft.Of(row) with { Text = $"Text {i}", Status = (StepStatus)(i + 1) };
                await using var db = await gate.EditAsync(country, May.EditCountry);
                await db.SaveAsync<NextStepRow>(NextSteps.One, NextSteps.Update, draft, "NextStep", n => n.Code, ChangeAction.Restated, "Because.");
                world.Clock.Advance(TimeSpan.FromSeconds(1.5));
            }
        }
        return await world.Behind.ScalarAsync<int>("select min(LinkNo) from AuditLink where Country = 'HND' and Action = 'Restated'");
    }

    private static async Task<TestDatabase> CopyAsync(World world)
    {
        await world.Behind.RawAsync("pragma wal_checkpoint(truncate)");
        return TestDatabase.CopyOf(world.Behind.Path!);
    }

    private static Task<ChainFault?> FaultAsync(World world, CountryCode country) => FaultAsync(world.Database, world, country);

    private static async Task<ChainFault?> FaultAsync(Database database, World world, CountryCode country, int piece = 500)
    {
        await using var db = await new Gate(database, new Caller(), world.Clock).ForJob(JobName.Load).ReadAsync(country);
        return await AuditChain.FirstFaultAsync(db, piece, CancellationToken.None);
    }
}
