using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Stage;

/// <summary>A column as the schema declares it.</summary>
public sealed record SchemaColumn(string Name, string Type, int? Length, int? Scale, bool Nullable);

/// <summary>A table as the schema declares it.</summary>
public sealed record SchemaTable(string Name, IReadOnlyList<SchemaColumn> Columns, CreateTableStatement Syntax);

/// <summary>
/// What SQL Server refuses and SQLite would store: texts that are too long, numbers out of range, dates that are none. Derived from the
/// schema and put on every SQLite database of the tests as triggers, so that green there means green elsewhere.
/// </summary>
public static class SchemaRules
{
    private static readonly Lazy<IReadOnlyList<SchemaTable>> Parsed =
        new(() => Read(Migrator.Files("schema", Dialect.SqlServer).SelectMany(f => Migrator.Batches(f.Text))));

    /// <summary>The tables in the order in which the schema makes them: a table after those that it refers to.</summary>
    public static IReadOnlyList<SchemaTable> Tables => Parsed.Value;

    public static IEnumerable<string> AsTriggers() => Tables.SelectMany(t => new[] { Trigger(t, "insert"), Trigger(t, "update") });

    private static string Trigger(SchemaTable table, string on) => $"""
        create trigger rules_{table.Name}_{on} after {on} on {table.Name} begin
            select case
        {string.Join('\n', table.Columns.Where(c => Broken(c) is not null).Select(c =>
            $"        when {Broken(c)} then raise(abort, '{table.Name}.{c.Name} does not fit {c.Type}({c.Length})')"))}
            end;
        end
        """;

    private static string? Broken(SchemaColumn c) => c.Type switch
    {
        "nvarchar" => $"length(new.{c.Name}) > {c.Length} or typeof(new.{c.Name}) not in ('text', 'null')",
        "char" => $"length(new.{c.Name}) > {c.Length} or typeof(new.{c.Name}) not in ('text', 'null')",
        "int" => $"typeof(new.{c.Name}) not in ('integer', 'null') or new.{c.Name} not between -2147483648 and 2147483647",
        "bigint" => $"typeof(new.{c.Name}) not in ('integer', 'null')",
        "bit" => $"new.{c.Name} not in (0, 1)",
        "decimal" => $"typeof(new.{c.Name}) not in ('integer', 'real', 'null') or abs(new.{c.Name}) >= 1e{c.Length - c.Scale}",
        "date" => $"new.{c.Name} not glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' or date(new.{c.Name}) is null and new.{c.Name} is not null",
        "datetime2" => $"length(new.{c.Name}) > 23 or new.{c.Name} not glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]*'",
        "uniqueidentifier" => $"length(new.{c.Name}) <> 36 or hex(new.{c.Name}) <> hex(upper(new.{c.Name}))",
        _ => null,
    };

    /// <summary>The tables that additive scripts come to.</summary>
    internal static IReadOnlyList<SchemaTable> Read(IEnumerable<string> batches)
    {
        var tables = new List<SchemaTable>();
        foreach (var statement in batches.SelectMany(Parse))
        {
            if (statement is CreateTableStatement create)
            {
                tables.Add(new SchemaTable(Name(create.SchemaObjectName), [.. create.Definition.ColumnDefinitions.Select(Column)], create));
            }
            else if (statement is AlterTableAddTableElementStatement add)
            {
                var at = tables.FindIndex(t => t.Name == Name(add.SchemaObjectName));
                tables[at] = tables[at] with { Columns = [.. tables[at].Columns, .. add.Definition.ColumnDefinitions.Select(Column)] };
            }
        }
        return tables;
    }

    private static IEnumerable<TSqlStatement> Parse(string batch)
    {
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(batch), out var errors);
        if (errors.Count > 0) throw new InvalidOperationException($"The schema does not parse: {errors[0].Message} at line {errors[0].Line}.");
        return ((TSqlScript)script).Batches.SelectMany(b => b.Statements);
    }

    private static SchemaColumn Column(ColumnDefinition column)
    {
        var sizes = column.DataType is ParameterizedDataTypeReference sized
            ? sized.Parameters.Select(p => int.Parse(p.Value, CultureInfo.InvariantCulture)).ToList()
            : [];
        return new SchemaColumn(column.ColumnIdentifier.Value, Name(column.DataType.Name).ToLowerInvariant(), sizes.Count > 0 ? sizes[0] : null,
            sizes.Count > 1 ? sizes[1] : null, !column.Constraints.OfType<NullableConstraintDefinition>().Any(n => !n.Nullable));
    }

    private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;
}
