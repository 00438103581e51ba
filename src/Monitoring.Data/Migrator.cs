using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Monitoring.Data;

/// <summary>
/// Brings a database to the schema of this program. Each numbered file is one transaction with its line in the journal, so a kill at
/// any statement leaves the file undone and the next start does it again; a lock lets one instance at a time through.
/// </summary>
public sealed partial class Migrator
{
    private readonly Database _database;
    private readonly Func<string, IEnumerable<SqlFile>> _files;

    /// <summary>The migrator of <paramref name="database"/>, with the files of this program.</summary>
    public Migrator(Database database) : this(database, folder => Files(folder, database.Dialect)) { }

    internal Migrator(Database database, Func<string, IEnumerable<SqlFile>> files) => (_database, _files) = (database, files);

    private const string Journal = """
        create table SchemaJournal (
            Name       nvarchar(100) not null primary key,
            Checksum   char(64)      not null,
            AppliedAt  datetime2(3)  not null
        )
        """;

    /// <summary>Applies what is missing. Returns the names of the files that were applied.</summary>
    /// <exception cref="MigrationRefusedException">The database is newer than the program, a file that was applied has changed since,
    /// or the engine is too old: the message says what to do.</exception>
    /// <exception cref="DatabaseUnavailableException">It cannot be opened or stays locked.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(TimeProvider clock, CancellationToken ct = default)
    {
        await using var connection = await _database.OpenAsync(ct);
        return await Database.Guarded(async () =>
        {
            await PrepareAsync(connection, ct);
            var done = new List<string>();
            var known = await JournalAsync(connection, ct);
            var files = _files("schema").ToList();
            RefuseForeign(known, files);
            foreach (var file in files)
                if (await ApplyAsync(connection, file, clock, ct)) done.Add(file.Name);
            if (await RebuildViewsAsync(connection, clock, ct)) done.Add("views");
            if (await RebuildSecondWallAsync(connection, done.Count > 0, clock, ct)) done.Add("second wall");
            return (IReadOnlyList<string>)done;
        });
    }

