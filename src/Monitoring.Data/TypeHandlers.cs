using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Monitoring.Data;

/// <summary>How values travel: SQLite has no types of its own for ids, dates, times and decimals.</summary>
internal static class TypeHandlers
{
    private static readonly GuidHandler Ids = new();
    private static readonly UtcHandler Instants = new();
    private static readonly DateHandler Dates = new();
    private static readonly DecimalHandler Decimals = new();
    private static readonly CountryHandler Countries = new();

    // Dapper's handlers are one table for the process, so they are set once, before the first connection.
    private static readonly Lazy<bool> Registered = new(() =>
    {
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTime));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(decimal));
        SqlMapper.AddTypeHandler(Ids);
        SqlMapper.AddTypeHandler(Instants);
        SqlMapper.AddTypeHandler(Dates);
        SqlMapper.AddTypeHandler(Decimals);
        SqlMapper.AddTypeHandler(Countries);
        return true;
    });

    public static void Register() => _ = Registered.Value;

    /// <summary>A value as the file of SQLite keeps it. The driver itself knows ids, instants and truth values.</summary>
    public static object? ForSqlite(object? value) => value switch
    {
        Enum member => member.ToString(),
        CountryCode country => country.Value,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Unspecified),
        decimal number => decimal.IsInteger(number) && Math.Abs(number) < long.MaxValue ? (object)(long)number : (double)number,
        _ => value,
    };

    /// <summary>What reads a column of the file of SQLite that is not null; null for a type that no column has. Of the engine itself: the
    /// driver's reader asks again at each column whether it is null and whether the reader is open.</summary>
    public static Func<sqlite3_stmt, int, T>? FromSqlite<T>() => (Func<sqlite3_stmt, int, T>?)(object?)(typeof(T) switch
    {
        var t when t == typeof(string) => Text,
        var t when t == typeof(int) => (sqlite3_stmt s, int i) => checked((int)raw.sqlite3_column_int64(s, i)),
        var t when t == typeof(long) => (sqlite3_stmt s, int i) => raw.sqlite3_column_int64(s, i),
        var t when t == typeof(bool) => (sqlite3_stmt s, int i) => raw.sqlite3_column_int64(s, i) != 0,
        var t when t == typeof(Guid) => (sqlite3_stmt s, int i) => Ids.Parse(Text(s, i)),
        var t when t == typeof(DateTime) => (sqlite3_stmt s, int i) => Instants.Parse(Text(s, i)),
        var t when t == typeof(DateOnly) => (sqlite3_stmt s, int i) => Dates.Parse(Text(s, i)),
        var t when t == typeof(decimal) => (sqlite3_stmt s, int i) => Decimals.Parse(raw.sqlite3_column_type(s, i) switch
        {
            raw.SQLITE_INTEGER => (object)raw.sqlite3_column_int64(s, i),
            raw.SQLITE_FLOAT => raw.sqlite3_column_double(s, i),
            _ => Text(s, i),
        }),
        var t when t == typeof(CountryCode) => (sqlite3_stmt s, int i) => Countries.Parse(Text(s, i)),
        { IsEnum: true } => (sqlite3_stmt s, int i) => (T)Enum.Parse(typeof(T), Text(s, i), ignoreCase: true),
        _ => null,
    });

    private static readonly Func<sqlite3_stmt, int, string> Text = (s, i) => raw.sqlite3_column_text(s, i).utf8_to_string();

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => value is Guid id ? id : Guid.Parse((string)value);

        // The driver of SQLite writes a Guid as upper-case text; that is the one spelling in the file.
        public override void SetValue(IDbDataParameter parameter, Guid value) => (parameter.DbType, parameter.Value) = (DbType.Guid, value);
    }

    private sealed class UtcHandler : SqlMapper.TypeHandler<DateTime>
    {
        public override DateTime Parse(object value) => value is DateTime time
            ? DateTime.SpecifyKind(time, DateTimeKind.Utc)
            : DateTime.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

        public override void SetValue(IDbDataParameter parameter, DateTime value) =>
            (parameter.DbType, parameter.Value) = (DbType.DateTime2, DateTime.SpecifyKind(value, DateTimeKind.Unspecified));
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value switch
        {
            DateOnly date => date,
            DateTime time => DateOnly.FromDateTime(time),
            _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };

        public override void SetValue(IDbDataParameter parameter, DateOnly value) => (parameter.DbType, parameter.Value) = (DbType.Date, value);
    }

    private sealed class DecimalHandler : SqlMapper.TypeHandler<decimal>
    {
        // SQLite stores a decimal as INTEGER or REAL by turns; the schema's values have at most 8 places.
        public override decimal Parse(object value) => value is double real
            ? Math.Round((decimal)real, 8)
            : Convert.ToDecimal(value, CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, decimal value)
        {
            if (parameter is SqliteParameter)
                parameter.Value = ForSqlite(value);
            else
                (parameter.DbType, parameter.Value) = (DbType.Decimal, value);
        }
    }

    private sealed class CountryHandler : SqlMapper.TypeHandler<CountryCode>
    {
        public override CountryCode Parse(object value) => CountryCode.Parse((string)value, null);

        public override void SetValue(IDbDataParameter parameter, CountryCode value) =>
            (parameter.DbType, parameter.Size, parameter.Value) = (DbType.AnsiStringFixedLength, 3, value.Value);
    }
}
