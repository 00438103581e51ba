using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region;

/// <summary>Ends a common indicator, with the reason; or asks it again.</summary>
public sealed record CommonRetireDraft : Draft
{
    public string Code { get; init; } = "";

    /// <summary>Why; null asks it again.</summary>
    public string? RetiredReason { get; init; }
}

/// <summary>Takes a common indicator out of use, or back. It is never deleted: what was answered stays in its reports.</summary>
public sealed class RetireCommonIndicator(Gate gate)
{
    public async Task<Saved<CommonIndicatorRow>> RunAsync(CommonRetireDraft draft, bool isRetired, CancellationToken ct = default)
    {
        if (TextRules.Problem(nameof(draft.RetiredReason), draft.RetiredReason, CommonDefinitionRules.Reason, isRequired: isRetired) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditCataloguesAsync(May.EditCatalogues, ct);
        if (await CommonIndicatorRow.ReadAsync(db, draft.Code, ct) is not { } now) return Saved.NotFound;
        if (now.Version != draft.Version) return Saved.Conflict(now);
        if (now.RetiredAt is not null == isRetired) return Saved.Done(now);
        if (await db.WriteAsync(isRetired ? Retire : AskAgain, new { draft.Code, draft.Version, draft.RetiredReason }, ct) != 1) return Saved.Conflict(now);
        var saved = await CommonIndicatorRow.ReadAsync(db, draft.Code, ct);
        await db.CommitAsync(ct);
        return Saved.Done(saved!);
    }

    public static readonly CatalogueSql Retire = CatalogueSql.Of("""
        update CommonIndicator
           set RetiredAt = @Now, RetiredReason = @RetiredReason, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Code = @Code and Version = @Version
        """);

    public static readonly CatalogueSql AskAgain = CatalogueSql.Of("""
        update CommonIndicator
           set RetiredAt = null, RetiredReason = null, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Code = @Code and Version = @Version
        """);
}
