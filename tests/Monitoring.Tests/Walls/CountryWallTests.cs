using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

public sealed class CountryWallTests
{
    [Fact]
    public void Every_statement_of_a_country_ties_every_table_to_the_country()
    {
        Statements.OfKind<CountrySql>().Count().ShouldBeGreaterThan(5);
        Statements.OfKind<CountrySql>().SelectMany(s => s.Variants())
            .SelectMany(v => CountryWall.Violations(v.Text, Tables.Real).Select(w => $"{v.Name}: {w}")).ShouldStand();
    }

    [Theory]
    [InlineData("select n.Id from NextStep n")]
    [InlineData("select n.Id from NextStep n where n.Id = @Id")]
    [InlineData("select n.Id from NextStep n where n.Country = @Other")]
    [InlineData("select n.Id from NextStep n where n.Country = 'HND'")]
    [InlineData("select n.Id from NextStep n where n.Country <> @Country")]
    [InlineData("select n.Id from NextStep n where not n.Country = @Country")]
    [InlineData("select n.Id from NextStep n where n.Country = @Country or n.Id = @Id")]
    [InlineData("select n.Id from NextStep n where (n.Country = @Country or @All = 1) and n.Id = @Id")]
    [InlineData("select n.Id from NextStep n where coalesce(n.Country, '') = @Country")]
    [InlineData("select n.Id from NextStep n where n.Country = n.Country")]
    [InlineData("select n.Id from NextStep n where n.Code = @Country")]
    [InlineData("select case when n.Country = @Country then 1 end as Mine from NextStep n")]
    [InlineData("select n.Id from NextStep n join Initiative i on i.Id = n.InitiativeId where n.Country = @Country")]
    [InlineData("select n.Id from NextStep n join Initiative i on i.Country = @Country and i.Id = n.InitiativeId")]
    [InlineData("select n.Id from NextStep n join Initiative i on i.Country = n.Country and i.Id = n.InitiativeId")]
    [InlineData("select n.Id from NextStep n join Initiative i on i.Id = n.InitiativeId where Country = @Country")]
    [InlineData("select n.Id from NextStep n left join Initiative i on i.Id = n.InitiativeId and n.Country = @Country where n.Country = @Country")]
    [InlineData("select n.Id from NextStep n left join Initiative i on i.Country = @Country and n.Country = i.Country")]
    [InlineData("select n.Id from Initiative i right join NextStep n on i.Country = n.Country where i.Country = @Country or 1 = 1")]
    [InlineData("select n.Id from NextStep n full join Initiative i on i.Country = @Country and n.Country = @Country")]
    [InlineData("select n.Id from NextStep n cross join Initiative i where n.Country = @Country")]
    [InlineData("select n.Id from NextStep n, Initiative i where n.Country = @Country")]
    [InlineData("select n.Id from NextStep n where n.Country = @Country and exists (select 1 from Initiative i where i.Id = n.InitiativeId)")]
    [InlineData("select n.Id from NextStep n where exists (select 1 from Initiative i where i.Country = n.Country)")]
    [InlineData("select n.Id from NextStep n where n.Country = @Country and n.InitiativeId in (select Id from Initiative)")]
    [InlineData("select n.Id, (select count(*) from Result r where r.InitiativeId = n.InitiativeId) as Results from NextStep n where n.Country = @Country")]
    [InlineData("select d.Id from (select n.Id, n.Country from NextStep n) d where d.Country = @Country")]
    [InlineData("select n.Id from (select 'MEX' as Country) d join NextStep n on n.Country = d.Country")]
    [InlineData("with x as (select Id, Country from NextStep) select x.Id from x where x.Country = @Country")]
    [InlineData("with x as (select Id, Code as Country from NextStep where Country = @Country) select i.Id from x join Initiative i on i.Country = x.Country")]
    [InlineData("with x (Id, Country) as (select Country, Code from NextStep where Country = @Country) select i.Id from x join Initiative i on i.Country = x.Country")]
    [InlineData("select n.Id from NextStep n where n.Country = @Country union all select r.Id from Result r")]
    [InlineData("select n.Id from NextStep n where n.Country = @Country order by (select count(*) from Result r)")]
    [InlineData("select i.Code from region_status i")]
    [InlineData("select p.Code from published_initiative p where p.Code = @Code")]
    [InlineData("select x.Id from NoSuchTable x")]
    [InlineData("update NextStep set Text = @Text where Id = @Id")]
    [InlineData("update NextStep set Country = @Other where Country = @Country and Id = @Id")]
    [InlineData("update NextStep set Text = (select max(r.Text) from Result r) where Country = @Country")]
    [InlineData("update NextStep set Text = @Text from NextStep where NextStep.Country = @Country")]
    [InlineData("delete from NextStep where Id = @Id")]
    [InlineData("delete from NextStep where Country = @Country and exists (select 1 from Result r where r.InitiativeId = NextStep.InitiativeId)")]
    [InlineData("insert into NextStep (Id, Code) values (@Id, @Code)")]
    [InlineData("insert into NextStep values (@Country, @Id)")]
    [InlineData("insert into NextStep (Country, Id) values (@Other, @Id)")]
    [InlineData("insert into NextStep (Country, Id) values (@Country, @Id), ('MEX', @Id)")]
    [InlineData("insert into NextStep (Country, Id) select r.Country, r.Id from Result r")]
    [InlineData("insert into NextStep (Country, Id) select 'MEX', r.Id from Result r where r.Country = @Country")]
    [InlineData("insert into NextStep (Country, Id) select @Country, r.Id from Result r")]
    [InlineData("insert into NextStep (Id, Country) select r.Country, r.Id from Result r where r.Country = @Country")]
    [InlineData("merge into NextStep n using Result r on n.Id = r.Id when matched then delete;")]
    [InlineData("select n.Id into Copy from NextStep n where n.Country = @Country")]
    [InlineData("drop table NextStep")]
    [InlineData("select n.Id from NextStep n where n.Country = @Country; select Id from Result")]
    public void A_planted_statement_without_the_country_is_caught(string sql) => CountryWall.Violations(sql, Tables.Real).ShouldNotBeEmpty();

