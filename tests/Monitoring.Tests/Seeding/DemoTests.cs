using Dapper;
using Microsoft.AspNetCore.Identity;
using Monitoring.Tests.Installation;
using Monitoring.Web.People;

namespace Monitoring.Tests.Seeding;

/// <summary>What is invented is there only with the demo, and then it says so itself.</summary>
public sealed class DemoTests
{
    private static readonly string[] Marks = [.. SchemaRules.Tables.SelectMany(t => t.Columns.Where(c => c.Name.EndsWith("Mark", StringComparison.Ordinal))
        .Select(c => $"{t.Name}.{c.Name}"))];

    [Theory, EveryDatabase]
    public async Task Without_the_demo_nothing_is_illustrative_and_nobody_is_there(Engine engine)
    {
        await using var empty = await TestDatabase.EmptyAsync(engine);
        await ReportWorld.LoadAsync(empty.Database, demo: false);
        Marks.Length.ShouldBeGreaterThan(25);
        (await IllustrativeAsync(empty)).ShouldBeEmpty();
        foreach (var table in new[] { "Person", "PersonGrant", "BudgetLine", "ExchangeRate" })
            (await empty.ScalarAsync<int>($"select count(*) from {table}")).ShouldBe(0, table);
        (await empty.ScalarAsync<int>("select count(*) from NextStep where DueOn is not null")).ShouldBe(0);
        (await empty.ScalarAsync<int>("select count(*) from Initiative where ProgressPercent is not null")).ShouldBe(0);
        // The report itself is the only cycle; the secretariat opens the next.
        (await empty.ScalarAsync<string>("select min(Code) from ReportingCycle having count(*) = 1")).ShouldBe("2021-S1");
    }

    [Theory]
    [InlineData("HN-ART-I3", 7)]
    [InlineData("SV-CHAR-I1", 6)]
    public async Task A_start_value_of_the_demo_is_absent_without_it_and_marked_with_it(string code, int denominator)
    {
        const string Sql = """
            select coalesce(concat(cast(m.Numerator as int), ''), '') as Numerator, cast(m.Denominator as int) as Denominator, m.State, v.Mark
              from Measurement m
              join Indicator i on i.Country = m.Country and i.Id = m.IndicatorId
              left join ValueMark v on v.Country = m.Country and v.SubjectId = m.Id and v.Field = 'Numerator'
             where i.Code = @code
            """;
        await using (var without = await ReportWorld.OpenAsync())
        await using (var connection = await without.Behind.RawAsync())
            (await connection.QuerySingleAsync<(string, int, string, string?)>(Sql, new { code })).ShouldBe(("", denominator, "Reported", null));
        await using (var with = await ReportWorld.OpenAsync(demo: true))
        await using (var connection = await with.Behind.RawAsync())
            (await connection.QuerySingleAsync<(string, int, string, string?)>(Sql, new { code })).ShouldBe(("0", denominator, "Reported", "Illustrative"));
    }

    [Theory, EveryDatabase]
    public async Task With_the_demo_every_invented_value_is_marked(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        var db = world.Behind;
        async Task NoneAsync(string sql) => (await db.ScalarAsync<int>(sql)).ShouldBe(0, sql);
        await NoneAsync("select count(*) from BudgetLine where Mark <> 'Illustrative'");
        await NoneAsync("select count(*) from ExchangeRate where Mark <> 'Illustrative'");
        await NoneAsync("select count(*) from ReportingCycle where Mark <> 'Illustrative' and Code <> '2021-S1'");
        await NoneAsync("select count(*) from NextStep where DueOn is not null and coalesce(DueMark, '') <> 'Illustrative'");
        await NoneAsync("""
            select count(*) from Initiative i where i.ProgressPercent is not null and not exists (select 1 from ValueMark v
             where v.Country = i.Country and v.Subject = 'Initiative' and v.SubjectId = i.Id and v.Field = 'ProgressPercent' and v.Mark = 'Illustrative')
            """);
        await NoneAsync("select count(*) from Person where Illustrative = 0 and Email like '%demo.example'");
        (await IllustrativeAsync(db)).ShouldBe(["ReportingCycle.Mark", "ExchangeRate.Mark", "ValueMark.Mark", "NextStep.DueMark", "BudgetLine.Mark", "Translation.Mark", "CountryTranslation.Mark"], ignoreOrder: true);
    }