    /// <summary>The embedded files of a folder for an engine, in order. Of a pair <c>N.sqlserver.sql</c>/<c>N.sqlite.sql</c> only the engine's own.</summary>
    internal static IEnumerable<SqlFile> Files(string folder, Dialect dialect)
    {
        var assembly = typeof(Migrator).Assembly;
        var other = dialect.IsSqlite ? ".sqlserver.sql" : ".sqlite.sql";
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal) && !n.EndsWith(other, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new SqlFile(n[(folder.Length + 1)..], Read(assembly, n)));
    }

    /// <summary>The text as this engine takes it: on SQLite every nvarchar column gets the registered collation.</summary>
    internal static string Fit(string sql, Dialect dialect) =>
        dialect.IsSqlite ? TextColumn().Replace(sql, $"$0 collate {Dialect.Collation}") : sql;

    private async Task PrepareAsync(DbConnection connection, CancellationToken ct)
    {
        if (connection is SqliteConnection)
        {
            RefuseOldEngine(await connection.ExecuteScalarAsync<string>("select sqlite_version()") ?? "0.0");
            await connection.ExecuteAsync("pragma journal_mode = wal");
        }
        await using var transaction = await LockAsync(connection, ct);
        var isThere = connection is SqliteConnection
            ? "select count(*) from sqlite_master where type = 'table' and name = 'SchemaJournal'"
            : "select count(*) from information_schema.tables where table_name = 'SchemaJournal'";
        if (await connection.ExecuteScalarAsync<long>(isThere, transaction: transaction) == 0)
            await connection.ExecuteAsync(Fit(Journal, _database.Dialect), transaction: transaction);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Refuses an engine that can damage the file.</summary>
    internal static void RefuseOldEngine(string version)
    {
        if (Version.Parse(version) < Dialect.OldestSqlite)
            throw new MigrationRefusedException($"SQLite {version} is too old: it can damage the file. At least {Dialect.OldestSqlite} is needed.");
    }

    // A second instance waits here: SQLite by its write lock, SQL Server by a lock that the transaction owns.
    private static async Task<DbTransaction> LockAsync(DbConnection connection, CancellationToken ct)
    {
        var transaction = Dialect.BeginEdit(connection);
        if (connection is SqlConnection)
        {
            var outcome = await connection.ExecuteScalarAsync<int>(new CommandDefinition("""
                declare @outcome int;
                exec @outcome = sp_getapplock @Resource = 'Monitoring schema', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000;
                select @outcome;
                """, transaction: transaction, commandTimeout: 90, cancellationToken: ct));
            if (outcome < 0) throw new MigrationRefusedException("Another instance has been changing the schema for over a minute. Start again when it has ended.");
        }
        return transaction;
    }

    private async Task<bool> ApplyAsync(DbConnection connection, SqlFile file, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await LockAsync(connection, ct);
        var known = await connection.ExecuteScalarAsync<string?>("select Checksum from SchemaJournal where Name = @Name", new { file.Name }, transaction);
        if (known == file.Checksum) return false;
        if (known is not null)
            throw new MigrationRefusedException($"{file.Name} was changed after it had been applied. Put its text back and add a file with the next number.");
        // A file that fills a new column must find the rows of every country.
        var isWalled = await HasPolicyAsync(connection, transaction);
        if (isWalled) await connection.ExecuteAsync("alter security policy dbo.CountryPolicy with (state = off)", transaction: transaction);
        foreach (var batch in Batches(file.Text)) await connection.ExecuteAsync(Fit(batch, _database.Dialect), transaction: transaction, commandTimeout: 600);
        if (isWalled) await connection.ExecuteAsync("alter security policy dbo.CountryPolicy with (state = on)", transaction: transaction);
        await NoteAsync(connection, transaction, file.Name, file.Checksum, clock);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<bool> HasPolicyAsync(DbConnection connection, DbTransaction transaction) =>
        await _database.Dialect.HasRowSecurityAsync(connection, transaction)
        && await connection.ExecuteScalarAsync<int>("select count(*) from sys.security_policies where name = 'CountryPolicy'", transaction: transaction) > 0;

    // Row-level security and the rights of the program's role: made again whenever they or what they stand on has changed.
    private async Task<bool> RebuildSecondWallAsync(DbConnection connection, bool schemaChanged, TimeProvider clock, CancellationToken ct)
    {
        if (!await _database.Dialect.HasRowSecurityAsync(connection)) return false;
        var files = _files("sqlserver").ToList();
        await using var transaction = await LockAsync(connection, ct);
        var known = (await connection.QueryAsync<JournalRow>("select Name, Checksum from SchemaJournal", transaction: transaction))
            .Where(r => r.Name.StartsWith(Wall, StringComparison.Ordinal)).ToDictionary(r => r.Name[Wall.Length..], r => r.Checksum);
        if (!schemaChanged && known.Count == files.Count && files.All(f => known.GetValueOrDefault(f.Name) == f.Checksum)) return false;
        await connection.ExecuteAsync($"delete from SchemaJournal where Name like '{Wall}%'", transaction: transaction);
        foreach (var file in files)
        {
            foreach (var batch in Batches(file.Text)) await connection.ExecuteAsync(batch, transaction: transaction);
            await NoteAsync(connection, transaction, Wall + file.Name, file.Checksum, clock);
        }
        await transaction.CommitAsync(ct);
        return true;
    }

    private const string Wall = "wall:";

    private async Task<bool> RebuildViewsAsync(DbConnection connection, TimeProvider clock, CancellationToken ct)
    {
        var views = _files("views").ToList();
        await using var transaction = await LockAsync(connection, ct);
        var known = (await connection.QueryAsync<JournalRow>("select Name, Checksum from SchemaJournal", transaction: transaction))
            .Where(r => r.Name.StartsWith("view:", StringComparison.Ordinal)).ToDictionary(r => r.Name[5..], r => r.Checksum);
        if (known.Count == views.Count && views.All(v => known.GetValueOrDefault(v.Name) == v.Checksum)) return false;
        // Views may stand on each other: all go, last first, and all come again.
        foreach (var name in known.Keys.Union(views.Select(v => v.Name)).OrderDescending(StringComparer.Ordinal))
            await connection.ExecuteAsync($"drop view if exists {ViewName(name)}", transaction: transaction);
        await connection.ExecuteAsync("delete from SchemaJournal where Name like 'view:%'", transaction: transaction);
        foreach (var view in views)
        {
            await connection.ExecuteAsync(view.Text, transaction: transaction);
            await NoteAsync(connection, transaction, "view:" + view.Name, view.Checksum, clock);
        }
        await transaction.CommitAsync(ct);
        return true;
    }

    private static Task NoteAsync(DbConnection connection, DbTransaction transaction, string name, string checksum, TimeProvider clock) =>
        connection.ExecuteAsync("insert into SchemaJournal (Name, Checksum, AppliedAt) values (@name, @checksum, @now)",
            new { name, checksum, now = Session.Now(clock) }, transaction);

    private static async Task<Dictionary<string, string>> JournalAsync(DbConnection connection, CancellationToken ct) =>
        (await connection.QueryAsync<JournalRow>(new CommandDefinition("select Name, Checksum from SchemaJournal", cancellationToken: ct)))
        .ToDictionary(r => r.Name, r => r.Checksum);

    private static void RefuseForeign(Dictionary<string, string> journal, List<SqlFile> files)
    {
        var unknown = journal.Keys.Where(n => !n.Contains(':', StringComparison.Ordinal)).Except(files.Select(f => f.Name)).Order().ToList();
        if (unknown.Count > 0)
            throw new MigrationRefusedException(
                $"The database is newer than this program (it has {string.Join(", ", unknown)}). Start the newer program, or restore a backup of before.");
    }

    // 20_region_initiative.sql holds the view region_initiative.
    private static string ViewName(string file) => Path.GetFileNameWithoutExtension(file)[(file.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>Batches are parted by a line that holds only <c>go</c>, as SQL Server's own tools do it.</summary>
    internal static IEnumerable<string> Batches(string sql) => BatchEnd().Split(sql).Where(b => HasStatement(b));

    private static bool HasStatement(string batch) =>
        batch.Split('\n').Any(l => l.Trim() is { Length: > 0 } line && !line.StartsWith("--", StringComparison.Ordinal));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\bnvarchar\(\d+\)")]
    private static partial Regex TextColumn();

    [GeneratedRegex(@"^\s*go\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex BatchEnd();

    private sealed record JournalRow
    {
        public string Name { get; init; } = "";
        public string Checksum { get; init; } = "";
    }
}

/// <summary>One embedded SQL file and the SHA-256 of its text.</summary>
internal sealed record SqlFile(string Name, string Text)
{
    public string Checksum => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

/// <summary>The database cannot be brought to this program's schema; the message says what to do.</summary>
public sealed class MigrationRefusedException(string message) : Exception(message);
