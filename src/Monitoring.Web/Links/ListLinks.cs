using Monitoring.Data;

namespace Monitoring.Web.Links;

/// <summary>Something that a fact can be linked to.</summary>
public sealed record LinkChoice
{
    public LinkEnd Kind { get; init; }
    public Guid Id { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
}

/// <summary>The links of a fact sheet, by the row that they go from and by the row that they lead to.</summary>
public sealed record FactLinks(ILookup<Guid, LinkRow> From, ILookup<Guid, LinkRow> To)
{
    public static FactLinks Of(IReadOnlyList<LinkRow> links) => new(links.ToLookup(l => l.SubjectId), links.ToLookup(l => l.EndId));
}

/// <summary>The links that stand: neither they nor one of their ends was taken off.</summary>
public sealed class ListLinks(Gate gate)
{
    /// <summary>What can be linked to in a country.</summary>
    public async Task<IReadOnlyList<LinkChoice>> ChoicesAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<LinkChoice>(Choices, null, ct);
    }

    /// <summary>From and to the facts of an initiative.</summary>
    internal static Task<IReadOnlyList<LinkRow>> OfInitiativeAsync(CountryDb db, Guid initiative, CancellationToken ct) =>
        db.ListAsync<LinkRow>(LinkRow.All.And(Standing).And(OfInitiative), new { InitiativeId = initiative }, ct);

    /// <summary>The facts linked to the country's commitments.</summary>
    internal static Task<IReadOnlyList<LinkRow>> ToCommitmentsAsync(CountryDb db, CancellationToken ct) =>
        db.ListAsync<LinkRow>(LinkRow.All.And(Standing).And(OfCommitments), null, ct);

    public static readonly Filter Standing = Filter.Of("""
        k.RetiredAt is null and i.ArchivedAt is null and r.RetiredAt is null and t.RetiredAt is null and s.RetiredAt is null
        and d.RetiredAt is null and c.RetiredAt is null and n.RetiredAt is null and o.ArchivedAt is null
        """);

    public static readonly Filter OfInitiative = Filter.Of("k.InitiativeId = @InitiativeId or n.InitiativeId = @InitiativeId");

    public static readonly Filter OfIndicator = Filter.Of("k.ToIndicatorId = @IndicatorId");

    public static readonly Filter OfCommitments = Filter.Of("k.ToCommitmentId is not null");

    public static readonly CountrySql Choices = CountrySql.Of("""
        select 'Indicator' as Kind, d.Id, d.Code, f.Name as Text
          from Indicator d
          join IndicatorDefinition f on f.Country = d.Country and f.IndicatorId = d.Id and f.DefinitionNo = d.CurrentDefinition
         where d.Country = @Country and d.RetiredAt is null
        union all
        select 'Commitment', c.Id, c.Code, c.Statement from Commitment c where c.Country = @Country and c.RetiredAt is null
        union all
        select 'NextStep', s.Id, s.Code, s.Text
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null
        order by Code
        """);
}
