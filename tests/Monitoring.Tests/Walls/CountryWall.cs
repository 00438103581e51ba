using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>
/// Proves of a statement that each country-owned table in each select, join, subquery, update, delete and insert is tied to
/// <c>@Country</c>: by a condition that always holds, directly or through the country of another table that is tied. What it does not
/// understand it refuses.
/// </summary>
internal sealed class CountryWall
{
    private readonly Tables _tables;
    private readonly List<string> _violations = [];

    private CountryWall(Tables tables) => _tables = tables;

    public static IReadOnlyList<string> Violations(string sql, Tables tables)
    {
        var (script, errors) = Tsql.Parse(sql);
        if (errors.Count > 0) return [$"does not parse: {errors[0]}"];
        var wall = new CountryWall(tables);
        foreach (var statement in script!.Batches.SelectMany(b => b.Statements)) wall.Look(statement);
        return wall._violations;
    }

    private void Look(TSqlStatement statement)
    {
        var scope = new Scope(null);
        if (statement is StatementWithCtesAndXmlNamespaces { WithCtesAndXmlNamespaces: { } with })
            foreach (var cte in with.CommonTableExpressions) Look(cte, scope);
        switch (statement)
        {
            case SelectStatement { Into: null } select:
                Look(select.QueryExpression, scope);
                break;
            case InsertStatement insert:
                Look(insert.InsertSpecification, scope);
                break;
            case UpdateStatement { UpdateSpecification: { FromClause: null } update }:
                Change(update.Target, update.WhereClause, update, scope);
                foreach (var set in update.SetClauses)
                    if (set is not AssignmentSetClause { Column: { } column }) _violations.Add("an update sets something that is no column");
                    else if (Last(column) == "Country") _violations.Add("an update moves a row to another country");
                break;
            case DeleteStatement { DeleteSpecification: { FromClause: null } delete }:
                Change(delete.Target, delete.WhereClause, delete, scope);
                break;
            default:
                _violations.Add($"{statement.GetType().Name} is no statement that can be proven");
                break;
        }
    }

    private void Look(CommonTableExpression cte, Scope scope)
    {
        var name = cte.ExpressionName.Value;
        // One that refers to itself starts from its first branch.
        if (cte.QueryExpression is BinaryQueryExpression { FirstQueryExpression: var first } && cte.QueryExpression.All<NamedTableReference>().Any(t => t.Name() == name))
        {
            scope.Ctes[name] = false;
            scope.Ctes[name] = Look(first, scope, cte.Columns);
        }
        scope.Ctes[name] = Look(cte.QueryExpression, scope, cte.Columns);
    }

    private void Change(TableReference target, WhereClause? where, TSqlFragment all, Scope scope)
    {
        if (target is not NamedTableReference) _violations.Add("an update or delete of something that is no table");
        var sources = Collect(target, scope);
        scope.Ties.AddRange(Ties(where?.SearchCondition, null));
        Settle(scope, sources);
        foreach (var inner in all.Outermost<ScalarSubquery>()) Look(inner.QueryExpression, scope);
    }

    private void Look(InsertSpecification insert, Scope scope)
    {
        var table = (insert.Target as NamedTableReference)?.Name() ?? "?";
        var owned = IsOwned(table);
        var at = insert.Columns.ToList().FindIndex(c => Last(c) == "Country");
        if (owned && at < 0) _violations.Add($"{table} is inserted without its country");
        switch (insert.InsertSource)
        {
            case ValuesInsertSource values:
                foreach (var row in values.RowValues)
                    if (owned && at >= 0 && !IsParameter(row.ColumnValues[at])) _violations.Add($"{table} is inserted with a country that is not @Country");
                foreach (var inner in values.Outermost<ScalarSubquery>()) Look(inner.QueryExpression, scope);
                break;
            case SelectInsertSource select:
                if (!Look(select.Select, scope, index: at) && owned && at >= 0) _violations.Add($"{table} is inserted with a country that is not tied");
                break;
            default:
                _violations.Add($"{table} is inserted from something that cannot be proven");
                break;
        }
    }

