using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Monitoring.Data;

/// <summary>Which database this installation uses. One a process, made at start; rooms never see a connection.</summary>
public sealed class Database
{
    private Database(Dialect dialect, string connectionString)
    {
        TypeHandlers.Register();
        Dialect = dialect;
        ConnectionString = connectionString;
        Kept = dialect.IsSqlite ? new KeptConnections(connectionString) : null;
    }

    internal Dialect Dialect { get; }

    internal string ConnectionString { get; }

    /// <summary>The open connections, where the engine is embedded; a driver of a server has its own pool.</summary>
    internal KeptConnections? Kept { get; }

    /// <summary>The embedded database in the file at <paramref name="path"/>; its folder must exist.</summary>
    public static Database Sqlite(string path) => Sqlite(path, patience: 15);

    /// <summary>The same, waiting <paramref name="patience"/> seconds for somebody else's lock.</summary>
    internal static Database Sqlite(string path, int patience) => new(Dialect.Sqlite, new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = patience,
    }.ToString());

    /// <summary>SQL Server 2022 or an engine that speaks its protocol. Encryption is on unless the string says otherwise.</summary>
    public static Database SqlServer(string connectionString) =>
        new(Dialect.SqlServer, new SqlConnectionStringBuilder(connectionString) { ApplicationName = "Monitoring" }.ToString());

    /// <summary>SQLite or SQL Server, for messages.</summary>
    public string Engine => Dialect.IsSqlite ? "SQLite" : "SQL Server";

    // Asked once: an engine does not learn row-level security while the program runs.
    private bool? _hasRowSecurity;

    /// <summary>Is there a second wall that has to be told whom a connection is for?</summary>
    internal async Task<bool> HasRowSecurityAsync(DbConnection connection, DbTransaction? transaction) =>
        _hasRowSecurity ??= await Guarded(() => Dialect.HasRowSecurityAsync(connection, transaction));

    internal Task<DbConnection> OpenAsync(CancellationToken ct) => Guarded(() => Dialect.OpenAsync(ConnectionString, ct));

    /// <summary>Turns what a driver says into what a caller can act on.</summary>
    internal static async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException e) when (Dialect.IsUnavailable(e))
        {
            throw new DatabaseUnavailableException(e);
        }
        catch (DbException e) when (Dialect.IsUniqueViolation(e))
        {
            throw new KeyTakenException(e);
        }
        catch (DbException e) when (Dialect.IsForeignKeyViolation(e))
        {
            throw new ReferenceMissingException(e);
        }
    }
}

/// <summary>Locked, full, unreadable or unreachable. Nothing was written; what the person typed is still theirs to save.</summary>
public sealed class DatabaseUnavailableException(Exception inner) : Exception("The database does not answer: " + inner.Message, inner);

/// <summary>A row with this key is there already.</summary>
public sealed class KeyTakenException(Exception inner) : Exception("A row with this key is there already.", inner);

/// <summary>A row refers to one that is not there (or is another country's, which is the same).</summary>
public sealed class ReferenceMissingException(Exception inner) : Exception("A row refers to one that is not there.", inner);

/// <summary>How far a connection may read that is for no country.</summary>
internal enum Reach
{
    /// <summary>The region's views.</summary>
    Region,
    /// <summary>The views of what is published.</summary>
    Published,
}

/// <summary>One open connection with the values that its door binds. Private to the doors.</summary>
internal sealed class Session : IAsyncDisposable
{
    public const int TimeoutSeconds = 30;

    private readonly Database _database;
    private readonly KeptConnection? _kept;
    private readonly DbConnection _connection;
    private DbTransaction? _transaction;

    private Session(Database database, KeptConnection? kept, DbConnection connection) => (_database, _kept, _connection) = (database, kept, connection);

    public Dictionary<string, object?> Bound { get; } = new(StringComparer.Ordinal);

