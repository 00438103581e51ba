using Monitoring.Data;

namespace Monitoring.Web.Indicators;

public sealed class AddIndicator(Gate gate)
{
    public async Task<Saved<IndicatorRow>> RunAsync(CountryCode country, IndicatorDraft draft, CancellationToken ct = default)
    {
        draft = (IndicatorDraft)draft.Kept;
        if (DefinitionRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        if (await db.WasDoneAsync(draft.Operation, ct)) return await db.OneAsync<IndicatorRow>(IndicatorRow.One, new { draft.Id }, ct) is { } first ? Saved.Done(first) : Saved.NotFound;
        Guid? initiative = null;
        if (!string.IsNullOrEmpty(draft.InitiativeCode))
        {
            initiative = await db.OneAsync<Guid?>(InitiativeOf, new { draft.InitiativeCode }, ct);
            if (initiative is null) return Saved.Refused(new Problem(nameof(draft.InitiativeCode), "NoSuchInitiative"));
        }
        try
        {
            await db.StageAsync(Insert, new { draft.Id, draft.Code, InitiativeId = initiative }, ct);
        }
        catch (KeyTakenException)
        {
            return Saved.Refused(new Problem(nameof(draft.Code), "CodeTaken", draft.Code));
        }
        await DefinitionStatements.StageAsync(db, draft, 1, ct);
        var added = await db.OneAsync<IndicatorRow>(IndicatorRow.One, new { draft.Id }, ct) ?? throw new InvalidOperationException("An added indicator cannot be read back.");
        await db.CommitAsync(new Change(ChangeAction.Added, IndicatorsRoom.Indicator, draft.Id, draft.Code, Change.Between(null, draft)), draft.Operation, ct);
        return Saved.Done(added);
    }

    public static readonly CountrySql InitiativeOf = CountrySql.Of(
        "select Id from Initiative where Country = @Country and Code = @InitiativeCode and ArchivedAt is null");

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Indicator (Country, Id, Code, InitiativeId, CurrentDefinition, Position, Mark, Version, ChangedAt, ChangedBy)
        select @Country, @Id, @Code, @InitiativeId, 1, coalesce(max(p.Position), 0) + 1, 'Reported', 1, @Now, @Person
          from Indicator p
         where p.Country = @Country
        """);
}
