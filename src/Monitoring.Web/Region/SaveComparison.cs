using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region;

/// <summary>Keeps a comparison under a name; or renames, shares, deletes and brings back one of one's own.</summary>
public sealed class SaveComparison(Gate gate)
{
    public async Task<Saved<SavedComparison>> AddAsync(SavedComparisonDraft draft, CancellationToken ct = default)
    {
        if (SavedComparisonRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditCataloguesAsync(May.KeepComparisons, ct);
        // A retry carries the same id and finds what the first try wrote.
        if (await db.OneAsync<SavedComparison>(One, new { draft.Id }, ct) is { } done) return Saved.Done(done);
        await db.WriteAsync(Add, Clean(draft), ct);
        var added = await db.OneAsync<SavedComparison>(One, new { draft.Id }, ct);
        await db.CommitAsync(ct);
        return added is null ? Saved.NotFound : Saved.Done(added);
    }

    /// <summary>Another name, or shared from now on, or no longer.</summary>
    public async Task<Saved<SavedComparison>> ChangeAsync(SavedComparisonDraft draft, CancellationToken ct = default) =>
        SavedComparisonRules.Problem(draft) is { } problem ? Saved.Refused(problem) : await WriteAsync(Change, Clean(draft), ct);

    /// <summary>Deletes, or brings back what was deleted.</summary>
    public Task<Saved<SavedComparison>> RetireAsync(RetireDraft draft, CancellationToken ct = default) => WriteAsync(Retire, draft, ct);

    private async Task<Saved<SavedComparison>> WriteAsync(CatalogueSql sql, Draft draft, CancellationToken ct)
    {
        await using var db = await gate.EditCataloguesAsync(May.KeepComparisons, ct);
        // Somebody else's is as absent as one that never was.
        if (await db.OneAsync<SavedComparison>(One, new { draft.Id }, ct) is not { } now) return Saved.NotFound;
        if (now.Version != draft.Version || await db.WriteAsync(sql, draft, ct) != 1) return Saved.Conflict(now);
        var saved = await db.OneAsync<SavedComparison>(One, new { draft.Id }, ct);
        await db.CommitAsync(ct);
        return Saved.Done(saved!);
    }

    private static SavedComparisonDraft Clean(SavedComparisonDraft draft) => draft with { Name = TextRules.Clean(draft.Name)! };

    public static readonly CatalogueSql One = CatalogueSql.Of("""
        select Id, OwnerId, OwnerName, Name, Address, IsShared, RetiredAt, Version, ChangedAt, ChangedBy, 1 as IsOwn
          from SavedComparison
         where Id = @Id and OwnerId = @PersonId
        """);

    public static readonly CatalogueSql Add = CatalogueSql.Of("""
        insert into SavedComparison (Id, OwnerId, OwnerName, Name, Address, IsShared, Version, ChangedAt, ChangedBy)
        values (@Id, @PersonId, @Person, @Name, @Address, @IsShared, 1, @Now, @Person)
        """);

    public static readonly CatalogueSql Change = CatalogueSql.Of("""
        update SavedComparison
           set Name = @Name, IsShared = @IsShared, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Id = @Id and OwnerId = @PersonId and Version = @Version
        """);

    public static readonly CatalogueSql Retire = CatalogueSql.Of("""
        update SavedComparison
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Id = @Id and OwnerId = @PersonId and Version = @Version
        """);
}
