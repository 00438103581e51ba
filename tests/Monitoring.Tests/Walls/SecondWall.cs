using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>What <c>sql/sqlserver</c> grants and limits, read with Microsoft's grammar.</summary>
internal sealed class SecondWall
{
    public const string Role = "monitoring_program";

    private static readonly SecurityPredicateOperation[] Blocks =
        [SecurityPredicateOperation.AfterInsert, SecurityPredicateOperation.AfterUpdate, SecurityPredicateOperation.BeforeUpdate, SecurityPredicateOperation.BeforeDelete];

    private readonly List<TSqlStatement> _statements;

    public SecondWall(string text) => _statements = [.. Tsql.Statements(text)];

    public static string Text => string.Join("\ngo\n", Migrator.Files("sqlserver", Dialect.SqlServer).Select(f => f.Text));

    /// <summary>Country-owned tables that a connection could read or write without having been told whose.</summary>
    public IEnumerable<string> Holes(Tables tables)
    {
        var policies = _statements.OfType<CreateSecurityPolicyStatement>().ToList();
        if (policies.Count != 1) yield return $"{policies.Count} policies";
        if (!policies.TrueForAll(IsOn)) yield return "the policy is not on";
        var actions = policies.SelectMany(p => p.SecurityPredicateActions).ToList();
        foreach (var table in tables.Schema.Keys.Where(t => tables.Kind(t) is TableKind.Country))
        {
            var own = actions.Where(a => a.TargetObjectName.BaseIdentifier.Value == table).ToList();
            var rows = Tables.IsFrozen(table) ? "FrozenRows" : "LivingRows";
            if (!own.Exists(a => a.SecurityPredicateType is SecurityPredicateType.Filter && IsCall(a, rows))) yield return $"{table} has no filter by {rows}";
            foreach (var block in Blocks)
                if (!own.Exists(a => a.SecurityPredicateType is SecurityPredicateType.Block && a.SecurityPredicateOperation == block && IsCall(a, "OwnRows")))
                    yield return $"{table} has no block {block}";
        }
        foreach (var function in _statements.OfType<CreateFunctionStatement>())
            if (function.All<BooleanIsNullExpression>().Count > 0 || function.All<CoalesceExpression>().Count > 0 || function.All<FunctionCall>().Any(f => !f.FunctionName.Value.Equals("session_context", StringComparison.OrdinalIgnoreCase)))
                yield return $"{function.Name.BaseIdentifier.Value} could open where no context is set";
    }

    private static bool IsOn(CreateSecurityPolicyStatement policy) => policy.SecurityPolicyOptions.Any(o =>
        o is { OptionKind: SecurityPolicyOptionKind.State, OptionState: OptionState.On });

    private static bool IsCall(SecurityPredicateAction action, string function) =>
        action.FunctionCall.FunctionName.Value == function
        && action.FunctionCall.Parameters is [ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [{ Value: "Country" }] }];

    /// <summary>Verb and table of every grant to the program's role.</summary>
    public IReadOnlySet<string> Grants() => _statements.OfType<GrantStatement>()
        .SelectMany(g => g.Permissions.Select(p => $"{p.Identifiers[0].Value} {g.SecurityTargetObject.ObjectName.MultiPartIdentifier.Identifiers[^1].Value}"))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The grants as the file words them, a line a table.</summary>
    public static string Granting(IEnumerable<string> needs) => string.Join('\n', needs.Select(n => n.Split(' ')).GroupBy(n => n[1], n => n[0], StringComparer.OrdinalIgnoreCase)
        .OrderBy(t => t.Key, StringComparer.OrdinalIgnoreCase).Select(t => $"grant {string.Join(", ", t.Order())} on dbo.{t.Key} to {Role};"));

    /// <summary>Verb and table of everything that a statement of the program does.</summary>
    public static IReadOnlySet<string> Needs(IEnumerable<string> statements) => statements.SelectMany(Tsql.Statements).SelectMany(NeedsOf)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> NeedsOf(TSqlStatement statement)
    {
        var target = statement switch
        {
            InsertStatement insert => insert.InsertSpecification.Target,
            UpdateStatement update => update.UpdateSpecification.Target,
            DeleteStatement delete => delete.DeleteSpecification.Target,
            _ => null,
        };
        foreach (var table in Tables.Named(statement).Where(t => t != target)) yield return $"select {table.Name()}";
        if (target is not NamedTableReference written) yield break;
        yield return $"{statement.GetType().Name.Replace("Statement", "", StringComparison.Ordinal).ToLowerInvariant()} {written.Name()}";
        // A condition or an expression over the row's own columns reads it.
        if (statement is not InsertStatement) yield return $"select {written.Name()}";
    }
}
