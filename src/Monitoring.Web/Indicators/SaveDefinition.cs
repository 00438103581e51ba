using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>The next version of a definition. Values that were reported stay with the version under which they were.</summary>
public sealed class SaveDefinition(Gate gate)
{
    public async Task<Saved<IndicatorRow>> RunAsync(CountryCode country, DefinitionDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        draft = draft.Kept;
        if (DefinitionRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        if (await ReadAsync(db, draft.Id, ct) is not { RetiredAt: null } now) return Saved.NotFound;
        if (await db.WasDoneAsync(draft.Operation, ct)) return Saved.Done(now);
        if (now.Version != draft.Version) return Saved.Conflict(now);
        var fields = Change.Between(now, draft);
        if (fields.Count == 0) return Saved.Done(now);
        if (await db.StageAsync(Next, new { draft.Id, draft.Version }, ct) != 1)
            return await ReadAsync(db, draft.Id, ct) is { } theirs ? Saved.Conflict(theirs) : Saved.NotFound;
        await DefinitionStatements.StageAsync(db, draft, now.CurrentDefinition + 1, ct);
        var marked = new List<FieldChange>();
        foreach (var field in fields) marked.Add(await db.MarkReportedAsync(IndicatorsRoom.Indicator, now, field, ct));
        var saved = await ReadAsync(db, draft.Id, ct) ?? now;
        await db.CommitAsync(new Change(action, IndicatorsRoom.Indicator, draft.Id, now.Code, marked), draft.Operation, ct);
        return Saved.Done(saved);
    }

    // The steps of a ladder are part of what it measures.
    private static async Task<IndicatorRow?> ReadAsync(CountryEdit db, Guid id, CancellationToken ct) =>
        await db.OneAsync<IndicatorRow>(IndicatorRow.One, new { Id = id }, ct) is { } row
            ? row.With(await db.ListAsync<string>(ReadIndicator.Steps, new { Id = id, DefinitionNo = row.CurrentDefinition }, ct))
            : null;

    public static readonly CountrySql Next = CountrySql.Of("""
        update Indicator
           set CurrentDefinition = CurrentDefinition + 1, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
