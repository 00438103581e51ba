namespace Monitoring.Data;

/// <summary>What somebody has typed into one field and not saved yet.</summary>
public sealed record FieldDraft
{
    /// <summary>Of the edit that it belongs to.</summary>
    public Guid OperationId { get; init; }
    /// <summary>The property of the edit's draft.</summary>
    public string Field { get; init; } = "";
    /// <summary>The form on its page.</summary>
    public string Form { get; init; } = "";
    /// <summary>The page, as its address goes on behind the country.</summary>
    public string Place { get; init; } = "";
    /// <summary>What the form was called on screen.</summary>
    public string Label { get; init; } = "";
    /// <summary>The row that is edited; for a new one the id that it would get.</summary>
    public Guid SubjectId { get; init; }
    /// <summary>The version of that row when the edit began; 0 for a new one.</summary>
    public int SeenVersion { get; init; }
    /// <summary>What the field held then.</summary>
    public string? BeforeText { get; init; }
    /// <summary>As it was typed, uncleaned.</summary>
    public string Typed { get; init; } = "";
    /// <summary>UTC; set by the door.</summary>
    public DateTime TypedAt { get; init; }
}

/// <summary>
/// The caller's own drafts of one country. Takes no statement from outside, so it can reach nothing else. Not audited: what was never
/// saved is nobody else's business. Leaving without <see cref="CommitAsync"/> rolls back.
/// </summary>
public sealed class DraftDb : IAsyncDisposable
{
    private readonly Session _session;

    internal DraftDb(Session session, CountryCode country)
    {
        _session = session;
        session.Bound["Country"] = country;
    }

    private static readonly CountrySql Own = CountrySql.Of("""
        select OperationId, Field, Form, Place, Label, SubjectId, SeenVersion, BeforeText, Typed, TypedAt
          from FieldDraft
         where Country = @Country and PersonId = @PersonId
         order by TypedAt, OperationId, Field
        """);

    private static readonly CountrySql Change = CountrySql.Of("""
        update FieldDraft
           set Typed = @Typed, TypedAt = @Now
         where Country = @Country and PersonId = @PersonId and OperationId = @OperationId and Field = @Field
        """);

    private static readonly CountrySql Add = CountrySql.Of("""
        insert into FieldDraft (Country, PersonId, OperationId, Field, Form, Place, Label, SubjectId, SeenVersion, BeforeText, Typed, TypedAt)
        values (@Country, @PersonId, @OperationId, @Field, @Form, @Place, @Label, @SubjectId, @SeenVersion, @BeforeText, @Typed, @Now)
        """);

    private static readonly CountrySql ForgetField = CountrySql.Of("""
        delete from FieldDraft where Country = @Country and PersonId = @PersonId and OperationId = @Operation and Field = @Field
        """);

    /// <summary>Everything of one edit; the edit door runs it with the save.</summary>
    internal static readonly CountrySql Forget = CountrySql.Of(
        "delete from FieldDraft where Country = @Country and PersonId = @PersonId and OperationId = @Operation");

    private static readonly CountrySql Saved = CountrySql.Of(
        "select count(*) from AuditLink where Country = @Country and PersonId = @PersonId and OperationId = @Operation");

    private static readonly CountrySql Rename = CountrySql.Of("""
        update FieldDraft
           set OperationId = @NewOperation, SubjectId = @NewSubject
         where Country = @Country and PersonId = @PersonId and OperationId = @Operation
        """);

    /// <summary>All of the caller's, the oldest first.</summary>
    public Task<IReadOnlyList<FieldDraft>> ListAsync(CancellationToken ct = default) => _session.ListAsync<FieldDraft>(Own, null, ct);

    /// <summary>Keeps what is typed into one field, in the place of what was kept of it; returns when (UTC).</summary>
    public async Task<DateTime> KeepAsync(FieldDraft draft, CancellationToken ct = default)
    {
        if (await _session.WriteAsync(Change, draft, ct) == 0) await _session.WriteAsync(Add, draft, ct);
        return (DateTime)_session.Bound["Now"]!;
    }

    /// <summary>Has the caller saved that edit?</summary>
    public async Task<bool> WasSavedAsync(Guid operation, CancellationToken ct = default) =>
        await _session.OneAsync<int>(Saved, new { Operation = operation }, ct) > 0;

    /// <summary>The field holds again what it held before.</summary>
    public Task ForgetAsync(Guid operation, string field, CancellationToken ct = default) =>
        _session.WriteAsync(ForgetField, new { Operation = operation, Field = field }, ct);

    /// <summary>The whole edit was cancelled or thrown away.</summary>
    public Task ForgetAsync(Guid operation, CancellationToken ct = default) => _session.WriteAsync(Forget, new { Operation = operation }, ct);

    /// <summary>Makes it an edit of its own, so that a window in which the old one is still open is no retry of it. False: it is not there any more.</summary>
    public async Task<bool> RenameAsync(Guid operation, Guid newOperation, Guid newSubject, CancellationToken ct = default) =>
        await _session.WriteAsync(Rename, new { Operation = operation, NewOperation = newOperation, NewSubject = newSubject }, ct) > 0;

    /// <summary>Commits.</summary>
    public Task CommitAsync(CancellationToken ct = default) => _session.CommitAsync(ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
