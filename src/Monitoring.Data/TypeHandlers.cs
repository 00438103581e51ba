using System.Data;
using System.Globalization;
using Dapper;

namespace Monitoring.Data;

/// <summary>How values travel: SQLite has no types of its own for ids, dates, times and decimals.</summary>
internal static class TypeHandlers
{
    // Dapper's handlers are one table for the process, so they are set once, before the first connection.
    private static readonly Lazy<bool> Registered = new(() =>
    {
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTime));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(decimal));
        SqlMapper.AddTypeHandler(new GuidHandler());
        SqlMapper.AddTypeHandler(new UtcHandler());
        SqlMapper.AddTypeHandler(new DateHandler());
        SqlMapper.AddTypeHandler(new DecimalHandler());
        SqlMapper.AddTypeHandler(new CountryHandler());
        return true;
    });

    public static void Register() => _ = Registered.Value;

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
            if (parameter is Microsoft.Data.Sqlite.SqliteParameter)
                parameter.Value = decimal.IsInteger(value) && Math.Abs(value) < long.MaxValue ? (long)value : (double)value;
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
