using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

internal enum TableKind
{
    Unknown,
    Country,
    Regional,
    Platform,
    /// <summary>A view with a column Country over country-owned tables.</summary>
    CountryView,
    /// <summary>Any other view.</summary>
    View,
}

/// <summary>Which table is whose: the schema's tables, the views' columns, and the written lists of <c>sql/README.md</c>.</summary>
internal sealed partial class Tables
{
    private readonly Dictionary<string, TableKind> _kinds = new(StringComparer.OrdinalIgnoreCase);

    public Tables(IEnumerable<SchemaTable> schema, IEnumerable<(string Name, string Text)> views, string readme)
    {
        Regional = List(readme, "Regional");
        Platform = List(readme, "Platform");
        Kernel = List(readme, "Kernel");
        Schema = schema.ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var table in Schema.Keys)
            _kinds[table] = Regional.Contains(table) ? TableKind.Regional : Platform.Contains(table) ? TableKind.Platform : TableKind.Country;
        foreach (var (name, text) in views)
        {
            Views[name] = text;
            var body = Tsql.Statements(text).OfType<CreateViewStatement>().Single();
            var owned = body.All<NamedTableReference>().Any(t => Kind(t.SchemaObject.BaseIdentifier.Value) is TableKind.Country or TableKind.CountryView);
            _kinds[name] = owned ? TableKind.CountryView : TableKind.View;
        }
    }

    public static Tables Real { get; } = new(SchemaRules.Tables, Migrator.Files("views", Dialect.SqlServer).Select(f => (NameOfView(f.Name), f.Text)),
        File.ReadAllText(House.Path("sql/README.md")));

    public IReadOnlyDictionary<string, SchemaTable> Schema { get; }

    public Dictionary<string, string> Views { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlySet<string> Regional { get; }

    public IReadOnlySet<string> Platform { get; }

    public IReadOnlySet<string> Kernel { get; }

    public TableKind Kind(string name) => _kinds.GetValueOrDefault(name);

    public static bool IsFrozen(string name) => name.Equals("Snapshot", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Frozen", StringComparison.OrdinalIgnoreCase);

    /// <summary>The tables and views that a piece of SQL names, without the names that it gives itself with <c>with</c>.</summary>
    public static IReadOnlyList<NamedTableReference> Named(TSqlFragment sql)
    {
        var own = sql.All<CommonTableExpression>().Select(c => c.ExpressionName.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. sql.All<NamedTableReference>().Where(t => !own.Contains(t.Name()))];
    }

    private static string NameOfView(string file) => Path.GetFileNameWithoutExtension(file)[(file.IndexOf('_', StringComparison.Ordinal) + 1)..];

    // "**Regional** (…):" and then names in backticks until the paragraph ends; a name with … is a pattern and no table.
    private static HashSet<string> List(string readme, string title)
    {
        var start = readme.IndexOf($"**{title}**", StringComparison.Ordinal);
        if (start < 0) throw new InvalidOperationException($"sql/README.md has no list of {title} tables.");
        var end = readme.IndexOf("\n\n", start, StringComparison.Ordinal);
        return InBackticks().Matches(readme[start..(end < 0 ? readme.Length : end)]).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex InBackticks();
}
