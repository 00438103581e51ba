using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Monitoring.Data;

/// <summary>
/// Many rows by one insert: one prepared statement on SQLite, statements of many rows on SQL Server (not its bulk copy, which needs the
/// table's own order and types of columns and is read differently by engines that only speak its protocol). Takes only <c>insert into Table (columns) values (parameters and plain literals)</c>.
/// </summary>
internal sealed partial class BulkInsert
{
    // SQL Server's own limits are 1,000 rows and 2,100 parameters.
    private const int MostRows = 1_000;
    private const int MostParameters = 2_000;

    private readonly string _text;
    private readonly string _table;
    private readonly string[] _columns;
    private readonly string[] _values;

    public BulkInsert(string text)
    {
        var shape = Shape().Match(text);
        if (!shape.Success) throw new InvalidOperationException($"Not one insert of values: {text}");
        _text = text;
        _table = shape.Groups["table"].Value;
        _columns = [.. Parts(shape.Groups["columns"].Value)];
        _values = [.. Parts(shape.Groups["values"].Value)];
        if (_columns.Length != _values.Length) throw new InvalidOperationException($"{_columns.Length} columns, {_values.Length} values: {text}");
    }

    /// <summary>Writes the rows within the transaction; the number written.</summary>
    public async Task<int> WriteAsync<T>(DbConnection connection, DbTransaction transaction, IReadOnlyDictionary<string, object?> bound, IReadOnlyList<T> rows,
        CancellationToken ct)
    {
        var readers = typeof(T).GetProperties().ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var own in bound.Keys.Where(k => readers.ContainsKey(k) && _values.Contains("@" + k)))
            throw new InvalidOperationException($"@{own} is bound by the door; it cannot be passed.");
        Func<T, object?>[] columns = [.. _values.Select(v => Reader<T>(v, bound, readers))];
        return connection is SqliteConnection file
            ? await EachAsync(file, (SqliteTransaction)transaction, columns, rows, ct)
            : await InChunksAsync((SqlConnection)connection, (SqlTransaction)transaction, columns, rows, ct);
    }

    private async Task<int> EachAsync<T>(SqliteConnection connection, SqliteTransaction transaction, Func<T, object?>[] columns, IReadOnlyList<T> rows, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (_text, transaction);
        var parameters = _values.Index().Where(v => v.Item.StartsWith('@')).DistinctBy(v => v.Item).Select(v => (v.Index, Parameter: command.Parameters.Add(v.Item, SqliteType.Text))).ToList();
        var written = 0;
        foreach (var row in rows)
        {
            foreach (var (index, parameter) in parameters)
            {
                // The driver keeps the type of the first value unless it is told to look again.
                parameter.ResetSqliteType();
                parameter.Value = TypeHandlers.ForSqlite(columns[index](row)) ?? DBNull.Value;
            }
            written += await command.ExecuteNonQueryAsync(ct);
        }
        return written;
    }

    private async Task<int> InChunksAsync<T>(SqlConnection connection, SqlTransaction transaction, Func<T, object?>[] columns, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var own = _values.Index().Where(v => v.Item.StartsWith('@')).ToList();
        var written = 0;
        foreach (var chunk in rows.Chunk(Math.Min(MostRows, MostParameters / Math.Max(1, own.Count))))
        {
            await using var command = connection.CreateCommand();
            (command.Transaction, command.CommandTimeout) = (transaction, 120);
            var text = new StringBuilder($"insert into {_table} ({string.Join(", ", _columns)}) values ");
            foreach (var (n, row) in chunk.Index())
            {
                text.Append(n == 0 ? "(" : ", (").AppendJoin(", ", _values.Select(v => v.StartsWith('@') ? string.Create(CultureInfo.InvariantCulture, $"{v}_{n}") : v)).Append(')');
                foreach (var (i, name) in own.DistinctBy(v => v.Item)) command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"{name}_{n}"), Fit(columns[i](row)) ?? DBNull.Value);
            }
            command.CommandText = text.ToString();
            written += await command.ExecuteNonQueryAsync(ct);
        }
        return written;
    }

    private static Func<T, object?> Reader<T>(string value, IReadOnlyDictionary<string, object?> bound, Dictionary<string, PropertyInfo> readers)
    {
        if (!value.StartsWith('@'))
        {
            object? literal = value switch
            {
                "null" => null,
                ['\'', .. var text, '\''] => text,
                _ => int.Parse(value, CultureInfo.InvariantCulture),
            };
            return _ => literal;
        }
        if (bound.TryGetValue(value[1..], out var own)) return _ => own;
        return readers.TryGetValue(value[1..], out var property) ? row => property.GetValue(row) : throw new InvalidOperationException($"The statement needs {value}.");
    }

    // As the type handlers send them.
    private static object? Fit(object? value) => value switch
    {
        Enum member => member.ToString(),
        CountryCode country => country.Value,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Unspecified),
        _ => value,
    };

    private static IEnumerable<string> Parts(string list) => Part().Matches(list).Select(p => p.Value);

    [GeneratedRegex(@"^\s*insert\s+into\s+(?<table>\w+)\s*\((?<columns>[\w\s,]+)\)\s*values\s*\((?<values>(?:[\w@\s,-]|'[^']*')+)\)\s*$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"'[^']*'|@?-?\w+")]
    private static partial Regex Part();
}
