using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>From a text of SQL to what SQL Server's grammar or the portable subset does not allow.</summary>
internal static class PortableSql
{
    // Each with the fewest and the most arguments that both engines take.
    private static readonly Dictionary<string, (int Least, int Most)> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["concat"] = (2, 254),
        ["substring"] = (3, 3),
        ["replace"] = (3, 3),
        ["trim"] = (1, 1),
        ["round"] = (2, 2),
        ["abs"] = (1, 1),
        ["count"] = (1, 1),
        ["min"] = (1, 1),
        ["max"] = (1, 1),
        ["sum"] = (1, 1),
        ["row_number"] = (0, 0),
        ["lag"] = (1, 3),
        ["lead"] = (1, 3),
    };

    private static readonly string[] Aggregates = ["count", "min", "max", "sum"];

    private static readonly HashSet<string> Casts = new(StringComparer.OrdinalIgnoreCase) { "decimal", "bigint", "int", "bit", "nvarchar", "char" };

    public static IReadOnlyList<string> Violations(string sql, IReadOnlyList<SchemaTable> schema, bool isPair = false, bool isPaged = false)
    {
        var (script, errors) = Tsql.Parse(sql);
        if (errors.Count > 0) return [.. errors];
        var statements = script!.Batches.SelectMany(b => b.Statements).ToList();
        return
        [
            .. statements.SelectMany(s => Kind(s, isPair)),
            .. statements.SelectMany(s => s.All<TSqlFragment>()).SelectMany(f => Part(f, isPaged)),
            .. statements.SelectMany(s => s.All<FunctionCall>()).Where(f => IsSum(f) && !IsWide(f.Parameters[0].Bare(), schema)).Select(f => $"{f.Text()} may overflow an int: cast what is summed"),
            .. statements.SelectMany(s => s.All<ColumnDefinition>()).SelectMany(Column),
            .. statements.SelectMany(s => s.All<QuerySpecification>()).SelectMany(Ungrouped),
            .. statements.SelectMany(s => s.All<InsertSpecification>()).SelectMany(Miscounted),
        ];
    }

    private static IEnumerable<string> Kind(TSqlStatement statement, bool isPair) => statement switch
    {
        SelectStatement or InsertStatement or UpdateStatement or DeleteStatement or CreateTableStatement or CreateViewStatement => [],
        CreateIndexStatement { FilterPredicate: null, IncludeColumns.Count: 0 } => [],
        CreateTypeUddtStatement when isPair => [],
        AlterTableAddTableElementStatement { Definition: { ColumnDefinitions.Count: <= 1 } } => [],
        _ => [$"{statement.GetType().Name} is not portable"],
    };

    private static IEnumerable<string> Part(TSqlFragment part, bool isPaged)
    {
        string? problem = part switch
        {
            TopRowFilter => "top",
            OutputClause or OutputIntoClause => "output",
            OffsetClause when !isPaged => "offset: a door pages",
            UnqualifiedJoin { UnqualifiedJoinType: not UnqualifiedJoinType.CrossJoin } => "apply",
            QualifiedJoin { QualifiedJoinType: QualifiedJoinType.FullOuter } => "full join",
            UpdateSpecification { FromClause: not null } => "update … from",
            DeleteSpecification { FromClause: not null } => "delete … from … from",
            SchemaObjectName { Count: > 1 } name when name.SchemaIdentifier is not null => $"a schema name before {name.BaseIdentifier.Value}",
            StringLiteral { IsNational: true } => "N'…'",
            GlobalVariableExpression => "a global variable",
            ParameterlessCall => "the clock comes in from outside",
            TryCastCall or TryConvertCall or ConvertCall or ParseCall or TryParseCall => "only cast is portable",
            PrimaryExpression { Collation: not null } => "collate",
            TableHint => "a table hint",
            OptimizerHint => "a query hint",
            IdentityOptions => "identity",
            IndexDefinition => "an index inside a table",
            ForeignKeyConstraintDefinition { DeleteAction: not DeleteUpdateAction.NotSpecified } => "on delete",
            ForeignKeyConstraintDefinition { UpdateAction: not DeleteUpdateAction.NotSpecified } => "on update",
            ColumnDefinition { ComputedColumnExpression: not null } => "a computed column",
            LikePredicate like when !IsSearchText(like.FirstExpression) => "like on anything but a folded SearchText",
            BinaryExpression { BinaryExpressionType: BinaryExpressionType.Divide } division when !IsSafe(division.SecondExpression.Bare()) => "/ without nullif",
            BinaryExpression { BinaryExpressionType: not (BinaryExpressionType.Add or BinaryExpressionType.Subtract or BinaryExpressionType.Multiply or BinaryExpressionType.Divide) } => "an operator",
            BinaryExpression { BinaryExpressionType: BinaryExpressionType.Add } sum when sum.FirstExpression.Bare() is StringLiteral || sum.SecondExpression.Bare() is StringLiteral => "texts are joined with concat",
            FunctionCall { CallTarget: not null } => "a method of a type",
            FunctionCall call when !Functions.TryGetValue(call.FunctionName.Value, out var arity) || call.Parameters.Count < arity.Least || call.Parameters.Count > arity.Most =>
                $"the function {call.FunctionName.Value} with {call.Parameters.Count} arguments",
            CoalesceExpression { Expressions.Count: < 2 } => "coalesce of one",
            CastCall cast when !Casts.Contains(cast.DataType.Name.BaseIdentifier.Value) || IsMax(cast.DataType) => $"cast as {cast.DataType.Text()}",
            LeftFunctionCall or RightFunctionCall or AtTimeZoneCall or NextValueForExpression => "a function of one engine",
            FromClause or WithinGroupClause => null,
            ForClause => "for",
            _ => null,
        };
        if (problem is not null) yield return $"{problem} in: {part.Text().Split('\n')[0]}";
    }

    private static IEnumerable<string> Column(ColumnDefinition column)
    {
        var type = column.DataType?.Name.BaseIdentifier.Value.ToLowerInvariant();
        var sizes = column.DataType is ParameterizedDataTypeReference sized ? sized.Parameters.Select(p => p.Value).ToList() : [];
        var known = type switch
        {
            "uniqueidentifier" or "int" or "bigint" or "bit" or "date" or "longtext" => sizes.Count == 0,
            "char" => sizes.Count == 1,
            "nvarchar" => sizes.Count == 1 && int.TryParse(sizes[0], out var length) && length <= 4000,
            "datetime2" => sizes is ["3"],
            "decimal" => sizes.Count == 2,
            _ => false,
        };
        if (!known) yield return $"the type of {column.Text().Split('\n')[0]}";
    }

    // SQLite takes any row's value for a column that is neither grouped nor aggregated; SQL Server refuses.
    private static IEnumerable<string> Ungrouped(QuerySpecification query)
    {
        var shown = query.SelectElements.Cast<TSqlFragment>().Concat(new TSqlFragment?[] { query.HavingClause }.OfType<TSqlFragment>()).ToList();
        var aggregates = shown.SelectMany(s => s.Outermost<FunctionCall>()).Where(f => f.OverClause is null && Aggregates.Contains(f.FunctionName.Value.ToLowerInvariant())).ToList();
        var own = aggregates.Where(a => !shown.SelectMany(s => s.All<ScalarSubquery>()).Any(q => Within(a, q))).ToList();
        if (query.GroupByClause is null && own.Count == 0) yield break;
        var grouped = query.GroupByClause?.GroupingSpecifications.OfType<ExpressionGroupingSpecification>().Select(g => Plain(g.Expression)).ToHashSet() ?? [];
        foreach (var part in shown)
        {
            var covered = part.All<ScalarExpression>().Where(e => grouped.Contains(Plain(e))).Concat<TSqlFragment>(part.All<ScalarSubquery>())
                .Concat(part.All<FunctionCall>().Where(f => Aggregates.Contains(f.FunctionName.Value.ToLowerInvariant()))).ToList();
            foreach (var column in part.All<ColumnReferenceExpression>().Where(c => c.ColumnType is not ColumnType.Wildcard && !covered.Exists(f => Within(c, f))))
                yield return $"{column.Text()} is neither grouped nor aggregated";
        }
    }

    private static bool Within(TSqlFragment inner, TSqlFragment outer) => outer.FirstTokenIndex <= inner.FirstTokenIndex && inner.LastTokenIndex <= outer.LastTokenIndex;

    private static string Plain(TSqlFragment part) => string.Concat(part.Text().Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    private static IEnumerable<string> Miscounted(InsertSpecification insert)
    {
        var values = insert.InsertSource switch
        {
            ValuesInsertSource rows => rows.RowValues.Select(r => r.ColumnValues.Count),
            SelectInsertSource { Select: var select } => select.All<QuerySpecification>().Take(1).Select(q => q.SelectElements.Count),
            _ => [],
        };
        return values.Where(n => insert.Columns.Count > 0 && n != insert.Columns.Count).Select(n => $"{insert.Columns.Count} columns are given {n} values");
    }

    private static bool IsMax(DataTypeReference type) => type is ParameterizedDataTypeReference sized && sized.Parameters.Any(p => p is MaxLiteral);

    private static bool IsSearchText(ScalarExpression left) => left.Bare() is ColumnReferenceExpression column && column.MultiPartIdentifier.Identifiers[^1].Value == "SearchText";

    private static bool IsSafe(ScalarExpression divisor) => divisor switch
    {
        NullIfExpression => true,
        IntegerLiteral or NumericLiteral => ((Literal)divisor).Value.Any(c => c is >= '1' and <= '9'),
        _ => false,
    };

    private static bool IsSum(FunctionCall call) => call.FunctionName.Value.Equals("sum", StringComparison.OrdinalIgnoreCase);

    private static bool IsWide(ScalarExpression summed, IReadOnlyList<SchemaTable> schema) => summed switch
    {
        CastCall cast => cast.DataType.Name.BaseIdentifier.Value.ToLowerInvariant() is "bigint" or "decimal",
        ColumnReferenceExpression { MultiPartIdentifier: { } name } => schema.SelectMany(t => t.Columns).Where(c => c.Name == name.Identifiers[^1].Value).ToList() is { Count: > 0 } all
            && all.TrueForAll(c => c.Type is "bigint" or "decimal"),
        _ => false,
    };
}
