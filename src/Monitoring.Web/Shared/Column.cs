using Microsoft.AspNetCore.Components;

namespace Monitoring.Web.Shared;

public enum ColumnKind { Text, Number, Tight }

/// <summary>One column of a <see cref="DataTable{T}"/>. It draws nothing itself; the table asks it for its cells.</summary>
public sealed class Column<T> : ComponentBase, IDisposable
{
    [CascadingParameter] private DataTable<T> Table { get; set; } = default!;

    [Parameter, EditorRequired] public string Title { get; set; } = "";
    [Parameter, EditorRequired] public RenderFragment<T> ChildContent { get; set; } = default!;

    /// <summary>The key of the sort whitelist; a column without one cannot be sorted.</summary>
    [Parameter] public string? SortKey { get; set; }

    /// <summary>The cell that names the row, and carries its link.</summary>
    [Parameter] public bool IsRowHeader { get; set; }

    [Parameter] public ColumnKind Kind { get; set; }

    internal string? CssClass => Kind == ColumnKind.Text ? null : Kind.ToString().ToLowerInvariant();

    protected override void OnInitialized() => Table.Add(this);

    public void Dispose() => Table.Remove(this);
}
