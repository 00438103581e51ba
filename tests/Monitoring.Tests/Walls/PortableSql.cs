using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>From a text of SQL to what SQL Server's grammar or the portable subset does not allow.</summary>
internal static class PortableSql
{
    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "concat", "substring", "replace", "trim", "round", "abs", "count", "min", "max", "sum", "row_number", "lag", "lead",
    };

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
            FunctionCall call when !Functions.Contains(call.FunctionName.Value) => $"the function {call.FunctionName.Value}",
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
