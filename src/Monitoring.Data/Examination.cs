using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Monitoring.Data;

/// <summary>One thing that was looked at.</summary>
/// <param name="Ok">False: to be mended. Null: not so here, and no fault of anybody.</param>
/// <param name="What">What was looked at.</param>
/// <param name="Said">What was seen, and where it is not well what to do.</param>
public sealed record Finding(bool? Ok, string What, string Said);

/// <summary>Looks at the database itself: engine, schema, settings, and whether the second wall stands. Changes nothing.</summary>
public sealed class Examination(Database database)
{
    /// <summary>Everything that was looked at.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be opened.</exception>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct = default)
    {
        await using var connection = await database.OpenAsync(ct);
        var findings = new List<Finding> { await SchemaAsync(connection) };
        findings.AddRange(connection is SqliteConnection ? await SqliteAsync(connection) : await SqlServerAsync(connection));
        return findings;
    }

    private async Task<Finding> SchemaAsync(DbConnection connection)
    {
        const string what = "Schema";
        var journal = database.Dialect.IsSqlite
            ? "select count(*) from sqlite_master where type = 'table' and name = 'SchemaJournal'"
            : "select count(*) from information_schema.tables where table_name = 'SchemaJournal'";
        if (await connection.ExecuteScalarAsync<long>(journal) == 0) return new Finding(false, what, "There is none yet: start the program, or run its command migrate.");
        var known = (await connection.QueryAsync<string>("select Name from SchemaJournal")).ToHashSet(StringComparer.Ordinal);
        var missing = Migrator.Files("schema", database.Dialect).Select(f => f.Name).Where(n => !known.Contains(n)).ToList();
        return missing.Count == 0
            ? new Finding(true, what, "It is that of this program.")
            : new Finding(false, what, $"Missing: {string.Join(", ", missing)}. Start the program with an account that may change the schema, or run its command migrate.");
    }

    private static async Task<IEnumerable<Finding>> SqliteAsync(DbConnection connection)
    {
        var version = await connection.ExecuteScalarAsync<string>("select sqlite_version()") ?? "";
        var journal = await connection.ExecuteScalarAsync<string>("pragma journal_mode");
        var integrity = (await connection.QueryAsync<string>("pragma integrity_check")).ToList();
        var orphans = (await connection.QueryAsync("pragma foreign_key_check")).Count();
        return
        [
            new Finding(Version.Parse(version) >= Dialect.OldestSqlite, "Engine", $"SQLite {version}; at least {Dialect.OldestSqlite}."),
            new Finding(journal == "wal", "Journal", $"{journal}; wal is right."),
            new Finding(integrity is ["ok"], "Integrity", integrity is ["ok"] ? "Every page and index is sound." : $"{string.Join("; ", integrity.Take(5))}. Restore a backup."),
            new Finding(orphans == 0, "References", orphans == 0 ? "Every one leads to a row." : $"{orphans} lead to no row. Restore a backup."),
            new Finding(null, "Row-level security", "SQLite has none: the doors alone keep the countries apart."),
        ];
    }

    private async Task<IEnumerable<Finding>> SqlServerAsync(DbConnection connection)
    {
        var settings = await connection.QuerySingleAsync<SettingsRow>("""
            select d.collation_name as Collation, d.is_read_committed_snapshot_on as ReadsSnapshots, d.snapshot_isolation_state as Snapshots
              from sys.databases d
             where d.name = db_name()
            """);
        var encrypts = new SqlConnectionStringBuilder(database.ConnectionString).Encrypt != SqlConnectionEncryptOption.Optional;
        List<Finding> findings =
        [
            new Finding(true, "Engine", ((await connection.ExecuteScalarAsync<string>("select @@version")) ?? "").Split('\n')[0].Trim()),
            new Finding(encrypts, "Encryption", encrypts ? "The connection asks for it." : "The connection string says Encrypt=False: texts and passwords travel in the clear."),
            new Finding(settings.Collation?.Contains("_CI_AS", StringComparison.Ordinal), "Collation", $"{settings.Collation}; Modern_Spanish_CI_AS is right."),
        ];
        if (!await database.HasRowSecurityAsync(connection, null))
            return [.. findings, new Finding(null, "Row-level security", "This engine has none: the doors alone keep the countries apart.")];
        findings.Add(new Finding(settings.ReadsSnapshots, "read_committed_snapshot", settings.ReadsSnapshots ? "On." : "Off: alter database … set read_committed_snapshot on."));
        findings.Add(new Finding(settings.Snapshots == 1, "allow_snapshot_isolation", settings.Snapshots == 1 ? "On." : "Off: alter database … set allow_snapshot_isolation on."));
        findings.Add(await WallAsync(connection));
        findings.Add(await RoleAsync(connection));
        return findings;
    }

    // What counts is what a connection finds that was told nothing. CountryHead has a row for each country.
    private static async Task<Finding> WallAsync(DbConnection connection)
    {
        var countries = await connection.ExecuteScalarAsync<int>("select count(*) from Country");
        var found = await connection.ExecuteScalarAsync<int>("select count(*) from CountryHead");
        return (countries, found) switch
        {
            (_, > 0) => new Finding(false, "Row-level security", $"A connection that was told no country finds {found}: run the command migrate with an account that may change the schema."),
            (0, 0) => new Finding(null, "Row-level security", "There is no country yet that it could keep."),
            _ => new Finding(true, "Row-level security", "A connection that was told no country finds none."),
        };
    }

    private static async Task<Finding> RoleAsync(DbConnection connection)
    {
        var tooMuch = await connection.ExecuteScalarAsync<int>("""
            select case when is_member('db_owner') = 1 or has_perms_by_name(db_name(), 'DATABASE', 'ALTER') = 1
                          or has_perms_by_name('dbo.AuditLink', 'OBJECT', 'UPDATE') = 1 then 1 else 0 end
            """);
        return tooMuch == 0
            ? new Finding(true, "Account", "It may do what the program does and nothing else.")
            : new Finding(false, "Account", "It may change the schema or the history. Give the program a login of its own that is a member of monitoring_program only.");
    }

    private sealed record SettingsRow
    {
        public string? Collation { get; init; }
        public bool ReadsSnapshots { get; init; }
        public int Snapshots { get; init; }
    }
}
