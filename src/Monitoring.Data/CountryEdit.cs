namespace Monitoring.Data;

/// <summary>
/// One edit of one country: the row, its history, the audit link and the operation id in one transaction. Only this door writes
/// history. Leaving it without a save rolls back.
/// </summary>
public sealed class CountryEdit : CountryDb
{
    /// <summary>The hash before the first link.</summary>
    public static string NoHash { get; } = new('0', 64);

    private readonly Guid? _personId;
    private readonly string _personName;
    private readonly DateTime _now;
    private readonly bool _isGuarded;
    private CountryLock? _closed;

    // The instant that the statements bind is the one that the hash covers: the clock is read once an edit.
    internal CountryEdit(Session session, CountryCode country, Guid? personId, string personName, Behalf? behalf = null, bool isGuarded = false)
        : base(session, country) =>
        (_personId, _personName, Behalf, _now, _isGuarded) = (personId, personName, behalf, (DateTime)session.Bound["Now"]!, isGuarded);

    /// <summary>Who opened this door, as history keeps it.</summary>
    public string PersonName => _personName;

    /// <summary>Whom they stand in for in this edit; null where they do it in a role of their own.</summary>
    public Behalf? Behalf { get; }

    private static readonly CountrySql TakeLink = CountrySql.Of("update CountryHead set LastLink = LastLink + 1 where Country = @Country");

    private static readonly CountrySql Head = CountrySql.Of("select LastLink, LastHash from CountryHead where Country = @Country");

    private static readonly CountrySql KeepHash = CountrySql.Of("update CountryHead set LastHash = @Hash where Country = @Country");

    private static readonly CountrySql OperationDone = CountrySql.Of(
        "select SubjectId from AuditLink where Country = @Country and OperationId = @Operation");

    private static readonly CountrySql AddLink = CountrySql.Of("""
        insert into AuditLink (Country, LinkNo, HappenedAt, PersonId, PersonName, ForPersonId, ForPersonName, Action, Subject, SubjectId, Label,
               OperationId, Reason, PreviousHash, Hash)
        values (@Country, @LinkNo, @Now, @PersonId, @Person, @ForPersonId, @ForPersonName, @Action, @Subject, @SubjectId, @Label,
               @Operation, @Reason, @PreviousHash, @Hash)
        """);

    private static readonly CountrySql AddFieldChange = CountrySql.Of("""
        insert into FieldChange (Country, LinkNo, ChangeNo, Subject, SubjectId, Field, OldValue, NewValue, OldMark, OldSource)
        values (@Country, @LinkNo, @ChangeNo, @Subject, @SubjectId, @Field, @OldValue, @NewValue, @OldMark, @OldSource)
        """);

    private static readonly CountrySql MarkOf = CountrySql.Of(
        "select Mark from ValueMark where Country = @Country and Subject = @Subject and SubjectId = @SubjectId and Field = @Field");

    private static readonly CountrySql SetMark = CountrySql.Of("""
        update ValueMark set Mark = 'Reported', Note = null
         where Country = @Country and Subject = @Subject and SubjectId = @SubjectId and Field = @Field
        """);

    private static readonly CountrySql AddMark = CountrySql.Of("""
        insert into ValueMark (Country, Subject, SubjectId, Field, Mark, Note)
        values (@Country, @Subject, @SubjectId, @Field, 'Reported', null)
        """);

