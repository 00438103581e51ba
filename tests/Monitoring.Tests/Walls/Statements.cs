using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>A statement, filter or order of the house: the class that has it and the name of its field.</summary>
internal sealed record Found<T>(Type Owner, string Field, T Value)
{
    /// <summary>The room: what follows <c>Monitoring.Web.</c>; <c>Data</c> for the kernel.</summary>
    public string Room => (Owner.Namespace ?? "").Replace("Monitoring.Web.", "", StringComparison.Ordinal).Replace("Monitoring.", "", StringComparison.Ordinal);

    public string Name => $"{Room}/{Owner.Name}.{Field}";
}

/// <summary>One text that a database may be given.</summary>
internal sealed record Variant(string Name, string Text, Found<Statement> Of);

/// <summary>Every statement constant of the two assemblies, also private ones, found by reflection.</summary>
internal static class Statements
{
    private static readonly IReadOnlyList<Found<object>> Everything = [.. new[] { typeof(Gate).Assembly, typeof(Program).Assembly }
        .SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters).SelectMany(Of)];

    public static IReadOnlyList<Found<Statement>> All { get; } = Only<Statement>();

    public static IReadOnlyList<Found<Filter>> Filters { get; } = Only<Filter>();

    public static IReadOnlyList<Found<SortBy>> Orders { get; } = Only<SortBy>();

    /// <summary>One order that a class keeps of a whitelist.</summary>
    public static IReadOnlyList<Found<Order>> FixedOrders { get; } = Only<Order>();

    public static IEnumerable<Found<Statement>> OfKind<T>() where T : Statement => All.Where(s => s.Value is T);

    /// <summary>The statement alone, with each filter and order of its class (or else its room) that fits it, and with all filters at once.</summary>
    public static IEnumerable<Variant> Variants(this Found<Statement> found)
    {
        var fitting = Filters.Where(f => Fits(f, found)).ToList();
        var orders = Orders.Where(o => Fits(o, found)).SelectMany(o => o.Value.All).Concat(FixedOrders.Where(o => Fits(o, found)).Select(o => o.Value)).Distinct().ToList();
        foreach (var dialect in found.Value.IsPair ? new[] { Dialect.SqlServer, Dialect.Sqlite } : [Dialect.SqlServer])
        {
            var suffix = found.Value.IsPair ? dialect.IsSqlite ? " (SQLite)" : " (SQL Server)" : "";
            Variant Make(string how, Statement statement) => new(found.Name + how + suffix, statement.Text(dialect), found);
            yield return Make("", found.Value);
            foreach (var filter in fitting) yield return Make($" and {filter.Field}", found.Value.Narrowed([filter.Value]));
            if (fitting.Count > 1) yield return Make(" and all filters", found.Value.Narrowed(fitting.Select(f => f.Value)));
            foreach (var order in orders)
                if (Ordered(found.Value.Narrowed(fitting.Select(f => f.Value)), order) is { } ordered) yield return Make($" by {order.Text}", ordered);
        }
    }

    /// <summary>The statement with every filter that fits, in its first order and paged; null where nothing can be added.</summary>
    public static Statement? Fullest(Found<Statement> found)
    {
        var filters = Filters.Where(f => Fits(f, found)).Select(f => f.Value).ToList();
        var order = Orders.Where(o => Fits(o, found)).SelectMany(o => o.Value.All).Concat(FixedOrders.Where(o => Fits(o, found)).Select(o => o.Value)).Take(1).ToList();
        if (filters.Count == 0 && order.Count == 0) return null;
        var narrowed = found.Value.Narrowed(filters);
        return order.Count == 0 ? narrowed : Ordered(narrowed, order[0]);
    }

    /// <summary>Does what the filter or order names exist in the statement, and does the statement end where it can be added?</summary>
    public static bool Fits<T>(Found<T> addition, Found<Statement> found)
    {
        if (addition.Room != found.Room || found.Value is not (CountrySql or RegionSql)) return false;
        if (addition.Owner != found.Owner && All.Any(s => s.Owner == addition.Owner && FitsText(addition, s.Value))) return false;
        return FitsText(addition, found.Value);
    }

    private static bool FitsText<T>(Found<T> addition, Statement statement)
    {
        if (Tsql.Parse(statement.Text(Dialect.SqlServer)).Script is not { } script) return false;
        if (script.Batches.SelectMany(b => b.Statements).ToList() is not [SelectStatement { QueryExpression: QuerySpecification query }]) return false;
        if (query.OrderByClause is not null || query.WhereClause is null) return false;
        var grouped = query.GroupByClause is not null;
        if (addition.Value is Filter && grouped) return false;
        var known = new HashSet<string>(query.FromClause?.TableReferences.SelectMany(Aliases) ?? [], StringComparer.OrdinalIgnoreCase);
        return addition.Value switch
        {
            Filter filter => Needs("select 1 as One where " + filter.Condition).All(Knows),
            SortBy orders => orders.All.SelectMany(o => Needs("select 1 as One order by " + o.Text)).All(Knows),
            Order order => Needs("select 1 as One order by " + order.Text).All(Knows),
            _ => false,
        };
        // A column without an alias is clear only where there is one table.
        bool Knows(string alias) => alias.Length == 0 ? known.Count == 1 : known.Contains(alias);
    }

    // The aliases that an addition uses and does not bring itself.
    private static IEnumerable<string> Needs(string text)
    {
        if (Tsql.Parse(text).Script is not { } script) return ["?"];
        var own = script.All<NamedTableReference>().Select(t => t.Alias?.Value ?? t.Name()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return script.All<ColumnReferenceExpression>().Select(c => c.MultiPartIdentifier?.Identifiers).OfType<IList<Identifier>>()
            .Select(i => i.Count == 2 ? i[0].Value : "").Where(a => !own.Contains(a) && (a.Length > 0 || own.Count == 0));
    }

    private static IEnumerable<string> Aliases(TableReference table) => table switch
    {
        NamedTableReference named => [named.Alias?.Value ?? named.Name()],
        QueryDerivedTable derived => [derived.Alias.Value],
        QualifiedJoin join => [.. Aliases(join.FirstTableReference), .. Aliases(join.SecondTableReference)],
        UnqualifiedJoin join => [.. Aliases(join.FirstTableReference), .. Aliases(join.SecondTableReference)],
        JoinParenthesisTableReference inBrackets => Aliases(inBrackets.Join),
        _ => [],
    };

    private static Statement Narrowed(this Statement statement, IEnumerable<Filter> filters) => filters.Aggregate(statement, (s, f) => s switch
    {
        CountrySql country => country.And(f),
        RegionSql region => region.And(f),
        _ => s,
    });

    private static Statement? Ordered(Statement statement, Order order) => statement switch
    {
        CountrySql country => country.OrderBy(order).Paged(),
        RegionSql region => region.OrderBy(order),
        _ => null,
    };

    private static IReadOnlyList<Found<T>> Only<T>() where T : notnull => [.. Everything.Where(e => e.Value is T).Select(e => new Found<T>(e.Owner, e.Field, (T)e.Value))];

    private static IEnumerable<Found<object>> Of(Type type)
    {
        foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            if (field.IsLiteral || !MayHold(field.FieldType)) continue;
            foreach (var (value, path) in Unfold(field.GetValue(null), field.Name.Split('>')[0].TrimStart('<'))) yield return new Found<object>(type, path, value);
        }
    }

    private static bool MayHold(Type type) => typeof(Statement).IsAssignableFrom(type) || type == typeof(Filter) || type == typeof(SortBy) || type == typeof(Order)
        || (type != typeof(string) && (typeof(IEnumerable).IsAssignableFrom(type) || typeof(ITuple).IsAssignableFrom(type))
            && new[] { type }.Concat(type.GetGenericArguments()).Concat(type.HasElementType ? [type.GetElementType()!] : []).Any(t =>
                t.ToString().Contains("Monitoring.Data", StringComparison.Ordinal)));

    private static IEnumerable<(object Value, string Path)> Unfold(object? value, string path)
    {
        switch (value)
        {
            case Statement or Filter or SortBy or Order:
                yield return (value, path);
                break;
            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                    foreach (var inner in Unfold(tuple[i], path)) yield return inner;
                break;
            case IEnumerable many and not string:
                var n = 0;
                foreach (var item in many)
                {
                    var entry = item?.GetType() is { IsGenericType: true } t && t.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
                        ? (t.GetProperty("Key")!.GetValue(item), t.GetProperty("Value")!.GetValue(item))
                        : (n++, item);
                    foreach (var inner in Unfold(entry.Item2, $"{path}[{entry.Item1}]")) yield return inner;
                }
                break;
        }
    }
}
