using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Monitoring.Data;

/// <summary>
/// The open connections of the embedded database. Each keeps the statements that it has compiled: the program's statements are few and
/// constant, and to compile one again takes as long as to run it. SQL Server keeps its plans itself.
/// </summary>
internal sealed class KeptConnections(string connectionString)
{
    // What two cores can use at a time, and some for those who wait; each holds a page cache.
    private const int MostIdle = 8;

    private readonly ConcurrentStack<KeptConnection> _idle = new();

    // Closed is closed: the driver's own pool would hand out again what is not sound.
    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();

    public async Task<KeptConnection> TakeAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return _idle.TryPop(out var idle) ? idle : new KeptConnection((SqliteConnection)await Dialect.Sqlite.OpenAsync(_connectionString, ct));
    }

    /// <summary>For the next door. A connection on which something went wrong does not come back: a damaged file or a full disk is met anew.</summary>
    public async ValueTask GiveBackAsync(KeptConnection connection)
    {
        if (connection.IsSound && _idle.Count < MostIdle) _idle.Push(connection);
        else await connection.DisposeAsync();
    }

    /// <summary>Lets go of the file: nothing is open but what a door holds.</summary>
    public async Task CloseAsync()
    {
        while (_idle.TryPop(out var idle)) await idle.DisposeAsync();
    }
}

/// <summary>One connection with the statements that it has compiled. Used by one door at a time.</summary>
internal sealed class KeptConnection(SqliteConnection connection) : IAsyncDisposable
{
    // Filters and orders put statements together in many ways; beyond this all are forgotten and compiled anew when they are met.
    private const int MostStatements = 128;

    private readonly Dictionary<string, Compiled> _compiled = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    // Where a disk is full or a file damaged, the next door opens it anew; and nobody inherits a transaction that did not end.
    public bool IsSound => !_hasFailed && SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0;

    private bool _hasFailed;

    public List<T> Query<T>(string text, IReadOnlyList<KeyValuePair<string, object?>> values, SqliteTransaction? transaction, CancellationToken ct) =>
        Use(text, values, transaction, compiled =>
        {
            var rows = new List<T>();
            using var reader = compiled.Command.ExecuteReader();
            foreach (var row in compiled.ReaderOf<T>(reader).Read(reader))
            {
                ct.ThrowIfCancellationRequested();
                rows.Add(row);
            }
            return rows;
        });

    public int Execute(string text, IReadOnlyList<KeyValuePair<string, object?>> values, SqliteTransaction? transaction) =>
        Use(text, values, transaction, compiled => compiled.Command.ExecuteNonQuery());

    private T Use<T>(string text, IReadOnlyList<KeyValuePair<string, object?>> values, SqliteTransaction? transaction, Func<Compiled, T> run)
    {
        // Taken out while it runs: a statement that fails or is cancelled is not kept.
        if (!_compiled.Remove(text, out var compiled)) compiled = New(text, values);
        var command = compiled.Command;
        try
        {
            command.Transaction = transaction;
            for (var i = 0; i < values.Count; i++)
            {
                var parameter = command.Parameters[i];
                if (!parameter.ParameterName.AsSpan(1).SequenceEqual(values[i].Key)) throw new InvalidOperationException($"@{values[i].Key} is not where it was.");
                // The driver keeps the type of the first value unless it is told to look again.
                parameter.ResetSqliteType();
                parameter.Value = TypeHandlers.ForSqlite(values[i].Value) ?? DBNull.Value;
            }
            var result = run(compiled);
            Keep(text, compiled);
            return result;
        }
        catch (Exception e)
        {
            _hasFailed |= e is SqliteException failed && Dialect.IsUnavailable(failed);
            command.Dispose();
            throw;
        }
    }

    private Compiled New(string text, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (text, Session.TimeoutSeconds);
        foreach (var (name, _) in values) command.Parameters.Add("@" + name, SqliteType.Text);
        return new Compiled(command);
    }

    private void Keep(string text, Compiled compiled)
    {
        if (_compiled.Count >= MostStatements) Forget();
        compiled.Command.Transaction = null;
        if (!_compiled.TryAdd(text, compiled)) compiled.Command.Dispose();
    }

    private void Forget()
    {
        foreach (var compiled in _compiled.Values) compiled.Command.Dispose();
        _compiled.Clear();
    }

    public ValueTask DisposeAsync()
    {
        Forget();
        return connection.DisposeAsync();
    }

    private sealed class Compiled(SqliteCommand command)
    {
        private object? _reader;

        public SqliteCommand Command => command;

        public RowReader<T> ReaderOf<T>(SqliteDataReader reader)
        {
            if (_reader is RowReader<T> known) return known;
            var made = new RowReader<T>(reader);
            _reader = made;
            return made;
        }
    }
}
