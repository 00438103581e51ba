using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Monitoring.Data;

/// <summary>Everything in which SQL Server and SQLite differ.</summary>
internal sealed class Dialect
{
    public static readonly Dialect Sqlite = new(true);
    public static readonly Dialect SqlServer = new(false);

    /// <summary>The oldest engine without the WAL-reset corruption.</summary>
    public static readonly Version OldestSqlite = new(3, 51, 3);

    private Dialect(bool isSqlite) => IsSqlite = isSqlite;

    public bool IsSqlite { get; }

    public string PageClause => IsSqlite ? "limit @Take offset @Skip" : "offset @Skip rows fetch next @Take rows only";

    public async Task<DbConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        if (!IsSqlite)
        {
            var server = new SqlConnection(connectionString) { RetryLogicProvider = OpeningAgain };
            await server.OpenAsync(ct);
            return server;
        }
        var file = new SqliteConnection(connectionString);
        await file.OpenAsync(ct);
        // SQLite compares bytes unless told otherwise; this one sorts and compares Spanish as SQL Server's Modern_Spanish_CI_AS does.
        var compare = CultureInfo.GetCultureInfo("es-ES").CompareInfo;
        file.CreateCollation(Collation, (a, b) => compare.Compare(a, b, CompareOptions.IgnoreCase));
        await using var set = file.CreateCommand();
        var patience = Math.Min(5, file.DefaultTimeout) * 1000;
        set.CommandText = string.Create(CultureInfo.InvariantCulture, $"pragma foreign_keys = on; pragma synchronous = full; pragma busy_timeout = {patience};");
        await set.ExecuteNonQueryAsync(ct);
        return file;
    }

    // A server that is starting, moving or full is asked again for some ten seconds. Opening only: a statement is never sent twice, because
    // whether the first arrived is not known; a save that is tried again carries its operation id.
    private static readonly SqlRetryLogicBaseProvider OpeningAgain = SqlConfigurableRetryFactory.CreateExponentialRetryProvider(new SqlRetryLogicOption
    {
        NumberOfTries = 4,
        DeltaTime = TimeSpan.FromSeconds(1),
        MaxTimeInterval = TimeSpan.FromSeconds(8),
    });

    /// <summary>The collation that the migrator puts on every nvarchar column of SQLite.</summary>
    public const string Collation = "SPANISH";

    /// <summary>An edit takes its lock at once, so that two editors queue instead of failing half-way.</summary>
    public static DbTransaction BeginEdit(DbConnection connection) =>
        connection is SqliteConnection file ? file.BeginTransaction(deferred: false) : connection.BeginTransaction(IsolationLevel.ReadCommitted);

    public static bool IsUniqueViolation(DbException e) => e is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } or SqlException { Number: 2627 or 2601 };

    // SQL Server has one number for both; a broken check is a fault of the program on either engine.
    public static bool IsForeignKeyViolation(DbException e) => e is SqliteException { SqliteExtendedErrorCode: 787 }
        || (e is SqlException { Number: 547 } && !e.Message.Contains("CHECK", StringComparison.Ordinal));

    /// <summary>Before the first statement of a door, where the engine has a second wall: whose rows this connection is for.</summary>
    public string? SetCountry => IsSqlite ? null : "exec sp_set_session_context @key = N'Country', @value = @Country, @read_only = 1";

    /// <summary>The same, how far it may read without a country.</summary>
    public string? SetReach => IsSqlite ? null : "exec sp_set_session_context @key = N'Reach', @value = @Reach, @read_only = 1";

    /// <summary>The same, for one statement of a connection that is for no country; null ends it.</summary>
    public string? LendCountry => IsSqlite ? null : "exec sp_set_session_context @key = N'Country', @value = @Country";

    /// <summary>What makes the edits of a country wait for each other where the engine lets several begin.</summary>
    public string? QueueEdit => IsSqlite ? null : "update CountryHead set LastLink = LastLink where Country = @Country";

    /// <summary>Has the engine row-level security? SQL Server has; what only speaks its protocol may not.</summary>
    public async Task<bool> HasRowSecurityAsync(DbConnection connection, DbTransaction? transaction = null)
    {
        if (IsSqlite) return false;
        await using var ask = connection.CreateCommand();
        ask.Transaction = transaction;
        ask.CommandText = "select case when object_id('sys.security_policies') is null then 0 else 1 end";
        return await ask.ExecuteScalarAsync() is 1;
    }

    // From this severity on SQL Server has ended the connection, or there was none.
    private const byte ConnectionLost = 20;

    /// <summary>Locked, full, unreadable or unreachable: nothing was written and the same save may go through later.</summary>
    public static bool IsUnavailable(DbException e) => e switch
    {
        // busy, locked, read-only, I/O error, full, cannot open, not a database
        SqliteException s => s.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14 or 26,
        SqlException s => s.IsTransient || s.Class >= ConnectionLost || s.Number is -2 or -1 or 2 or 53 or 1205 or 4060 or 18456 or 40613,
        _ => false,
    };
}