    /// <summary>Proves a query; true when its column Country (or the one at <paramref name="index"/>) is a tied country.</summary>
    private bool Look(QueryExpression query, Scope outer, IList<Identifier>? columns = null, int? index = null)
    {
        if (columns is { Count: > 0 }) index = columns.ToList().FindIndex(c => IsCountry(c.Value));
        switch (query)
        {
            case QueryParenthesisExpression inBrackets:
                return Look(inBrackets.QueryExpression, outer, null, index);
            case BinaryQueryExpression both:
                var first = Look(both.FirstQueryExpression, outer, null, index);
                return Look(both.SecondQueryExpression, outer, null, index) && first;
            case QuerySpecification one:
                var scope = new Scope(outer);
                foreach (var from in one.FromClause?.TableReferences ?? []) Collect(from, scope);
                scope.Ties.AddRange(Ties(one.WhereClause?.SearchCondition, null));
                Settle(scope, scope.Sources);
                foreach (var inner in Subqueries(one)) Look(inner.QueryExpression, scope);
                return Exposes(one, scope, index);
            default:
                _violations.Add($"{query.GetType().Name} is no query that can be proven");
                return false;
        }
    }

    // Subqueries in from were looked at when their table was met.
    private static IEnumerable<ScalarSubquery> Subqueries(QuerySpecification query) =>
        new TSqlFragment?[] { query.WhereClause, query.GroupByClause, query.HavingClause, query.OrderByClause, query.OffsetClause }
            .Concat(query.SelectElements).Concat(Conditions(query.FromClause?.TableReferences ?? []))
            .OfType<TSqlFragment>().SelectMany(p => p.Outermost<ScalarSubquery>());

    private static IEnumerable<TSqlFragment> Conditions(IEnumerable<TableReference> tables) => tables.SelectMany(t => t switch
    {
        QualifiedJoin join => Conditions([join.FirstTableReference, join.SecondTableReference]).Append(join.SearchCondition),
        UnqualifiedJoin join => Conditions([join.FirstTableReference, join.SecondTableReference]),
        JoinParenthesisTableReference inBrackets => Conditions([inBrackets.Join]),
        _ => [],
    });

    private bool Exposes(QuerySpecification query, Scope scope, int? index)
    {
        if (index is { } at)
            return at >= 0 && at < query.SelectElements.Count && query.SelectElements[at] is SelectScalarExpression chosen && IsTied(chosen.Expression, scope);
        var named = query.SelectElements.OfType<SelectScalarExpression>()
            .Where(e => IsCountry(e.ColumnName?.Value ?? (e.Expression is ColumnReferenceExpression column ? Last(column) : null))).ToList();
        if (named.Count > 0) return named.TrueForAll(e => IsTied(e.Expression, scope));
        return query.SelectElements.Any(e => e is SelectStarExpression) && scope.Sources.Exists(s => s.HasCountry) && scope.Sources.TrueForAll(s => !s.HasCountry || s.Tied);
    }

    private List<Source> Collect(TableReference table, Scope scope)
    {
        switch (table)
        {
            case NamedTableReference named:
                var name = named.Name();
                var alias = named.Alias?.Value ?? name;
                if (scope.Cte(name) is { } exposes) return scope.Add(new Source(alias, name, "Country") { HasCountry = exposes, Tied = exposes });
                if (_tables.Kind(name) is TableKind.Unknown) _violations.Add($"{name} is no table of the schema");
                if (name.Equals("Country", StringComparison.OrdinalIgnoreCase)) return scope.Add(new Source(alias, name, "Code") { HasCountry = true });
                return scope.Add(new Source(alias, name, "Country") { HasCountry = IsOwned(name), Owned = IsOwned(name) });
            case QueryDerivedTable derived:
                var tied = Look(derived.QueryExpression, new Scope(scope.Outer) { Ctes = scope.Ctes }, derived.Columns);
                return scope.Add(new Source(derived.Alias.Value, derived.Alias.Value, "Country") { HasCountry = tied, Tied = tied });
            case JoinParenthesisTableReference inBrackets:
                return Collect(inBrackets.Join, scope);
            case UnqualifiedJoin { UnqualifiedJoinType: UnqualifiedJoinType.CrossJoin } cross:
                return [.. Collect(cross.FirstTableReference, scope), .. Collect(cross.SecondTableReference, scope)];
            case QualifiedJoin join:
                var left = Collect(join.FirstTableReference, scope);
                var right = Collect(join.SecondTableReference, scope);
                // The condition of an outer join narrows only the side that may be missing.
                List<Source> narrowed = join.QualifiedJoinType switch
                {
                    QualifiedJoinType.Inner => [.. left, .. right],
                    QualifiedJoinType.LeftOuter => right,
                    QualifiedJoinType.RightOuter => left,
                    _ => [],
                };
                scope.Ties.AddRange(Ties(join.SearchCondition, narrowed));
                return [.. left, .. right];
            case SchemaObjectFunctionTableReference or OpenJsonTableReference or GlobalFunctionTableReference:
                return [];
            default:
                _violations.Add($"{table.GetType().Name} is no source that can be proven");
                return [];
        }
    }

