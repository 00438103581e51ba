namespace Monitoring.Tests.Walls;

/// <summary>
/// On SQL Server the database itself shows a connection only the rows that its door has named, and the program's role may do only what
/// a statement of the program does.
/// </summary>
public sealed class SecondWallTests
{
    [Fact]
    public void Every_table_of_a_country_is_filtered_and_blocked() => new SecondWall(SecondWall.Text).Holes(Tables.Real).ShouldBeEmpty();

    [Theory]
    [InlineData("    add block predicate dbo.OwnRows(Country) on dbo.NextStep before delete,\n", "")]
    [InlineData("    add filter predicate dbo.LivingRows(Country) on dbo.NextStep,\n", "")]
    [InlineData("    add filter predicate dbo.LivingRows(Country) on dbo.NextStep,", "    add filter predicate dbo.FrozenRows(Country) on dbo.NextStep,")]
    [InlineData("    add filter predicate dbo.LivingRows(Country) on dbo.NextStep,", "    add filter predicate dbo.LivingRows(Code) on dbo.NextStep,")]
    [InlineData("dbo.OwnRows(Country) on dbo.Initiative after insert", "dbo.LivingRows(Country) on dbo.Initiative after insert")]
    [InlineData("where @Country = cast(session_context(N'Country') as char(3));", "where @Country = cast(session_context(N'Country') as char(3)) or session_context(N'Country') is null;")]
    [InlineData("where @Country = cast(session_context(N'Country') as char(3));", "where @Country = coalesce(cast(session_context(N'Country') as char(3)), @Country);")]
    [InlineData("where @Country = cast(session_context(N'Country') as char(3));", "where @Country = isnull(cast(session_context(N'Country') as char(3)), @Country);")]
    [InlineData("with (state = on,", "with (state = off,")]
    public void A_planted_hole_is_seen(string sound, string broken)
    {
        SecondWall.Text.ShouldContain(sound);
        new SecondWall(SecondWall.Text.Replace(sound, broken, StringComparison.Ordinal)).Holes(Tables.Real).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_programs_role_may_do_what_its_statements_do_and_nothing_else()
    {
        var needs = SecondWall.Needs(Statements.All.SelectMany(s => s.Variants()).Where(v => !v.Name.EndsWith("(SQLite)", StringComparison.Ordinal)).Select(v => v.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // A start asks whether the schema is that of the program.
        needs.Add("select SchemaJournal");
        var grants = new SecondWall(SecondWall.Text).Grants();
        if (grants.SetEquals(needs)) return;
        var file = House.Path("artifacts/grants.sql");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, SecondWall.Granting(needs));
        Assert.Fail($"Missing: {string.Join(", ", needs.Except(grants).Order())}. Not needed: {string.Join(", ", grants.Except(needs).Order())}. "
            + $"30_program_role.sql should end with what stands in {file}.");
    }

    [Fact]
    public void History_and_what_was_accepted_can_only_be_added_to()
    {
        var grants = new SecondWall(SecondWall.Text).Grants();
        foreach (var table in new[] { "AuditLink", "FieldChange" }.Concat(Tables.Real.Schema.Keys.Where(t => t.StartsWith("Frozen", StringComparison.Ordinal))))
        {
            grants.ShouldContain($"insert {table}");
            grants.ShouldNotContain($"update {table}");
            grants.ShouldNotContain($"delete {table}");
        }
        grants.ShouldNotContain(g => g.EndsWith(" SchemaJournal", StringComparison.Ordinal) && !g.StartsWith("select ", StringComparison.OrdinalIgnoreCase));
    }
}