    public static async Task<Session> OpenAsync(Database database, bool edit, CancellationToken ct)
    {
        var kept = database.Kept is { } pool ? await Database.Guarded(() => pool.TakeAsync(ct)) : null;
        var session = new Session(database, kept, kept?.Connection ?? await database.OpenAsync(ct));
        if (!edit) return session;
        try
        {
            session._transaction = await Database.Guarded(() => Task.FromResult(Dialect.BeginEdit(session._connection)));
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>From here on this connection is for one country; not to be changed until it goes back to the pool.</summary>
    public Task ForCountryAsync(CountryCode country, CancellationToken ct) => TellAsync(_database.Dialect.SetCountry, new { Country = country }, ct);

    /// <summary>From here on this connection may read as far as <paramref name="reach"/>.</summary>
    public Task ForReachAsync(Reach reach, CancellationToken ct) => TellAsync(_database.Dialect.SetReach, new { Reach = reach.ToString() }, ct);

    /// <summary>Until it is told null, this connection may write rows of a country that it is not for.</summary>
    public Task LendCountryAsync(CountryCode? country, CancellationToken ct) =>
        TellAsync(_database.Dialect.LendCountry, new { Country = country?.Value }, ct);

    /// <summary>From here on this is the one edit of the country: what it reads, nobody else is changing. SQLite's edits queue by themselves.</summary>
    public async Task QueueAsync(CountryCode country, CancellationToken ct)
    {
        if (_database.Dialect.QueueEdit is { } text)
            await Database.Guarded(() => _connection.ExecuteAsync(new CommandDefinition(text, new { Country = country }, _transaction, commandTimeout: 30, cancellationToken: ct)));
    }

    private async Task TellAsync(string? text, object value, CancellationToken ct)
    {
        if (text is null || !await _database.HasRowSecurityAsync(_connection, _transaction)) return;
        await Database.Guarded(() => _connection.ExecuteAsync(new CommandDefinition(text, value, _transaction, cancellationToken: ct)));
    }

    public Task<IReadOnlyList<T>> ListAsync<T>(Statement sql, object? args, CancellationToken ct) => Database.Guarded<IReadOnlyList<T>>(async () =>
        EnumOf<T>() is { } type
            ? (await QueryAsync<string?>(sql, args, ct)).Select(text => Member<T>(type, text)!).ToList()
            : await QueryAsync<T>(sql, args, ct));

    public async IAsyncEnumerable<T> EachAsync<T>(Statement sql, object? args, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = _connection.QueryUnbufferedAsync<T>(sql.Text(_database.Dialect), new DynamicParameters(Bind(sql, args)), _transaction, commandTimeout: 120).GetAsyncEnumerator(ct);
        await using (rows)
            while (await Database.Guarded(() => rows.MoveNextAsync().AsTask())) yield return rows.Current;
    }

    public Task<T?> OneAsync<T>(Statement sql, object? args, CancellationToken ct) => Database.Guarded(async () =>
        EnumOf<T>() is { } type
            ? Member<T>(type, (await QueryAsync<string?>(sql, args, ct)).SingleOrDefault())
            : (await QueryAsync<T>(sql, args, ct)).SingleOrDefault());

    // Dapper reads names of enum members in rows, but not where the member is all that is selected.
    private static Type? EnumOf<T>() => (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is { IsEnum: true } type ? type : null;

    private static T? Member<T>(Type type, string? text) => text is null ? default : (T)Enum.Parse(type, text);

    private async Task<List<T>> QueryAsync<T>(Statement sql, object? args, CancellationToken ct)
    {
        var values = Bind(sql, args);
        if (_kept is null) return (await _connection.QueryAsync<T>(Command(sql, values, ct))).AsList();
        ct.ThrowIfCancellationRequested();
        return _kept.Query<T>(sql.Text(_database.Dialect), values, (SqliteTransaction?)_transaction, ct);
    }

    public Task<int> WriteAsync(Statement sql, object? args, CancellationToken ct) => Database.Guarded(async () =>
    {
        var values = Bind(sql, args);
        if (_kept is null) return await _connection.ExecuteAsync(Command(sql, values, ct));
        ct.ThrowIfCancellationRequested();
        return _kept.Execute(sql.Text(_database.Dialect), values, (SqliteTransaction?)_transaction);
    });

    public Task<int> WriteManyAsync<T>(Statement insert, IReadOnlyList<T> rows, CancellationToken ct) => Database.Guarded(() =>
        new BulkInsert(insert.Text(_database.Dialect)).WriteAsync(_connection, _transaction!, Bound, rows, ct));

    public Task CommitAsync(CancellationToken ct) => Database.Guarded(async () =>
    {
        await _transaction!.CommitAsync(ct);
        return true;
    });

    // Left twice is left once: a connection that came back twice would be handed to two doors at a time.
    private bool _isLeft;

    public async ValueTask DisposeAsync()
    {
        if (_isLeft) return;
        _isLeft = true;
        try
        {
            if (_transaction is not null) await _transaction.DisposeAsync();
        }
        finally
        {
            if (_kept is not null) await _database.Kept!.GiveBackAsync(_kept);
            else await _connection.DisposeAsync();
        }
    }

    private CommandDefinition Command(Statement sql, IReadOnlyList<KeyValuePair<string, object?>> values, CancellationToken ct) =>
        new(sql.Text(_database.Dialect), new DynamicParameters(values), _transaction, commandTimeout: TimeoutSeconds, cancellationToken: ct);

    /// <summary>
    /// Binds what the text mentions and nothing else: the door's own values first, then the caller's. A caller who names one of the
    /// door's values is refused, so nobody passes another country.
    /// </summary>
    private IReadOnlyList<KeyValuePair<string, object?>> Bind(Statement sql, object? args)
    {
        var given = Named(args);
        var all = new List<KeyValuePair<string, object?>>(sql.Parameters.Count);
        foreach (var name in sql.Parameters)
        {
            if (Bound.TryGetValue(name, out var own))
            {
                if (given.ContainsKey(name)) throw new InvalidOperationException($"@{name} is bound by the door; it cannot be passed.");
                all.Add(new(name, Plain(own)));
            }
            else if (given.TryGetValue(name, out var value))
            {
                all.Add(new(name, Plain(value)));
            }
            else
            {
                throw new InvalidOperationException($"The statement needs @{name}.");
            }
        }
        return all;
    }

    private static IReadOnlyDictionary<string, object?> Named(object? args) => args switch
    {
        null => new Dictionary<string, object?>(),
        IReadOnlyDictionary<string, object?> named => named,
        _ => args.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0)
            .ToDictionary(p => p.Name, object? (p) => p.GetValue(args), StringComparer.Ordinal),
    };

    /// <summary>The row that a statement writes: its <c>@Id</c>.</summary>
    public static Guid IdOf(object? args) => Named(args).TryGetValue("Id", out var id) && id is Guid row
        ? row
        : throw new InvalidOperationException("A period row is written by its @Id, one at a time.");

    // Enum columns hold the member's name; Dapper would send its number.
    private static object? Plain(object? value) => value is Enum e ? e.ToString() : value;

    /// <summary>The instant as the columns keep it: UTC, whole milliseconds.</summary>
    public static DateTime Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
    }

    public static string Invariant(object? value) => value switch
    {
        null => "",
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
