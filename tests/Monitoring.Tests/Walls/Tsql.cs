using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>Microsoft's own grammar of SQL Server 2022.</summary>
internal static class Tsql
{
    public static (TSqlScript? Script, IReadOnlyList<string> Errors) Parse(string sql)
    {
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return (script as TSqlScript, [.. errors.Select(e => $"line {e.Line}: {e.Message}")]);
    }

    public static IEnumerable<TSqlStatement> Statements(string sql)
    {
        var (script, errors) = Parse(sql);
        return errors.Count == 0 ? script!.Batches.SelectMany(b => b.Statements) : throw new InvalidOperationException($"{errors[0]} in\n{sql}");
    }

    /// <summary>All parts of a kind, at any depth.</summary>
    public static IReadOnlyList<T> All<T>(this TSqlFragment fragment) where T : TSqlFragment
    {
        var visitor = new Collector<T>(descend: true);
        fragment.Accept(visitor);
        return visitor.Found;
    }

    /// <summary>The parts of a kind that are in no other part of that kind.</summary>
    public static IReadOnlyList<T> Outermost<T>(this TSqlFragment fragment) where T : TSqlFragment
    {
        var visitor = new Collector<T>(descend: false);
        fragment.Accept(visitor);
        return visitor.Found;
    }

    /// <summary>The text of a part.</summary>
    public static string Text(this TSqlFragment fragment) => string.Concat(
        Enumerable.Range(fragment.FirstTokenIndex, fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(i => fragment.ScriptTokenStream[i].Text));

    /// <summary>The conditions that all must hold.</summary>
    public static IEnumerable<BooleanExpression> Conjunction(this BooleanExpression? condition) => condition switch
    {
        null => [],
        BooleanParenthesisExpression inBrackets => inBrackets.Expression.Conjunction(),
        BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both => both.FirstExpression.Conjunction().Concat(both.SecondExpression.Conjunction()),
        _ => [condition],
    };

    /// <summary>The name of a table or view, without schema.</summary>
    public static string Name(this NamedTableReference table) => table.SchemaObject.BaseIdentifier.Value;

    public static ScalarExpression Bare(this ScalarExpression expression) =>
        expression is ParenthesisExpression inBrackets ? inBrackets.Expression.Bare() : expression;

    private sealed class Collector<T>(bool descend) : TSqlFragmentVisitor where T : TSqlFragment
    {
        private int _end = -1;

        public List<T> Found { get; } = [];

        // Parts are met from the outside in, so the text of the last outermost one holds all that follow within it.
        public override void Visit(TSqlFragment fragment)
        {
            if (fragment is not T part || (!descend && fragment.FirstTokenIndex <= _end)) return;
            Found.Add(part);
            _end = Math.Max(_end, fragment.LastTokenIndex);
        }
    }
}