    [Theory]
    [InlineData("select n.Id from NextStep n where n.Country = @Country")]
    [InlineData("select Id from NextStep where Country = @Country")]
    [InlineData("select n.Id from NextStep n where (n.Id = @Id and (@Country = n.Country))")]
    [InlineData("select n.Id from NextStep n join Initiative i on i.Country = n.Country and i.Id = n.InitiativeId where n.Country = @Country")]
    [InlineData("select n.Id from NextStep n join Initiative i on i.Country = n.Country and i.Id = n.InitiativeId where i.Country = @Country")]
    [InlineData("select n.Id from NextStep n join Initiative i on i.Country = n.Country and i.Country = @Country")]
    [InlineData("select n.Id from NextStep n left join Initiative i on i.Country = n.Country and i.Id = n.InitiativeId where n.Country = @Country")]
    [InlineData("select n.Id from NextStep n left join Initiative i on i.Country = @Country where n.Country = @Country")]
    [InlineData("select n.Id from NextStep n left join (Initiative i join Result r on r.Country = i.Country) on i.Country = n.Country where n.Country = @Country")]
    [InlineData("select n.Id, a.NameEn from NextStep n join Initiative i on i.Country = n.Country join ThematicAxis a on a.Code = i.AxisCode where n.Country = @Country")]
    [InlineData("select i.Id from Country c join Initiative i on i.Country = c.Code where c.Code = @Country")]
    [InlineData("select n.Id from NextStep n where n.Country = @Country and exists (select 1 from Initiative i where i.Country = n.Country)")]
    [InlineData("select n.Id from NextStep n where n.Country = @Country and not exists (select 1 from Result r where r.Country = n.Country and exists (select 1 from Initiative i where i.Country = r.Country))")]
    [InlineData("select d.Id from (select n.Id, n.Country from NextStep n where n.Country = @Country) d join Result r on r.Country = d.Country")]
    [InlineData("with x as (select Id, Country from NextStep where Country = @Country) select x.Id from x join Result r on r.Country = x.Country")]
    [InlineData("with x (C, Country) as (select Code, Country from NextStep where Country = @Country) select r.Id from x join Result r on r.Country = x.Country")]
    [InlineData("with r as (select Id, Country from Result where Country = @Country union all select n.Id, n.Country from r join NextStep n on n.Country = r.Country) select Id from r")]
    [InlineData("select n.Id from NextStep n where n.Country = @Country union all select r.Id from Result r where r.Country = @Country")]
    [InlineData("select s.Code from region_status s where s.Country = @Country")]
    [InlineData("select a.Code from ThematicAxis a")]
    [InlineData("update NextStep set Text = @Text where Country = @Country and Id = @Id")]
    [InlineData("update NextStep set Position = (select max(n.Position) + 1 from NextStep n where n.Country = NextStep.Country) where Country = @Country and Id = @Id")]
    [InlineData("delete from NextStep where Country = @Country and Id = @Id")]
    [InlineData("insert into NextStep (Country, Id) values (@Country, @Id), (@Country, @Other)")]
    [InlineData("insert into NextStep (Country, Id) select @Country, @Id where not exists (select 1 from NextStep n where n.Country = @Country)")]
    [InlineData("insert into NextStep (Id, Country) select r.Id, r.Country from Result r where r.Country = @Country")]
    public void A_statement_that_is_tied_passes(string sql) => CountryWall.Violations(sql, Tables.Real).ShouldBeEmpty();

