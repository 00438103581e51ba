using System.Diagnostics.CodeAnalysis;

namespace Monitoring.Data;

/// <summary>The tables of one country, to read. Binds <c>@Country</c>, <c>@Today</c> and <c>@Now</c> itself.</summary>
public class CountryDb : IAsyncDisposable
{
    internal CountryDb(Session session, CountryCode country)
    {
        Session = session;
        Country = country;
        session.Bound["Country"] = country;
    }

    /// <summary>Whose tables these are.</summary>
    public CountryCode Country { get; }

    /// <summary>Who opened this door; null for a job.</summary>
    public Guid? PersonId => (Guid?)Session.Bound["PersonId"];

    internal Session Session { get; }

    /// <summary>All rows of a statement; an alias is a property.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(CountrySql sql, object? args = null, CancellationToken ct = default) => Session.ListAsync<T>(sql, args, ct);

    /// <summary>The one row, or null.</summary>
    public Task<T?> OneAsync<T>(CountrySql sql, object? args = null, CancellationToken ct = default) => Session.OneAsync<T>(sql, args, ct);

    /// <summary>A window of a list in an order.</summary>
    public async Task<Page<T>> PageAsync<T>(CountrySql sql, object? args, Order order, Window window, CancellationToken ct = default)
    {
        Session.Bound["Skip"] = window.Skip;
        Session.Bound["Take"] = window.Take + 1;
        var rows = await Session.ListAsync<T>(sql.OrderBy(order).Paged(), args, ct);
        return new Page<T>(rows.Take(window.Take).ToList(), rows.Count > window.Take);
    }

    /// <summary>
    /// A window of a list whose rows are dear to say: its keys are put in order first, and no other row than theirs is said.
    /// <paramref name="sql"/> ends in its where clause; <paramref name="column"/> is its column of <paramref name="keys"/>.
    /// </summary>
    public async Task<Page<T>> PageAsync<T>(CountrySql sql, [ConstantExpected] string column, CountrySql keys, object? args, Order order, Window window,
        CancellationToken ct = default)
    {
        Session.Bound["Skip"] = window.Skip;
        Session.Bound["Take"] = window.Take + 1;
        var rows = await Session.ListAsync<T>(sql.Among(column, keys.OrderBy(order).Paged()).OrderBy(order), args, ct);
        return new Page<T>(rows.Take(window.Take).ToList(), rows.Count > window.Take);
    }

    /// <summary>What hangs on the rows of such a window, in no order.</summary>
    public Task<IReadOnlyList<T>> OfPageAsync<T>(CountrySql sql, [ConstantExpected] string column, CountrySql keys, object? args, Order order, Window window,
        CancellationToken ct = default)
    {
        Session.Bound["Skip"] = window.Skip;
        Session.Bound["Take"] = window.Take + 1;
        return Session.ListAsync<T>(sql.Among(column, keys.OrderBy(order).Paged()), args, ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