    private static IEnumerable<Tie> Ties(BooleanExpression? condition, List<Source>? narrowed) => condition.Conjunction()
        .OfType<BooleanComparisonExpression>().Where(c => c.ComparisonType is BooleanComparisonType.Equals)
        .SelectMany(c => new[] { new Tie(c.FirstExpression.Bare(), c.SecondExpression.Bare(), narrowed), new Tie(c.SecondExpression.Bare(), c.FirstExpression.Bare(), narrowed) });

    private void Settle(Scope scope, List<Source> sources)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var tie in scope.Ties)
            {
                if (tie.Column is not ColumnReferenceExpression column || scope.Find(column) is not { Tied: false } source || !scope.Sources.Contains(source)) continue;
                if (tie.Narrowed?.Contains(source) == false || !IsTied(tie.To, scope)) continue;
                source.Tied = again = true;
            }
        }
        foreach (var source in sources.Where(s => s.Owned && !s.Tied)) _violations.Add($"{source.Name} {source.Alias} is not tied to @Country");
    }

    private static bool IsTied(ScalarExpression expression, Scope scope) => expression.Bare() switch
    {
        VariableReference variable => IsParameter(variable),
        ColumnReferenceExpression column => scope.Find(column)?.Tied == true,
        _ => false,
    };

    private static bool IsParameter(ScalarExpression expression) => expression is VariableReference { Name: "@Country" };

    private bool IsOwned(string name) => _tables.Kind(name) is TableKind.Country or TableKind.CountryView;

    private static bool IsCountry(string? name) => string.Equals(name, "Country", StringComparison.OrdinalIgnoreCase);

    private static string? Last(ColumnReferenceExpression column) => column.MultiPartIdentifier?.Identifiers[^1].Value is { } name && IsCountry(name)
        ? "Country"
        : column.MultiPartIdentifier?.Identifiers[^1].Value;

    private sealed record Tie(ScalarExpression Column, ScalarExpression To, List<Source>? Narrowed);

    private sealed class Source(string alias, string name, string key)
    {
        public string Alias => alias;
        public string Name => name;
        /// <summary>Its column that holds the country.</summary>
        public string Key => key;
        public bool HasCountry { get; init; }
        public bool Owned { get; init; }
        public bool Tied { get; set; }
    }

    private sealed class Scope(Scope? outer)
    {
        public Scope? Outer => outer;
        public List<Source> Sources { get; } = [];
        public List<Tie> Ties { get; } = [];
        public Dictionary<string, bool> Ctes { get; init; } = new(StringComparer.OrdinalIgnoreCase);

        public bool? Cte(string name) => Ctes.TryGetValue(name, out var exposes) ? exposes : outer?.Cte(name);

        public List<Source> Add(Source source)
        {
            Sources.Add(source);
            return [source];
        }

        /// <summary>The source whose country a column is; null when it is none or could be of two.</summary>
        public Source? Find(ColumnReferenceExpression column)
        {
            if (column.MultiPartIdentifier?.Identifiers is not { } parts || parts.Count is 0 or > 2) return null;
            var own = parts.Count == 2
                ? Sources.Where(s => s.Alias.Equals(parts[0].Value, StringComparison.OrdinalIgnoreCase)).ToList()
                : Sources.Where(s => s.HasCountry && s.Key.Equals(parts[0].Value, StringComparison.OrdinalIgnoreCase)).ToList();
            if (own.Count > 1) return null;
            if (own.Count == 0) return outer?.Find(column);
            return own[0].HasCountry && own[0].Key.Equals(parts[^1].Value, StringComparison.OrdinalIgnoreCase) ? own[0] : null;
        }
    }
}
