using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>
/// No statement of one country walks through the rows of all: SQLite's own plan of each statement, with each filter and order, reaches
/// every country-owned table by an index that begins with the country. On SQL Server the same indexes are there: the schema is one.
/// </summary>
public sealed partial class PlanWallTests
{
    [Fact]
    public async Task Every_statement_of_a_country_reaches_its_rows_by_an_index_of_the_country()
    {
        await using var connection = await OpenAsync();
        var seen = 0;
        var scans = new List<string>();
        foreach (var variant in Statements.OfKind<CountrySql>().SelectMany(s => s.Variants()).Where(v => !v.Name.EndsWith("(SQL Server)", StringComparison.Ordinal)))
        {
            var text = variant.Text.Replace(Dialect.SqlServer.PageClause, Dialect.Sqlite.PageClause, StringComparison.Ordinal);
            foreach (var scan in Scans(connection, text, Tables.Real, ref seen)) scans.Add($"{variant.Name}: {scan}");
        }
        seen.ShouldBeGreaterThan(100);
        scans.ShouldStand();
    }

    [Theory]
    [InlineData("select s.Id from NextStep s where s.Country || '' = @Country")]
    [InlineData("select s.Id from NextStep s where s.Id = @Id")]
    [InlineData("select s.Id from NextStep s join Initiative i on i.Id = s.InitiativeId where s.Country = @Country")]
    [InlineData("update NextStep set Text = @Text where lower(Country) = @Country")]
    public async Task A_planted_statement_that_walks_through_all_countries_is_caught(string sql)
    {
        await using var connection = await OpenAsync();
        var seen = 0;
        Scans(connection, sql, Tables.Real, ref seen).ShouldNotBeEmpty();
    }

    /// <summary>What is asked anew for each row of another table is found by that row: a walk through the country a row is the square of its size.</summary>
    [Fact]
    public async Task What_is_asked_once_a_row_is_reached_by_that_row()
    {
        await using var connection = await OpenAsync();
        var seen = 0;
        var walks = new List<string>();
        foreach (var variant in Statements.OfKind<CountrySql>().SelectMany(s => s.Variants()).Where(v => !v.Name.EndsWith("(SQL Server)", StringComparison.Ordinal)))
        {
            var text = variant.Text.Replace(Dialect.SqlServer.PageClause, Dialect.Sqlite.PageClause, StringComparison.Ordinal);
            foreach (var walk in WalksPerRow(connection, text, ref seen)) walks.Add($"{variant.Name}: {walk}");
        }
        seen.ShouldBeGreaterThan(100);
        walks.ShouldStand();
    }

    [Theory]
    [InlineData("select (select count(*) from NextStep s where s.Country = @Country and s.InitiativeId = i.Id and s.DueOn < @Today) from Initiative i where i.Country = @Country")]
    [InlineData("select i.Id from Initiative i where i.Country = @Country and exists (select 1 from Commitment c where c.Country = @Country and c.Statement = i.Title)")]
    [InlineData("select i.Id from Initiative i cross join Commitment c on c.Country = i.Country and c.Statement = i.Title where i.Country = @Country")]
    public async Task A_planted_walk_a_row_is_caught(string sql)
    {
        await using var connection = await OpenAsync();
        var seen = 0;
        WalksPerRow(connection, sql, ref seen).ShouldNotBeEmpty();
    }

    private static async Task<SqliteConnection> OpenAsync()
    {
        var path = SqliteFiles.New();
        await new Migrator(Database.Sqlite(path)).MigrateAsync(World.NewClock());
        return (SqliteConnection)await Database.Sqlite(path).OpenAsync(CancellationToken.None);
    }

    private static List<string> Scans(SqliteConnection connection, string sql, Tables tables, ref int seen)
    {
        var owned = Tsql.Parse(sql).Script?.All<NamedTableReference>().Where(t => tables.Kind(t.Name()) is TableKind.Country)
            .SelectMany(t => new[] { t.Alias?.Value ?? t.Name() }).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        // What only SQLite parses has no aliases to read: any table counts.
        var isForeign = Tsql.Parse(sql).Errors.Count > 0;
        using var command = Explain(connection, sql);
        var scans = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var step = reader.GetString(reader.GetOrdinal("detail"));
            if (Step().Match(step) is not { Success: true } found) continue;
            if (!isForeign && !owned.Contains(found.Groups["table"].Value)) continue;
            seen++;
            if (!step.Contains("(Country=?", StringComparison.Ordinal)) scans.Add(step);
        }
        return scans;
    }

    private static List<string> WalksPerRow(SqliteConnection connection, string sql, ref int seen)
    {
        using var command = Explain(connection, sql);
        using var reader = command.ExecuteReader();
        var (walks, correlated, entered) = (new List<string>(), new HashSet<int>(), new HashSet<int>());
        while (reader.Read())
        {
            var (id, parent, step) = (reader.GetInt32(0), reader.GetInt32(1), reader.GetString(3));
            if (step.StartsWith("CORRELATED", StringComparison.Ordinal)) correlated.Add(id);
            if (Step().Match(step) is not { Success: true } found) continue;
            // Foreign keys are kept in tables that the statement does not read; reports and snapshots are one a cycle.
            var table = found.Groups["table"].Value;
            if (!Regex.IsMatch(sql, $@"\b{table}\b") || sql.Contains($"insert into {table} ", StringComparison.Ordinal) || OnePerCycle().IsMatch(step)) continue;
            // The first table of a select is walked once, unless the select itself is asked a row.
            if (entered.Add(parent) && !correlated.Contains(parent)) continue;
            seen++;
            if (ByCountryAlone().IsMatch(step)) walks.Add(step);
        }
        return walks;
    }

    private static SqliteCommand Explain(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = "explain query plan " + sql;
        foreach (var name in Parameter().Matches(sql).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase)) command.Parameters.AddWithValue(name, DBNull.Value);
        return command;
    }

    [GeneratedRegex(@"_(CountryReport|Snapshot)_\d")]
    private static partial Regex OnePerCycle();

    // After the country comes nothing, or only a range.
    [GeneratedRegex(@"\(Country=\?(?! AND \w+=\?)")]
    private static partial Regex ByCountryAlone();

    [GeneratedRegex(@"^(SCAN|SEARCH) (?!CONSTANT)(?<table>\w+)")]
    private static partial Regex Step();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
