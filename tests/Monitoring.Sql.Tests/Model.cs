using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Monitoring.Tests.Stage;
using Monitoring.Tests.Walls;

namespace Monitoring.Sql.Tests;

/// <summary>
/// SQL Server's own model of the schema: knows every table, column and view, and says what does not resolve. Statements join it as
/// procedures.
/// </summary>
internal sealed class Model : IDisposable
{
    private readonly TSqlModel _model = new(SqlServerVersion.Sql160, new TSqlModelOptions { Collation = "Modern_Spanish_CI_AS" });

    /// <summary>Schema and views as they come to be on SQL Server.</summary>
    public static Model OfHouse()
    {
        var model = new Model();
        var scripts = new[] { "schema", "views" }.SelectMany(f => Migrator.Files(f, Dialect.SqlServer)).Select(f => f.Text);
        foreach (var (statement, i) in Fold(scripts).Select((s, i) => (s, i))) model.Add(statement, $"house {i}");
        return model;
    }

    /// <summary>What additive scripts come to: the model knows no alter table, so an added column joins the table that it is added to.</summary>
    public static IEnumerable<string> Fold(IEnumerable<string> scripts)
    {
        var folded = new List<(string? Table, string Text)>();
        foreach (var statement in scripts.SelectMany(Tsql.Statements))
        {
            if (statement is AlterTableAddTableElementStatement add)
            {
                var at = folded.FindIndex(f => f.Table == add.SchemaObjectName.BaseIdentifier.Value);
                var (table, text) = at < 0 ? throw new InvalidOperationException($"There is no {add.SchemaObjectName.BaseIdentifier.Value} to add to.") : folded[at];
                folded[at] = (table, text[..text.LastIndexOf(')')] + ", " + add.Definition.Text() + ")");
            }
            else
            {
                folded.Add(((statement as CreateTableStatement)?.SchemaObjectName.BaseIdentifier.Value, statement.Text().Trim().TrimEnd(';')));
            }
        }
        return folded.Select(f => f.Text);
    }

    public void Add(string sql, string source) => _model.AddOrUpdateObjects(sql, source, new TSqlObjectOptions { QuotedIdentifier = true, AnsiNulls = true });

    /// <summary>A statement as the body of a procedure, each of its parameters declared with the type of the column of that name.</summary>
    public void AddStatement(string name, string sql)
    {
        var parameters = Tsql.Statements(sql).SelectMany(s => s.All<VariableReference>()).Select(v => v.Name).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(p => $"{p} {TypeOf(p[1..])}").ToList();
        // An identifier of SQL Server ends at 128 letters; the number before it keeps it apart.
        var identifier = name.Replace("]", "", StringComparison.Ordinal);
        Add($"create procedure [{(identifier.Length <= 128 ? identifier : identifier[..128])}] {string.Join(", ", parameters)} as\nbegin\n{sql.TrimEnd().TrimEnd(';')};\nend", name);
    }

    /// <summary>Errors, and the warnings that a name resolves to nothing or to two things.</summary>
    public IReadOnlyList<string> Problems() => [.. _model.Validate()
        .Where(m => m.MessageType is Microsoft.SqlServer.Dac.DacMessageType.Error || m.Number is 71501 or 71502)
        .Select(m => $"{m.Prefix}{m.Number} {m.Message}")];

    public void Dispose() => _model.Dispose();

    private static string TypeOf(string parameter) => parameter switch
    {
        "Skip" or "Take" => "int",
        "Now" => "datetime2(3)",
        "Today" => "date",
        _ => SchemaRules.Tables.SelectMany(t => t.Columns).FirstOrDefault(c => c.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase)) is { } column
            ? Declared(column)
            : "nvarchar(4000)",
    };

    private static string Declared(SchemaColumn column) => column switch
    {
        { Type: "longtext" } => "nvarchar(max)",
        { Length: { } length, Scale: { } scale } => $"{column.Type}({length}, {scale})",
        { Length: { } length } => $"{column.Type}({length})",
        _ => column.Type,
    };
}
