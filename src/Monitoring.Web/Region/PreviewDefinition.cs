using Monitoring.Data;
using Monitoring.Web.Figures;

namespace Monitoring.Web.Region;

/// <summary>What a country's figures are now and what they would be.</summary>
public sealed record CountryEffect(CountryRow Country, IReadOnlyList<Figure> Before, IReadOnlyList<Figure> After)
{
    /// <summary>It has figures, and every one goes on as it is.</summary>
    public bool StaysAsItIs => Before.Count == After.Count && Before.Zip(After).All(p => (p.First.SetAside is null) == (p.Second.SetAside is null) && p.First.FedBy == p.Second.FedBy);

    public bool HasSaid => Before.Concat(After).Any(f => !f.IsMissing);
}

/// <summary>What a definition would do to the region, before it is saved.</summary>
public sealed record DefinitionEffect(Aggregate? Before, Aggregate After, IReadOnlyList<Aggregate> SubtotalsBefore, IReadOnlyList<Aggregate> SubtotalsAfter, IReadOnlyList<CountryEffect> Countries);

/// <summary>Computes it with the same rules and from the same content as the region's own figure, so that after the change the region reads what was shown.</summary>
public sealed class PreviewDefinition(Gate gate)
{
    public async Task<DefinitionEffect> RunAsync(CommonDefinitionDraft draft, CancellationToken ct = default)
    {
        await using var db = await gate.RegionAsync(ct);
        var list = await ReadDefinitions.ListAsync(db, mayDefine: false, ct);
        var now = draft.Version == 0 ? null : list.Indicators.FirstOrDefault(c => c.Indicator.Code == draft.Code);
        var none = Array.Empty<CommonAnswer>().ToLookup(a => a.Country);
        var next = draft.AsVersion((now?.Indicator.VersionNo ?? 0) + 1, now?.Indicator.Mark ?? Mark.Reported);
        var then = now?.Under(next) ?? new CommonIndicatorAnswers(next, [next], none, Array.Empty<Figure>().ToLookup(f => f.Country));
        var members = list.MemberCodes;
        return new DefinitionEffect(now?.Together(members), then.Together(members), now?.Subtotals(members) ?? [], then.Subtotals(members),
            [.. list.Members.Select(m => new CountryEffect(m, now?.Of(m.Country) ?? [], then.Of(m.Country)))]);
    }
}
