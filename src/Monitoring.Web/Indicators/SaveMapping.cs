using Monitoring.Data;
using Monitoring.Web.Figures;

namespace Monitoring.Web.Indicators;

/// <summary>Which common indicator a national one feeds; null: none.</summary>
public sealed record MappingDraft : Draft
{
    public string? CommonIndicatorCode { get; init; }

    public static MappingDraft Of(IndicatorRow row, string? common) => new() { Id = row.Id, Version = row.Version, CommonIndicatorCode = common };
}

/// <summary>Maps an indicator of the country to a common one, or ends that. What cannot be added to the others' answers is refused with the reason.</summary>
public sealed class SaveMapping(Gate gate)
{
    /// <param name="country">From the route.</param>
    /// <param name="draft">The indicator and what it is to feed.</param>
    /// <param name="initiative">Of the indicator, for the right to change it; null: it belongs to the country as a whole.</param>
    /// <param name="action">What history calls it.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<Saved<IndicatorRow>> RunAsync(CountryCode country, MappingDraft draft, Guid? initiative, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        await using var db = initiative is { } own
            ? await gate.EditAsync(country, May.EditInitiative, own, ct)
            : await gate.EditAsync(country, May.EditCountry, ct: ct);
        if (await db.OneAsync<IndicatorRow>(IndicatorRow.One, new { draft.Id }, ct) is not { RetiredAt: null } now || now.InitiativeId != initiative) return Saved.NotFound;
        if (draft.CommonIndicatorCode is { } code)
        {
            if (await CommonStatements.CurrentAsync(db, code, ct) is not { } definition) return Saved.NotFound;
            if (definition.RetiredAt is not null) return Saved.Refused(new Problem(nameof(draft.CommonIndicatorCode), "CommonRetired"));
            var steps = await db.ListAsync<string>(ReadIndicator.Steps, new { now.Id, DefinitionNo = now.CurrentDefinition }, ct);
            if (CommonRules.Refusal(definition, new Mapped(now.Code, now.Kind, now.Unit, now.Population, steps)) is { } why)
                return Saved.Refused(new Problem(nameof(draft.CommonIndicatorCode), "CannotFeed." + why.Key, [.. why.Values]));
        }
        return await db.SaveAsync<IndicatorRow>(IndicatorRow.One, Update, draft, IndicatorsRoom.Indicator, i => i.Code, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update Indicator
           set CommonIndicatorCode = @CommonIndicatorCode, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
