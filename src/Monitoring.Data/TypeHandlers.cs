using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

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

    /// <summary>What reads a column of the file of SQLite that is not null; null for a type that no column has.</summary>
    public static Func<SqliteDataReader, int, T>? FromSqlite<T>() => (Func<SqliteDataReader, int, T>?)(object?)(typeof(T) switch
    {
        var t when t == typeof(string) => (SqliteDataReader r, int i) => r.GetString(i),
        var t when t == typeof(int) => (SqliteDataReader r, int i) => r.GetInt32(i),
        var t when t == typeof(long) => (SqliteDataReader r, int i) => r.GetInt64(i),
        var t when t == typeof(bool) => (SqliteDataReader r, int i) => r.GetBoolean(i),
        var t when t == typeof(Guid) => (SqliteDataReader r, int i) => Ids.Parse(r.GetString(i)),
        var t when t == typeof(DateTime) => (SqliteDataReader r, int i) => Instants.Parse(r.GetString(i)),
        var t when t == typeof(DateOnly) => (SqliteDataReader r, int i) => Dates.Parse(r.GetString(i)),
        var t when t == typeof(decimal) => (SqliteDataReader r, int i) => Decimals.Parse(r.GetValue(i)),
        var t when t == typeof(CountryCode) => (SqliteDataReader r, int i) => Countries.Parse(r.GetString(i)),
        { IsEnum: true } => (SqliteDataReader r, int i) => (T)Enum.Parse(typeof(T), r.GetString(i), ignoreCase: true),
        _ => null,
    });

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
