using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>The country leads every key of a country-owned table, and a row can only refer to rows of its own country.</summary>
public sealed class SchemaWallTests
{
    [Fact]
    public void Every_country_owned_table_is_keyed_by_country() => SchemaRules.Tables.SelectMany(t => Violations(t.Syntax, Tables.Real)).ShouldStand();

    [Fact]
    public void The_written_lists_name_only_tables_that_are_there() => Tables.Real.Regional.Concat(Tables.Real.Platform).Concat(Tables.Real.Kernel)
        .Where(n => !Tables.Real.Schema.ContainsKey(n)).Select(n => $"sql/README.md lists {n}, which is no table").ShouldStand();

    [Fact]
    public void No_regional_or_platform_table_has_a_column_Country() => SchemaRules.Tables
        .Where(t => Tables.Real.Kind(t.Name) is not TableKind.Country && t.Columns.Any(c => c.Name == "Country"))
        .Select(t => $"{t.Name} has a column Country but is listed as no country's").ShouldStand();

    [Theory]
    [InlineData("create table Initiative (Country char(3) not null, Id uniqueidentifier not null primary key)")]
    [InlineData("create table Initiative (Id uniqueidentifier not null, Country char(3) not null, primary key (Id, Country))")]
    [InlineData("create table Initiative (Id uniqueidentifier not null primary key)")]
    [InlineData("create table Initiative (Country char(3) not null, Id uniqueidentifier not null)")]
    [InlineData("create table Initiative (Country char(5) not null, Id uniqueidentifier not null, primary key (Country, Id))")]
    [InlineData("create table Initiative (Country char(3) not null, Id uniqueidentifier not null, Code nvarchar(20) not null, primary key (Country, Id), constraint U unique (Code))")]
    [InlineData("create table NextStep (Country char(3) not null, Id uniqueidentifier not null, I uniqueidentifier not null, primary key (Country, Id), constraint F foreign key (I) references Initiative (Id))")]
    [InlineData("create table NextStep (Country char(3) not null, Id uniqueidentifier not null, I uniqueidentifier not null, primary key (Country, Id), constraint F foreign key (I, Country) references Initiative (Id, Country))")]
    [InlineData("create table NextStep (Country char(3) not null, Id uniqueidentifier not null, C char(3) not null, primary key (Country, Id), constraint F foreign key (C, Id) references Initiative (Country, Id))")]
    [InlineData("create table NextStep (Country char(3) not null, Id uniqueidentifier not null, primary key (Country, Id))")]
    [InlineData("create table Person (Id uniqueidentifier not null primary key, I uniqueidentifier, constraint F foreign key (I) references Initiative (Id))")]
    public void A_planted_table_that_lets_countries_mix_is_caught(string sql) =>
        Violations(Tsql.Statements(sql).OfType<CreateTableStatement>().Single(), Tables.Real).ShouldNotBeEmpty();

    private static IEnumerable<string> Violations(CreateTableStatement table, Tables tables)
    {
        var name = table.SchemaObjectName.BaseIdentifier.Value;
        var owned = tables.Kind(name) is TableKind.Country;
        var keys = table.All<UniqueConstraintDefinition>();
        var references = table.All<ForeignKeyConstraintDefinition>();
        if (owned)
        {
            if (!table.Definition.ColumnDefinitions.Any(c => c.ColumnIdentifier.Value == "Country" && c.DataType.Text().Equals("char(3)", StringComparison.OrdinalIgnoreCase)))
                yield return $"{name} has no column Country char(3)";
            if (!keys.Any(k => k.IsPrimaryKey)) yield return $"{name} has no primary key";
            foreach (var key in keys)
                if (First(key, table) != "Country") yield return $"{name}: a key does not begin with Country: {key.Text()}";
            if (references.Count == 0) yield return $"{name} hangs on nothing of its country";
        }
        foreach (var reference in references.Where(r => tables.Kind(r.ReferenceTableName.BaseIdentifier.Value) is TableKind.Country))
            if (!owned || reference.Columns.FirstOrDefault()?.Value != "Country" || reference.ReferencedTableColumns.FirstOrDefault()?.Value != "Country")
                yield return $"{name}: a reference does not begin with Country: {reference.Text()}";
    }

    // A key that stands behind its column has no list of columns.
    private static string? First(UniqueConstraintDefinition key, CreateTableStatement table) => key.Columns.Count > 0
        ? key.Columns[0].Column.MultiPartIdentifier.Identifiers[0].Value
        : table.Definition.ColumnDefinitions.First(c => c.Constraints.Contains(key)).ColumnIdentifier.Value;
}
