using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Monitoring.Data;

/// <summary>
/// Reads the rows of one statement of the embedded database as <typeparamref name="T"/>, by Dapper's rules (a column is the property of its
/// name in any case; a null leaves the property as it is) but of the engine itself: a list spends as long on boxed values and on the driver's
/// checks as on its rows. A type of which it does not know every property is left to Dapper.
/// </summary>
internal sealed class RowReader<T>
{
    private readonly List<Column>? _columns;

    public RowReader(SqliteDataReader reader)
    {
        if (!typeof(T).IsClass || typeof(T).GetConstructor(Type.EmptyTypes) is null) return;
        var columns = new List<Column>();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var property = typeof(T).GetProperty(reader.GetName(i), BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
            if (property?.SetMethod is not { } set) continue;
            if (ColumnOf(property.PropertyType, i, set) is not { } column) return;
            columns.Add(column);
        }
        _columns = columns;
    }

    public IEnumerable<T> Read(SqliteDataReader reader) => _columns is { } columns ? Read(reader, columns) : reader.Parse<T>();

    private static IEnumerable<T> Read(SqliteDataReader reader, List<Column> columns)
    {
        var statement = reader.Handle!;
        while (reader.Read())
        {
            var row = Activator.CreateInstance<T>();
            foreach (var column in columns)
                if (raw.sqlite3_column_type(statement, column.Ordinal) != raw.SQLITE_NULL) column.Set(statement, row);
            yield return row;
        }
    }

    private static Column? ColumnOf(Type type, int ordinal, MethodInfo set)
    {
        var value = Nullable.GetUnderlyingType(type);
        var make = value is null ? nameof(Exact) : nameof(Maybe);
        return (Column?)typeof(RowReader<T>).GetMethod(make, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(value ?? type).Invoke(null, [ordinal, set]);
    }

    private static Column? Exact<TValue>(int ordinal, MethodInfo set) =>
        TypeHandlers.FromSqlite<TValue>() is { } get ? new ExactColumn<TValue>(ordinal, get, set.CreateDelegate<Action<T, TValue>>()) : null;

    private static Column? Maybe<TValue>(int ordinal, MethodInfo set) where TValue : struct =>
        TypeHandlers.FromSqlite<TValue>() is { } get ? new MaybeColumn<TValue>(ordinal, get, set.CreateDelegate<Action<T, TValue?>>()) : null;

    private abstract class Column(int ordinal)
    {
        public int Ordinal => ordinal;

        public abstract void Set(sqlite3_stmt statement, T row);
    }

    private sealed class ExactColumn<TValue>(int ordinal, Func<sqlite3_stmt, int, TValue> get, Action<T, TValue> set) : Column(ordinal)
    {
        public override void Set(sqlite3_stmt statement, T row) => set(row, get(statement, Ordinal));
    }

    private sealed class MaybeColumn<TValue>(int ordinal, Func<sqlite3_stmt, int, TValue> get, Action<T, TValue?> set) : Column(ordinal)
        where TValue : struct
    {
        public override void Set(sqlite3_stmt statement, T row) => set(row, get(statement, Ordinal));
    }
}
