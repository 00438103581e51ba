namespace Monitoring.Data;

/// <summary>The regional catalogues, to read.</summary>
public class CatalogueDb : IAsyncDisposable
{
    internal CatalogueDb(Session session) => Session = session;

    internal Session Session { get; }

    /// <summary>All rows of a statement.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(CatalogueSql sql, object? args = null, CancellationToken ct = default) => Session.ListAsync<T>(sql, args, ct);

    /// <summary>The one row, or null.</summary>
    public Task<T?> OneAsync<T>(CatalogueSql sql, object? args = null, CancellationToken ct = default) => Session.OneAsync<T>(sql, args, ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>One edit of the catalogues; leaving without <see cref="CommitAsync"/> rolls back.</summary>
public sealed class CatalogueEdit : CatalogueDb
{
    internal CatalogueEdit(Session session) : base(session) { }

    /// <summary>One statement; returns the rows affected.</summary>
    public Task<int> WriteAsync(CatalogueSql sql, object? args = null, CancellationToken ct = default) => Session.WriteAsync(sql, args, ct);

    /// <summary>Commits.</summary>
    public Task CommitAsync(CancellationToken ct = default) => Session.CommitAsync(ct);
}

/// <summary><c>region_*</c> views and catalogues; reads only.</summary>
public sealed class RegionDb : IAsyncDisposable
{
    private readonly Session _session;

    internal RegionDb(Session session) => _session = session;

    /// <summary>All rows of a statement.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(RegionSql sql, object? args = null, CancellationToken ct = default) => _session.ListAsync<T>(sql, args, ct);

    /// <summary>The rows of a statement one after the other, for what is too much to hold.</summary>
    public IAsyncEnumerable<T> EachAsync<T>(RegionSql sql, object? args = null, CancellationToken ct = default) => _session.EachAsync<T>(sql, args, ct);

    /// <summary>The one row, or null.</summary>
    public Task<T?> OneAsync<T>(RegionSql sql, object? args = null, CancellationToken ct = default) => _session.OneAsync<T>(sql, args, ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _session.DisposeAsync();
}

/// <summary><c>published_*</c> views over frozen rows, and catalogues; reads only.</summary>
public sealed class ProgressDb : IAsyncDisposable
{
    private readonly Session _session;

    internal ProgressDb(Session session) => _session = session;

    /// <summary>All rows of a statement.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(ProgressSql sql, object? args = null, CancellationToken ct = default) => _session.ListAsync<T>(sql, args, ct);

    /// <summary>The one row, or null.</summary>
    public Task<T?> OneAsync<T>(ProgressSql sql, object? args = null, CancellationToken ct = default) => _session.OneAsync<T>(sql, args, ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _session.DisposeAsync();
}

/// <summary>People, grants, sessions, countries and keys, to read. Binds <c>@Now</c>, <c>@Person</c> and <c>@PersonId</c> (of the caller).</summary>
public class PlatformDb : IAsyncDisposable
{
    internal PlatformDb(Session session) => Session = session;

    internal Session Session { get; }

    /// <summary>Who opened this door; null before sign-in and for a job.</summary>
    public Guid? PersonId => (Guid?)Session.Bound["PersonId"];

    /// <summary>The same by name, as history keeps it.</summary>
    public string PersonName => (string)Session.Bound["Person"]!;

    /// <summary>All rows of a statement.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(PlatformSql sql, object? args = null, CancellationToken ct = default) => Session.ListAsync<T>(sql, args, ct);

    /// <summary>The one row, or null.</summary>
    public Task<T?> OneAsync<T>(PlatformSql sql, object? args = null, CancellationToken ct = default) => Session.OneAsync<T>(sql, args, ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>One edit of people, grants, sessions or countries; leaving without <see cref="CommitAsync"/> rolls back.</summary>
public sealed class PlatformEdit : PlatformDb
{
    private static readonly CountrySql AddHead = CountrySql.Of(
        "insert into CountryHead (Country, LastLink, LastHash) values (@Country, 0, @NoHash)");

    internal PlatformEdit(Session session) : base(session) { }

    /// <summary>Begins the history of a country that this edit has added: before it, nobody can save anything there.</summary>
    public async Task BeginHistoryAsync(CountryCode country, CancellationToken ct = default)
    {
        Session.Bound["Country"] = country;
        await Session.LendCountryAsync(country, ct);
        await Session.WriteAsync(AddHead, new { CountryEdit.NoHash }, ct);
        await Session.LendCountryAsync(null, ct);
        Session.Bound.Remove("Country");
    }

    /// <summary>One statement; returns the rows affected.</summary>
    public Task<int> WriteAsync(PlatformSql sql, object? args = null, CancellationToken ct = default) => Session.WriteAsync(sql, args, ct);

    /// <summary>Commits.</summary>
    public Task CommitAsync(CancellationToken ct = default) => Session.CommitAsync(ct);
}
