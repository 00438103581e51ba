using Monitoring.Data;

namespace Monitoring.Web.Region;

/// <summary>Defines a common indicator, or its next version. Nothing that was answered changes: answers keep the version that they answered.</summary>
public sealed class SaveCommonDefinition(Gate gate)
{
    public async Task<Saved<CommonIndicatorRow>> RunAsync(CommonDefinitionDraft draft, string? reason, CancellationToken ct = default)
    {
        if (CommonDefinitionRules.Problem(draft, reason) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditCataloguesAsync(May.EditCatalogues, ct);
        return draft.Version == 0 ? await AddAsync(db, draft, reason, ct) : await NextAsync(db, draft, reason, ct);
    }

    private static async Task<Saved<CommonIndicatorRow>> AddAsync(CatalogueEdit db, CommonDefinitionDraft draft, string? reason, CancellationToken ct)
    {
        try
        {
            if (await db.WriteAsync(Add, new { draft.Code, Name = draft.NameEn, draft.Kind, draft.Unit, Note = draft.NoteEn }, ct) != 1)
                return Saved.Refused(new Problem(nameof(draft.Code), "CommonCodeTaken", draft.Code));
        }
        catch (KeyTakenException)
        {
            return Saved.Refused(new Problem(nameof(draft.Code), "CommonCodeTaken", draft.Code));
        }
        return await KeepAsync(db, draft, 1, reason, ct);
    }

    private static async Task<Saved<CommonIndicatorRow>> NextAsync(CatalogueEdit db, CommonDefinitionDraft draft, string? reason, CancellationToken ct)
    {
        if (await CommonIndicatorRow.ReadAsync(db, draft.Code, ct) is not { } now) return Saved.NotFound;
        if (now.RetiredAt is not null) return Saved.Refused(new Problem(nameof(draft.Code), "CommonIsRetired"));
        if (now.Version != draft.Version) return Saved.Conflict(now);
        if (Change.Between(now, draft).Count == 0) return Saved.Done(now);
        if (await db.WriteAsync(Next, new { draft.Code, draft.Version, Name = draft.NameEn, draft.Kind, draft.Unit, Note = draft.NoteEn }, ct) != 1) return Saved.Conflict(now);
        return await KeepAsync(db, draft, now.DefinitionVersion + 1, reason, ct);
    }

    private static async Task<Saved<CommonIndicatorRow>> KeepAsync(CatalogueEdit db, CommonDefinitionDraft draft, int number, string? reason, CancellationToken ct)
    {
        await db.WriteAsync(AddVersion, new
        {
            draft.Code,
            VersionNo = number,
            Name = draft.NameEn,
            draft.NameEs,
            draft.Kind,
            draft.Unit,
            draft.Population,
            draft.OverlapRule,
            Note = draft.NoteEn,
            draft.NoteEs,
            draft.KeepsAnswers,
            Reason = reason,
        }, ct);
        await db.WriteAsync(DropSteps, new { draft.Code }, ct);
        foreach (var (position, step) in draft.Steps.Index())
        {
            await db.WriteAsync(AddStep, new { draft.Code, Position = position + 1, Name = step }, ct);
            await db.WriteAsync(AddStepOfVersion, new { draft.Code, VersionNo = number, Position = position + 1, Name = step }, ct);
        }
        var saved = await CommonIndicatorRow.ReadAsync(db, draft.Code, ct);
        await db.CommitAsync(ct);
        return Saved.Done(saved!);
    }

    public static readonly CatalogueSql Add = CatalogueSql.Of("""
        insert into CommonIndicator (Code, DefinitionVersion, Name, Kind, Unit, Note, Position, Mark, Version, ChangedAt, ChangedBy)
        select @Code, 1, @Name, @Kind, @Unit, @Note, coalesce(max(c.Position), 0) + 1, 'Reported', 1, @Now, @Person
          from CommonIndicator c
        """);

    public static readonly CatalogueSql Next = CatalogueSql.Of("""
        update CommonIndicator
           set DefinitionVersion = DefinitionVersion + 1, Name = @Name, Kind = @Kind, Unit = @Unit, Note = @Note, Version = Version + 1, ChangedAt = @Now,
               ChangedBy = @Person
         where Code = @Code and Version = @Version
        """);

    public static readonly CatalogueSql AddVersion = CatalogueSql.Of("""
        insert into CommonIndicatorDefinition (CommonIndicatorCode, VersionNo, Name, NameEs, Kind, Unit, Population, OverlapRule, Note, NoteEs, KeepsAnswers,
               Reason, ChangedAt, ChangedBy)
        values (@Code, @VersionNo, @Name, @NameEs, @Kind, @Unit, @Population, @OverlapRule, @Note, @NoteEs, @KeepsAnswers, @Reason, @Now, @Person)
        """);

    public static readonly CatalogueSql DropSteps = CatalogueSql.Of("delete from CommonIndicatorStep where CommonIndicatorCode = @Code");

    public static readonly CatalogueSql AddStep = CatalogueSql.Of(
        "insert into CommonIndicatorStep (CommonIndicatorCode, Position, Name) values (@Code, @Position, @Name)");

    public static readonly CatalogueSql AddStepOfVersion = CatalogueSql.Of(
        "insert into CommonDefinitionStep (CommonIndicatorCode, VersionNo, Position, Name) values (@Code, @VersionNo, @Position, @Name)");
}
