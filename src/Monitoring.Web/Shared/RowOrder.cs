using Monitoring.Data;

namespace Monitoring.Web.Shared;

/// <summary>The place of a row among those it stands with.</summary>
public sealed record PlaceDraft : Draft
{
    public int Position { get; init; }
}

/// <summary>Rows that stand in an order which people choose.</summary>
/// <param name="One">Selects a row by <c>@Id</c>.</param>
/// <param name="Place">Sets its <c>Position</c> by <c>@Id</c> and <c>@Version</c>.</param>
/// <param name="Subject">The table.</param>
/// <param name="Label">What a person calls a row.</param>
/// <param name="Position">Its place.</param>
/// <param name="Group">Rows move among those of the same group; null: there is one.</param>
public sealed record RowOrder<T>(CountrySql One, CountrySql Place, string Subject, Func<T, string> Label, Func<T, int> Position, Func<T, object?>? Group = null)
    where T : Row
{
    /// <summary>Puts one row one place up or down: it changes places with the next of its group, so that the groups stay in their order.</summary>
    /// <param name="db">The edit; this ends it.</param>
    /// <param name="rows">All of them, in order.</param>
    /// <param name="row">The row as the person saw it.</param>
    /// <param name="up">Otherwise down.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<Saved<T>> MoveAsync(CountryEdit db, IReadOnlyList<T> rows, Row row, bool up, CancellationToken ct)
    {
        var order = rows.ToList();
        var from = order.FindIndex(r => r.Id == row.Id);
        if (from < 0) return Saved.NotFound;
        var step = up ? -1 : 1;
        var to = from + step;
        while (to >= 0 && to < order.Count && !Equals(Group?.Invoke(order[to]), Group?.Invoke(order[from]))) to += step;
        if (to < 0 || to >= order.Count) return Saved.Done(order[from]);
        (order[from], order[to]) = (order[to], order[from]);
        // All are numbered anew: rows loaded with equal places would not move apart otherwise. The number of what was moved changes in any case,
        // as it is the change that is saved.
        var first = Position(order[to]) == to + 1 ? 2 : 1;
        for (var i = 0; i < order.Count; i++)
            if (i != to && Position(order[i]) != i + first)
                await db.StageAsync(Place, new PlaceDraft { Id = order[i].Id, Version = order[i].Version, Position = i + first }, ct);
        return await db.SaveAsync(One, Place, new PlaceDraft { Id = row.Id, Version = row.Version, Position = to + first }, Subject, Label, ct: ct);
    }
}