    /// <summary>
    /// Edits one row as one operation. A retry of an operation that was written returns the row as it is; a version that is not the
    /// person's is a conflict with the row of whoever was first; a row that is absent or foreign is not found.
    /// </summary>
    /// <param name="read">Selects the row by <c>@Id</c>.</param>
    /// <param name="write">Updates it by <c>@Id</c> and <c>@Version</c>, setting <c>Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person</c>.</param>
    /// <param name="draft">What the person wants.</param>
    /// <param name="subject">The table.</param>
    /// <param name="label">What a person calls the row.</param>
    /// <param name="action">What history calls it.</param>
    /// <param name="reason">Why, where the rules ask for it.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<Saved<T>> SaveAsync<T>(CountrySql read, CountrySql write, Draft draft, string subject, Func<T, string> label,
        ChangeAction action = ChangeAction.Edited, string? reason = null, CancellationToken ct = default) where T : Row
    {
        var now = await OneAsync<T>(read, new { draft.Id }, ct);
        if (now is null) return Saved.NotFound;
        if (await WasDoneAsync(draft, ct)) return Saved.Done(now);
        if (await LockAsync(ct) is { } locked) return Saved.Refused(locked.AsProblem(subject));
        if (now.Version != draft.Version) return Saved.Conflict(now);
        var fields = Change.Between(now, draft);
        if (fields.Count == 0 && action is ChangeAction.Edited) return Saved.Done(now);
        try
        {
            // The row was read under the write lock of SQLite; on SQL Server somebody may still have been first.
            if (await WriteAsync(write, draft, ct) != 1)
            {
                if (await OneAsync<T>(read, new { draft.Id }, ct) is not { } theirs) return Saved.NotFound;
                return await WasDoneAsync(draft, ct) ? Saved.Done(theirs) : Saved.Conflict(theirs);
            }
        }
        catch (KeyTakenException)
        {
            return Saved.Refused(new Problem(subject, "KeyTaken"));
        }
        var marked = new List<FieldChange>();
        foreach (var field in fields) marked.Add(await MarkReportedAsync(subject, now, field, ct));
        var saved = await OneAsync<T>(read, new { draft.Id }, ct);
        try
        {
            await CommitAsync(new Change(action, subject, draft.Id, label(saved ?? now), marked, reason), draft.Operation, ct);
        }
        catch (LockedException e)
        {
            return Saved.Refused(e.Problem);
        }
        return Saved.Done(saved ?? now);
    }

    /// <summary>Adds one row as one operation; a retry returns the row that the first try wrote.</summary>
    /// <inheritdoc cref="SaveAsync"/>
    public async Task<Saved<T>> AddAsync<T>(CountrySql read, CountrySql insert, Draft draft, string subject, Func<T, string> label,
        CancellationToken ct = default) where T : Row
    {
        if (!await WasDoneAsync(draft, ct))
        {
            try
            {
                if (await WriteAsync(insert, draft, ct) != 1) return Saved.NotFound;
            }
            catch (KeyTakenException)
            {
                return Saved.Refused(new Problem(subject, "KeyTaken"));
            }
            catch (ReferenceMissingException)
            {
                return Saved.NotFound;
            }
            var added = await OneAsync<T>(read, new { draft.Id }, ct) ?? throw new InvalidOperationException("An added row cannot be read back.");
            try
            {
                await CommitAsync(new Change(ChangeAction.Added, subject, draft.Id, label(added), Change.Between(null, draft)), draft.Operation, ct);
            }
            catch (LockedException e)
            {
                return Saved.Refused(e.Problem);
            }
            return Saved.Done(added);
        }
        return await OneAsync<T>(read, new { draft.Id }, ct) is { } row ? Saved.Done(row) : Saved.NotFound;
    }

    /// <summary>One statement of an operation that takes several; <see cref="CommitAsync"/> ends it. Returns the rows affected.</summary>
    public Task<int> StageAsync(CountrySql sql, object? args = null, CancellationToken ct = default) => WriteAsync(sql, args, ct);

    // A row that an accepted report covers is looked at as it was and as it has become: neither may be changed but by restatement.
    private async Task<int> WriteAsync(CountrySql sql, object? args, CancellationToken ct)
    {
        if (!_isGuarded || sql.PeriodTable is not { } table) return await Session.WriteAsync(sql, args, ct);
        var row = new { Subject = table, SubjectId = Session.IdOf(args) };
        _closed ??= await ClosedAsync(row, ct);
        var written = await Session.WriteAsync(sql, args, ct);
        _closed ??= await ClosedAsync(row, ct);
        return written;
    }

    private async Task<CountryLock?> ClosedAsync(object row, CancellationToken ct) =>
        await ListAsync<CountryLock>(CountryLock.OfRow, row, ct) is [var first, ..] ? first : null;

    private async Task<CountryLock?> LockAsync(CancellationToken ct) =>
        _isGuarded && await ListAsync<CountryLock>(CountryLock.OfCountry, null, ct) is [var first, ..] ? first : null;

    /// <summary>Many rows of one insert, for loads and imports; <see cref="CommitAsync"/> ends the operation. Returns the rows written.</summary>
    /// <param name="insert"><c>insert into Table (columns) values (parameters and plain literals)</c> and nothing else.</param>
    /// <param name="rows">Their properties are the parameters that the door does not bind.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<int> StageManyAsync<T>(CountrySql insert, IReadOnlyList<T> rows, CancellationToken ct = default)
    {
        var written = await Session.WriteManyAsync(insert, rows, ct);
        if (_isGuarded && insert.PeriodTable is { } table)
            foreach (var row in rows) _closed ??= await ClosedAsync(new { Subject = table, SubjectId = Session.IdOf(row) }, ct);
        return written;
    }

    // A retry carries the same row; the same operation for another row would be lost in silence.
    private async Task<bool> WasDoneAsync(Draft draft, CancellationToken ct) =>
        await OneAsync<Guid?>(OperationDone, new { draft.Operation }, ct) is { } subject
        && (subject == draft.Id ? true : throw new InvalidOperationException("This operation id was used for another row."));

    /// <summary>Was this operation written already?</summary>
    public async Task<bool> WasDoneAsync(Guid operation, CancellationToken ct = default) =>
        await OneAsync<Guid?>(OperationDone, new { Operation = operation }, ct) is not null;

    /// <summary>Writes history and the audit link, and commits everything staged.</summary>
    /// <exception cref="LockedException">The country's report is on its way, or an accepted one covers a row and this is no restatement
    /// with a reason. Nothing is written.</exception>
    public async Task CommitAsync(Change change, Guid operation, CancellationToken ct = default)
    {
        // This update queues the savers of a country: the chain has one order.
        if (await Session.WriteAsync(TakeLink, null, ct) != 1) throw new AccessRefusedException();
        // Asked while the country's row is held: a report that was sent since this edit began stops it, and no report is sent until it ends.
        if (await LockAsync(ct) is { } locked) throw new LockedException(locked.AsProblem(change.Subject));
        if (_closed is { } closed && (change.Action is not ChangeAction.Restated || string.IsNullOrWhiteSpace(change.Reason)))
            throw new LockedException(closed.AsProblem(change.Subject));
        var head = await OneAsync<HeadRow>(Head, null, ct) ?? throw new AccessRefusedException();
        var hash = Change.HashOf(Country, head.LastLink, _now, _personId, _personName, Behalf, change, operation, head.LastHash);
        await Session.WriteAsync(AddLink, new
        {
            LinkNo = head.LastLink,
            ForPersonId = Behalf?.PersonId,
            ForPersonName = Behalf?.PersonName,
            change.Action,
            change.Subject,
            change.SubjectId,
            change.Label,
            Operation = operation,
            change.Reason,
            PreviousHash = head.LastHash,
            Hash = hash,
        }, ct);
        for (var i = 0; i < change.Fields.Count; i++)
        {
            var field = change.Fields[i];
            await Session.WriteAsync(AddFieldChange, new
            {
                LinkNo = head.LastLink,
                ChangeNo = i + 1,
                change.Subject,
                SubjectId = field.RowId ?? change.SubjectId,
                field.Field,
                field.OldValue,
                field.NewValue,
                field.OldMark,
                field.OldSource,
            }, ct);
        }
        await Session.WriteAsync(KeepHash, new { Hash = hash }, ct);
        // In the same transaction: what is saved is never offered again as a draft, and what is not saved always is.
        if (_personId is not null) await Session.WriteAsync(DraftDb.Forget, new { Operation = operation }, ct);
        await Session.CommitAsync(ct);
    }

    /// <summary>
    /// Sets the mark "reported" for one field of an operation that takes several statements; what it was before comes back with the
    /// change and stays in history. <see cref="SaveAsync"/> does this itself.
    /// </summary>
    public async Task<FieldChange> MarkReportedAsync(string subject, Row before, FieldChange change, CancellationToken ct = default)
    {
        if (before is not IMarked row) return change;
        var key = new { Subject = subject, SubjectId = before.Id, change.Field };
        var own = await OneAsync<Mark?>(MarkOf, key, ct);
        if (await Session.WriteAsync(SetMark, key, ct) == 0) await Session.WriteAsync(AddMark, key, ct);
        var mark = own ?? row.MarkOf(change.Field);
        return change with { OldMark = mark, OldSource = own is null && mark == row.Mark ? row.SourceLines : null };
    }

    private sealed record HeadRow
    {
        public int LastLink { get; init; }
        public string LastHash { get; init; } = "";
    }
}
