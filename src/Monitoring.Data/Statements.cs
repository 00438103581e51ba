using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Monitoring.Data;

/// <summary>
/// A compile-time constant SQL text in the portable subset of <c>sql/README.md</c>. The five kinds are separate types, and a door
/// takes only its own: what a statement may touch is proven per kind by the wall tests over all constants.
/// </summary>
public abstract partial class Statement
{
    private readonly string _sqlServer;
    private readonly string _sqlite;

    private protected Statement(string sqlServer, string sqlite)
    {
        _sqlServer = sqlServer;
        _sqlite = sqlite;
        Parameters = ParameterName().Matches(sqlServer).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        PeriodTable = WritesPeriodRows().Match(sqlServer) is { Success: true } match ? match.Groups[1].Value : null;
    }

    /// <summary>The table of period rows that the statement writes, or null.</summary>
    internal string? PeriodTable { get; }

    /// <summary>Names of the parameters that the text mentions, without the @.</summary>
    internal IReadOnlySet<string> Parameters { get; }

    /// <summary>True for a pair of texts, the rare and counted exception.</summary>
    internal bool IsPair => !ReferenceEquals(_sqlServer, _sqlite) && _sqlServer != _sqlite;

    /// <summary>The text as <paramref name="dialect"/> runs it.</summary>
    internal string Text(Dialect dialect) => dialect.IsSqlite ? _sqlite : _sqlServer;

    private protected (string SqlServer, string Sqlite) With(string tail) => (_sqlServer + tail, _sqlite + tail);

    private protected (string SqlServer, string Sqlite) With(Func<Dialect, string> tail) =>
        (_sqlServer + tail(Dialect.SqlServer), _sqlite + tail(Dialect.Sqlite));

    [GeneratedRegex(@"^\s*(?:insert\s+into|update|delete\s+from)\s+(Measurement|BudgetLine)\b")]
    private static partial Regex WritesPeriodRows();

    [GeneratedRegex(@"@([A-Za-z]\w*)")]
    private static partial Regex ParameterName();
}

/// <summary>
/// A condition to add to a statement with <c>and</c>: it can only narrow. A constant like the statements, parsed alone by the walls,
/// so that it cannot close a bracket that it did not open.
/// </summary>
public sealed class Filter
{
    private Filter(string condition) => Condition = condition;

    internal string Condition { get; }

    /// <summary>A condition over the aliases of the statement that it narrows.</summary>
    public static Filter Of([ConstantExpected] string condition) => new(condition);
}

/// <summary>SQL over the tables of one country. Each of those tables must be tied to <c>@Country</c>, which the door binds.</summary>
public sealed class CountrySql : Statement
{
    private CountrySql(string sqlServer, string sqlite) : base(sqlServer, sqlite) { }

    private CountrySql((string SqlServer, string Sqlite) text) : base(text.SqlServer, text.Sqlite) { }

    /// <summary>A portable statement.</summary>
    public static CountrySql Of([ConstantExpected] string text) => new(text, text);

    /// <summary>A pair, where no portable text exists.</summary>
    public static CountrySql Of([ConstantExpected] string sqlServer, [ConstantExpected] string sqlite) => new(sqlServer, sqlite);

    /// <summary>Narrowed by <paramref name="filter"/>; null leaves it as it is. The statement must end in its where clause.</summary>
    public CountrySql And(Filter? filter) => filter is null ? this : new(With($"\n   and ({filter.Condition})"));

    /// <summary>In an order from a whitelist.</summary>
    public CountrySql OrderBy(Order order) => new(With($"\n order by {order.Text}"));

    /// <summary>
    /// Narrowed to the rows whose <paramref name="column"/> is among the one column of <paramref name="keys"/>, a whole statement of the same
    /// country. The statement must end in its where clause.
    /// </summary>
    public CountrySql Among([ConstantExpected] string column, CountrySql keys) => new(With(d => $"\n   and {column} in (\n{keys.Text(d)})"));

    internal CountrySql Paged() => new(With(d => "\n " + d.PageClause));
}

/// <summary>SQL over the regional tables listed in <c>sql/README.md</c>.</summary>
public sealed class CatalogueSql : Statement
{
    private CatalogueSql(string text) : base(text, text) { }

    /// <summary>A portable statement.</summary>
    public static CatalogueSql Of([ConstantExpected] string text) => new(text);
}

/// <summary>SQL over <c>region_*</c> views and regional tables; reads only.</summary>
public sealed class RegionSql : Statement
{
    private RegionSql(string sqlServer, string sqlite) : base(sqlServer, sqlite) { }

    private RegionSql((string SqlServer, string Sqlite) text) : base(text.SqlServer, text.Sqlite) { }

    /// <summary>A portable statement.</summary>
    public static RegionSql Of([ConstantExpected] string text) => new(text, text);

    /// <summary>Narrowed by <paramref name="filter"/>; null leaves it as it is. The statement must end in its where clause.</summary>
    public RegionSql And(Filter? filter) => filter is null ? this : new(With($"\n   and ({filter.Condition})"));

    /// <summary>In an order from a whitelist.</summary>
    public RegionSql OrderBy(Order order) => new(With($"\n order by {order.Text}"));
}

/// <summary>SQL over <c>published_*</c> views and regional tables; reads only.</summary>
public sealed class ProgressSql : Statement
{
    private ProgressSql(string text) : base(text, text) { }

    /// <summary>A portable statement.</summary>
    public static ProgressSql Of([ConstantExpected] string text) => new(text);
}

/// <summary>SQL over people, grants, sessions, countries and keys.</summary>
public sealed class PlatformSql : Statement
{
    private PlatformSql(string text) : base(text, text) { }

    /// <summary>A portable statement.</summary>
    public static PlatformSql Of([ConstantExpected] string text) => new(text);
}
