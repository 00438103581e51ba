using System.Diagnostics.CodeAnalysis;

namespace Monitoring.Data;

/// <summary>
/// The whitelist of a list's orders: a key from the address to a constant SQL expression.
/// <c>SortBy.Of("code", "i.Code").Or("title", "i.Title")</c>; the first is the default.
/// </summary>
public sealed class SortBy
{
    private readonly List<(string Key, string Column)> _columns = [];

    private SortBy() { }

    /// <summary>The default order.</summary>
    public static SortBy Of([ConstantExpected] string key, [ConstantExpected] string column) => new SortBy().Or(key, column);

    /// <summary>Another order. Only for initialisers.</summary>
    public SortBy Or([ConstantExpected] string key, [ConstantExpected] string column)
    {
        _columns.Add((key, column));
        return this;
    }

    /// <summary>All keys, in the order in which they were given.</summary>
    public IEnumerable<string> Keys => _columns.Select(c => c.Key);

    /// <summary>Every order there is, both ways, for the walls.</summary>
    internal IEnumerable<Order> All => _columns.SelectMany(c => new[] { Make(c, false), Make(c, true) });

    /// <summary>The order that the address asks for: <c>title</c>, <c>-title</c> for descending, null or empty for the default.</summary>
    /// <exception cref="UnknownChoiceException">A key that is not on the list: refused, not guessed.</exception>
    public Order Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return Make(_columns[0], false);
        var descending = text[0] == '-';
        var key = descending ? text[1..] : text;
        var column = _columns.Find(c => c.Key == key);
        return column.Key is null ? throw new UnknownChoiceException("sort", text) : Make(column, descending);
    }

    // The default column as a tie-break keeps the rows of equal keys on one page each.
    private Order Make((string Key, string Column) column, bool descending)
    {
        var text = column.Column + (descending ? " desc" : "");
        return new Order(column == _columns[0] ? text : $"{text}, {_columns[0].Column}");
    }
}

/// <summary>One order of a <see cref="SortBy"/>; made nowhere else.</summary>
public readonly record struct Order
{
    internal Order(string text) => Text = text;

    internal string Text { get; }
}

/// <summary>A page of a list: <paramref name="Skip"/> rows passed over, then at most <paramref name="Take"/> (1–50 on screens).</summary>
public readonly record struct Window(int Skip, int Take);

/// <summary>The rows of a window and whether more follow (one row more is read instead of a count).</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, bool HasMore);

/// <summary>A sort key, filter or code in an address that this program does not offer.</summary>
public sealed class UnknownChoiceException(string what, string given) : Exception($"Unknown {what}: '{given}'.");
