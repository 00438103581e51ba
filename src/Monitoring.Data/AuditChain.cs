namespace Monitoring.Data;

/// <summary>Where a country's history does not hold: somebody changed the database past the doors.</summary>
/// <param name="LinkNo">The first link that is not as it was written.</param>
/// <param name="What">A link that is missing, one that was changed, or the end of the chain: <c>Missing</c>, <c>Changed</c>, <c>Head</c>.</param>
public sealed record ChainFault(int LinkNo, string What);

/// <summary>
/// Checks a country's history from its first link to its last: every link follows the one before, and hashes to what it was given when
/// it was written. Whoever can write the whole database can also forge the whole chain; compare <see cref="HeadAsync"/> with a copy
/// that was kept elsewhere.
/// </summary>
public static class AuditChain
{
    private static readonly CountrySql Head = CountrySql.Of("select LastLink as LinkNo, LastHash as Hash from CountryHead where Country = @Country");

    private static readonly CountrySql Links = CountrySql.Of("""
        select LinkNo, HappenedAt, PersonId, PersonName, ForPersonId, ForPersonName, Action, Subject, SubjectId, Label, OperationId, Reason, PreviousHash, Hash
          from AuditLink
         where Country = @Country and LinkNo > @After and LinkNo <= @Until
         order by LinkNo
        """);

    private static readonly CountrySql Fields = CountrySql.Of("""
        select LinkNo, ChangeNo, Subject, SubjectId, Field, OldValue, NewValue, OldMark, OldSource
          from FieldChange
         where Country = @Country and LinkNo > @After and LinkNo <= @Until
         order by LinkNo, ChangeNo
        """);

    private static readonly CountrySql Last = CountrySql.Of("select coalesce(max(LinkNo), 0) from AuditLink where Country = @Country");

    /// <summary>The end of the chain: the number of its last link and that link's hash.</summary>
    public static async Task<(int LinkNo, string Hash)> HeadAsync(CountryDb db, CancellationToken ct = default) =>
        await db.OneAsync<HeadRow>(Head, null, ct) is { } head ? (head.LinkNo, head.Hash) : (0, CountryEdit.NoHash);

    /// <summary>The first fault, or null when the whole chain holds. Reads the chain in pieces.</summary>
    public static Task<ChainFault?> FirstFaultAsync(CountryDb db, CancellationToken ct = default) => FirstFaultAsync(db, 500, ct);

    internal static async Task<ChainFault?> FirstFaultAsync(CountryDb db, int piece, CancellationToken ct)
    {
        var previous = CountryEdit.NoHash;
        var last = await db.OneAsync<int>(Last, null, ct);
        for (var after = 0; after < last; after += piece)
        {
            var window = new { After = after, Until = Math.Min(after + piece, last) };
            var links = (await db.ListAsync<LinkRow>(Links, window, ct)).ToDictionary(l => l.LinkNo);
            var fields = (await db.ListAsync<FieldRow>(Fields, window, ct)).ToLookup(f => f.LinkNo);
            for (var no = after + 1; no <= window.Until; no++)
            {
                if (!links.TryGetValue(no, out var link)) return new ChainFault(no, "Missing");
                if (!Holds(db.Country, link, [.. fields[no]], previous)) return new ChainFault(no, "Changed");
                previous = link.Hash;
            }
        }
        return await HeadAsync(db, ct) == (last, previous) ? null : new ChainFault(last, "Head");
    }

    private static bool Holds(CountryCode country, LinkRow link, FieldRow[] fields, string previous)
    {
        if (link.PreviousHash != previous) return false;
        if (fields.Where((f, i) => f.ChangeNo != i + 1 || f.Subject != link.Subject).Any()) return false;
        // What is no action or mark any more cannot be what was hashed.
        if (!Enum.TryParse<ChangeAction>(link.Action, out var action) || action.ToString() != link.Action) return false;
        var change = new Change(action, link.Subject, link.SubjectId, link.Label, [.. fields.Select(f => f.Of(link.SubjectId))], link.Reason);
        // One of the two without the other was never written.
        if (link.ForPersonId is null != link.ForPersonName is null) return false;
        var behalf = link.ForPersonId is { } person ? new Behalf(person, link.ForPersonName!) : null;
        return fields.All(f => f.OldMark is null || f.Of(link.SubjectId).OldMark?.ToString() == f.OldMark)
            && Change.HashOf(country, link.LinkNo, link.HappenedAt, link.PersonId, link.PersonName, behalf, change, link.OperationId, previous) == link.Hash;
    }

    private sealed record HeadRow
    {
        public int LinkNo { get; init; }
        public string Hash { get; init; } = "";
    }

    private sealed record LinkRow
    {
        public int LinkNo { get; init; }
        public DateTime HappenedAt { get; init; }
        public Guid? PersonId { get; init; }
        public string PersonName { get; init; } = "";
        public Guid? ForPersonId { get; init; }
        public string? ForPersonName { get; init; }
        public string Action { get; init; } = "";
        public string Subject { get; init; } = "";
        public Guid SubjectId { get; init; }
        public string Label { get; init; } = "";
        public Guid OperationId { get; init; }
        public string? Reason { get; init; }
        public string PreviousHash { get; init; } = "";
        public string Hash { get; init; } = "";
    }

    private sealed record FieldRow
    {
        public int LinkNo { get; init; }
        public int ChangeNo { get; init; }
        public string Subject { get; init; } = "";
        public Guid SubjectId { get; init; }
        public string Field { get; init; } = "";
        public string? OldValue { get; init; }
        public string? NewValue { get; init; }
        public string? OldMark { get; init; }
        public string? OldSource { get; init; }

        public FieldChange Of(Guid subject) => new(Field, OldValue, NewValue, Enum.TryParse<Mark>(OldMark, out var mark) ? mark : null, OldSource,
            SubjectId == subject ? null : SubjectId);
    }
}
