using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>Each kind of statement touches only what its door is for.</summary>
public sealed class KindWallTests
{
    [Fact]
    public void Every_statement_stays_behind_its_door() => Statements.All.SelectMany(s => s.Variants())
        .SelectMany(v => Violations(v.Of.Value.GetType(), v.Text, Tables.Real).Select(w => $"{v.Name}: {w}")).ShouldStand();

    [Fact]
    public void Every_view_shows_only_what_its_name_promises() => Tables.Real.Views.SelectMany(v => ViewViolations(v.Key, v.Value, Tables.Real)).ShouldStand();

    [Theory]
    [InlineData(typeof(RegionSql), "select i.Id from Initiative i")]
    [InlineData(typeof(RegionSql), "select s.Code from region_status s join Initiative i on i.Country = s.Country")]
    [InlineData(typeof(RegionSql), "select p.Code from published_initiative p")]
    [InlineData(typeof(RegionSql), "select p.Email from Person p")]
    [InlineData(typeof(RegionSql), "update ThematicAxis set Position = 1 where Code = @Code")]
    [InlineData(typeof(ProgressSql), "select f.Code from FrozenInitiative f")]
    [InlineData(typeof(ProgressSql), "select s.Code from region_status s")]
    [InlineData(typeof(ProgressSql), "delete from ThematicAxis")]
    [InlineData(typeof(CatalogueSql), "select i.Id from Initiative i")]
    [InlineData(typeof(CatalogueSql), "insert into Country (Code) values ('PAN')")]
    [InlineData(typeof(CatalogueSql), "select p.Email from Person p")]
    [InlineData(typeof(PlatformSql), "select i.Id from Initiative i")]
    [InlineData(typeof(PlatformSql), "update ThematicAxis set Position = 1 where Code = @Code")]
    [InlineData(typeof(PlatformSql), "select s.Code from region_status s")]
    [InlineData(typeof(CountrySql), "select p.Email from Person p")]
    [InlineData(typeof(CountrySql), "update Country set Suspended = 1 where Code = @Country")]
    [InlineData(typeof(CountrySql), "update ThematicAxis set Position = 1 where Code = @Code")]
    [InlineData(typeof(CountrySql), "select j.Name from SchemaJournal j")]
    public void A_planted_statement_at_the_wrong_door_is_caught(Type kind, string sql) => Violations(kind, sql, Tables.Real).ShouldNotBeEmpty();

    [Theory]
    [InlineData("published_test", "create view published_test as select i.Country, i.Code from Initiative i")]
    [InlineData("published_test", "create view published_test as select s.Country, s.Code from region_status s")]
    [InlineData("published_test", "create view published_test as select f.Code from FrozenInitiative f")]
    [InlineData("region_test", "create view region_test as select i.Code, 'Draft' as State from Initiative i")]
    [InlineData("region_test", "create view region_test as select i.Country, i.Code from Initiative i")]
    [InlineData("region_test", "create view region_test as select * from Initiative i")]
    [InlineData("region_test", "create view region_other as select i.Country, 'Draft' as State from Initiative i")]
    [InlineData("other_test", "create view other_test as select i.Code from Initiative i")]
    public void A_planted_view_that_shows_too_much_is_caught(string name, string sql) => ViewViolations(name, sql, Tables.Real).ShouldNotBeEmpty();

    private static IEnumerable<string> Violations(Type kind, string sql, Tables tables)
    {
        foreach (var statement in Tsql.Statements(sql))
        {
            var target = Target(statement);
            if (statement is not SelectStatement && target is null) yield return $"{statement.GetType().Name} is no read or write of a table";
            foreach (var table in Tables.Named(statement))
            {
                var may = table == target ? MayWrite(kind, table.Name(), tables) : MayRead(kind, table.Name(), tables);
                if (!may) yield return $"{kind.Name} may not {(table == target ? "write" : "read")} {table.Name()}";
            }
        }
    }

    /// <summary>The table that a statement writes.</summary>
    internal static NamedTableReference? Target(TSqlStatement statement) => statement switch
    {
        InsertStatement insert => insert.InsertSpecification.Target as NamedTableReference,
        UpdateStatement update => update.UpdateSpecification.Target as NamedTableReference,
        DeleteStatement delete => delete.DeleteSpecification.Target as NamedTableReference,
        _ => null,
    };

    private static bool MayRead(Type kind, string table, Tables tables)
    {
        if (tables.Kind(table) is TableKind.Regional || table == "Country") return true;
        if (kind == typeof(CountrySql)) return tables.Kind(table) is TableKind.Country or TableKind.CountryView;
        if (kind == typeof(RegionSql)) return table.StartsWith("region_", StringComparison.Ordinal);
        if (kind == typeof(ProgressSql)) return table.StartsWith("published_", StringComparison.Ordinal);
        return kind == typeof(PlatformSql) && tables.Kind(table) is TableKind.Platform;
    }

    private static bool MayWrite(Type kind, string table, Tables tables) =>
        (kind == typeof(CountrySql) && tables.Kind(table) is TableKind.Country)
        || (kind == typeof(CatalogueSql) && tables.Kind(table) is TableKind.Regional)
        || (kind == typeof(PlatformSql) && tables.Kind(table) is TableKind.Platform);

    private static IEnumerable<string> ViewViolations(string name, string sql, Tables tables)
    {
        var view = Tsql.Statements(sql).OfType<CreateViewStatement>().Single();
        if (view.SchemaObjectName.BaseIdentifier.Value != name) yield return $"{name}: the file holds {view.SchemaObjectName.BaseIdentifier.Value}";
        foreach (var part in Parts(view.SelectStatement.QueryExpression))
        {
            if (part.SelectElements.Any(e => e is not SelectScalarExpression)) yield return $"{name}: names its columns by a star";
            var columns = part.SelectElements.OfType<SelectScalarExpression>().Select(ColumnName).ToList();
            if (!columns.Contains("Country")) yield return $"{name}: does not show the country of its rows";
            if (name.StartsWith("region_", StringComparison.Ordinal) && !columns.Contains("State")) yield return $"{name}: does not show the state of its rows";
        }
        foreach (var table in Tables.Named(view).Select(t => t.Name()))
        {
            if (tables.Kind(table) is TableKind.Unknown) yield return $"{name}: there is no {table}";
            if (tables.Kind(table) is TableKind.Platform && table != "Country") yield return $"{name}: shows {table}";
            if (name.StartsWith("published_", StringComparison.Ordinal) && !Tables.IsFrozen(table) && tables.Kind(table) is not TableKind.Regional
                && table != "Country" && !table.StartsWith("published_", StringComparison.Ordinal))
                yield return $"{name}: {table} is not frozen";
        }
    }

    private static IEnumerable<QuerySpecification> Parts(QueryExpression query) => query switch
    {
        QuerySpecification one => [one],
        BinaryQueryExpression both => [.. Parts(both.FirstQueryExpression), .. Parts(both.SecondQueryExpression)],
        QueryParenthesisExpression inBrackets => Parts(inBrackets.QueryExpression),
        _ => throw new InvalidOperationException(query.GetType().Name),
    };

    private static string? ColumnName(SelectScalarExpression element) => element.ColumnName?.Value
        ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value;
}
