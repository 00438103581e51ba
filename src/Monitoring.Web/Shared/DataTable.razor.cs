using Microsoft.AspNetCore.Components;

namespace Monitoring.Web.Shared;

/// <summary>
/// One page of rows. Sorting and paging are links that change the address (<c>?sort=-title&amp;page=2</c>), so the table works
/// the same with and without a circuit, with the keyboard, with the back button, and when the address is sent to somebody.
/// The page reads <c>sort</c> and <c>page</c> from its address, refuses what it does not know, and asks for the rows.
/// </summary>
public sealed partial class DataTable<T>
{
    private readonly List<Column<T>> _columns = [];

    /// <summary>What the rows are, for readers who do not see the table.</summary>
    [Parameter, EditorRequired] public string Caption { get; set; } = "";

    /// <summary>The rows of this page; null while they are on their way.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<T>? Rows { get; set; }

    /// <summary><see cref="Column{T}"/> children.</summary>
    [Parameter, EditorRequired] public RenderFragment? Columns { get; set; }

    /// <summary>Whether a page follows (the query asks for one row more than it shows).</summary>
    [Parameter] public bool HasMore { get; set; }

    /// <summary>From 1.</summary>
    [Parameter] public int PageNumber { get; set; } = 1;

    /// <summary>The key sorted by, with a leading minus when it falls: <c>title</c>, <c>-title</c>.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>Where a click on a row leads; the link itself is in the column that is the row's header.</summary>
    [Parameter] public Func<T, string>? RowHref { get; set; }

    [Parameter] public Func<T, object>? RowKey { get; set; }

    /// <summary>What to show when there is no row at all.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    internal void Add(Column<T> column)
    {
        _columns.Add(column);
        StateHasChanged();
    }

    internal void Remove(Column<T> column) => _columns.Remove(column);

    private string? AriaSort(Column<T> column) =>
        column.SortKey is null ? null
        : Sort == column.SortKey ? "ascending"
        : Sort == "-" + column.SortKey ? "descending"
        : null;

    private string Arrow(string key) => Sort == key ? "▲" : Sort == "-" + key ? "▼" : "↕";

    // A new order starts at its first page.
    private string SortLink(string key) => Here(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["sort"] = Sort == key ? "-" + key : key,
        ["page"] = null,
    }));

    private string Here(string address) => "/" + Navigation.ToBaseRelativePath(address);
}