    [Fact]
    public async Task Some_steps_are_overdue_some_due_soon_and_some_later()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        var today = DateOnly.FromDateTime(World.Start.UtcDateTime);
        var days = new List<int>();
        await using (var connection = await world.Behind.RawAsync())
            days.AddRange((await connection.QueryAsync<DateOnly>("select DueOn from NextStep where DueOn is not null")).Select(d => d.DayNumber - today.DayNumber));
        days.ShouldContain(d => d < 0);
        days.ShouldContain(d => d >= 0 && d <= 14);
        days.ShouldContain(d => d > 60);
    }

    [Fact]
    public async Task A_country_shares_drafts_as_the_demo_says()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        (await world.Behind.ScalarAsync<string>("select min(Code) from Country where SharesDrafts = 0 having count(*) = 1")).ShouldBe("SLV");
    }

    [Fact]
    public async Task Every_person_of_the_demo_can_sign_in_and_holds_one_grant_and_contributors_their_initiative()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var connection = await world.Behind.RawAsync();
        var people = (await connection.QueryAsync<(string Email, string Hash, string Role, string? Country, string? Code)>("""
            select p.Email, p.PasswordHash, g.Role, g.CountryCode, i.Code
              from Person p
              join PersonGrant g on g.PersonId = p.Id
              left join GrantInitiative x on x.GrantId = g.Id
              left join Initiative i on i.Id = x.InitiativeId and i.Country = g.CountryCode
             where p.Illustrative = 1
            """)).ToList();
        people.Count.ShouldBe(15);
        people.Select(p => p.Email).Distinct().Count().ShouldBe(15);
        people.Where(p => p.Role == "Contributor").Select(p => (p.Country, p.Code)).ShouldBe([("HND", "HN-ART"), ("MEX", "MX-PNDH")], ignoreOrder: true);
        people.Select(p => p.Hash).Distinct().ShouldHaveSingleItem().ShouldNotBe(DemoSignIn.Password);
        PasswordHashing.Hasher.VerifyHashedPassword(new PersonAccount(), people[0].Hash, DemoSignIn.Password).ShouldBe(PasswordVerificationResult.Success);
    }

    [Fact]
    public async Task A_draft_report_of_the_open_cycle_waits_in_each_member()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var connection = await world.Behind.RawAsync();
        (await connection.QueryAsync<string>("select concat(Country, ' ', CycleCode, ' ', State) from CountryReport")).ShouldBe(
        [
            "HND 2021-S1 Published", "HND 2021-S2 Draft", "MEX 2021-S1 Published", "MEX 2021-S2 Draft", "SLV 2021-S1 Published", "SLV 2021-S2 Draft",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_database_that_holds_the_demo_does_not_start_without_it()
    {
        var data = Directory.CreateTempSubdirectory("monitoring-demo-").FullName;
        try
        {
            await using (var demo = StartedProgram.Start(data)) await demo.ListeningAsync();
            await using (var real = StartedProgram.Start(data, ("Monitoring__Demo", "false")))
            {
                (await real.ExitCodeAsync()).ShouldBe(1, real.Output);
                real.Output.ShouldContain("Start with another database");
                real.Output.ShouldNotContain("   at ");
            }
            var empty = Directory.CreateDirectory(Path.Combine(data, "real")).FullName;
            await using (var real = StartedProgram.Start(empty, ("Monitoring__Demo", "false"))) await real.ListeningAsync();
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>The columns in which something is illustrative.</summary>
    private static async Task<List<string>> IllustrativeAsync(TestDatabase db)
    {
        var found = new List<string>();
        foreach (var column in Marks)
            if (await db.ScalarAsync<int>($"select count(*) from {column.Split('.')[0]} where {column.Split('.')[1]} = 'Illustrative'") > 0) found.Add(column);
        return found;
    }
}