    [Fact]
    public void Each_country_condition_that_is_taken_out_is_missed()
    {
        var mutants = Statements.OfKind<CountrySql>().SelectMany(s => s.Variants()).SelectMany(v => Mutants(v.Text).Select(m => (v.Name, Text: m))).DistinctBy(m => m.Text).ToList();
        mutants.Count.ShouldBeGreaterThan(10);
        mutants.Where(m => CountryWall.Violations(m.Text, Tables.Real).Count == 0)
            .Select(m => $"{m.Name}: one country condition of these is not needed, or its loss is not seen: {m.Text}").ShouldStand();
    }

    [Fact]
    public void Every_filter_is_one_condition_that_closes_what_it_opens_and_fits_a_statement_of_its_room()
    {
        Statements.Filters.SelectMany(FilterViolations).ShouldStand();
        Statements.Orders.Where(o => !Statements.All.Any(s => Statements.Fits(o, s))).Select(o => $"{o.Name}: an order that fits no statement")
            .Concat(Statements.FixedOrders.Where(o => !Statements.All.Any(s => Statements.Fits(o, s))).Select(o => $"{o.Name}: an order that fits no statement")).ShouldStand();
    }

    [Theory]
    [InlineData("1 = 1) or (1 = 1")]
    [InlineData("n.Id = @Id -- and the rest")]
    [InlineData("n.Id = @Id /* open")]
    [InlineData("n.Id = @Id; delete from NextStep")]
    [InlineData("n.Id = @Id union select 1")]
    [InlineData("n.Id = @Id order by 1")]
    public void A_planted_filter_that_could_widen_is_caught(string condition) => Brackets(condition).ShouldNotBeNull();

    private static IEnumerable<string> FilterViolations(Found<Filter> filter)
    {
        if (Brackets(filter.Value.Condition) is { } problem) yield return $"{filter.Name}: {problem}";
        if (!Statements.All.Any(s => Statements.Fits(filter, s))) yield return $"{filter.Name}: a filter that fits no statement of its room";
    }

    private static string? Brackets(string condition)
    {
        if (condition.Contains("--", StringComparison.Ordinal) || condition.Contains("/*", StringComparison.Ordinal)) return "a filter has a comment";
        var (script, errors) = Tsql.Parse($"select 1 as One where ({condition})");
        if (errors.Count > 0) return errors[0];
        return script!.Batches.SelectMany(b => b.Statements).ToList() is
            [SelectStatement { QueryExpression: QuerySpecification { WhereClause.SearchCondition: BooleanParenthesisExpression, OrderByClause: null, GroupByClause: null } }]
            ? null
            : "a filter is more than one condition";
    }

    /// <summary>The statement without one of its country conditions, for each of them; an insert with another country's value.</summary>
    private static IEnumerable<string> Mutants(string sql)
    {
        foreach (var statement in Tsql.Statements(sql).Where(s => Tables.Named(s).Any(t => Tables.Real.Kind(t.Name()) is TableKind.Country or TableKind.CountryView)))
        {
            var conditions = statement.All<BooleanComparisonExpression>().Where(c => IsCountry(c.FirstExpression) && IsCountry(c.SecondExpression)).ToList();
            foreach (var condition in conditions) yield return sql.Remove(condition.StartOffset, condition.FragmentLength).Insert(condition.StartOffset, "1 = 1");
            foreach (var value in statement.All<VariableReference>().Where(v => v.Name == "@Country"))
                if (!conditions.Exists(c => c.StartOffset <= value.StartOffset && value.StartOffset < c.StartOffset + c.FragmentLength))
                    yield return sql.Remove(value.StartOffset, value.FragmentLength).Insert(value.StartOffset, "@Other");
        }
    }

    private static bool IsCountry(ScalarExpression side) => side switch
    {
        VariableReference { Name: "@Country" } => true,
        ColumnReferenceExpression { MultiPartIdentifier: { } name } => name.Identifiers[^1].Value is "Country",
        _ => false,
    };
}
