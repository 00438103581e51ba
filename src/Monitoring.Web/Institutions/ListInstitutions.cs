using Monitoring.Data;

namespace Monitoring.Web.Institutions;

/// <summary>A body that acts in the country, once for each printed spelling of its name (<see cref="Alias"/> null: none but its own).</summary>
public sealed record InstitutionRow
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string? Acronym { get; init; }
    public string? RegionalCode { get; init; }
    public int Initiatives { get; init; }
    public string? Alias { get; init; }
    public string? AliasLines { get; init; }
}

public sealed class ListInstitutions(Gate gate)
{
    public async Task<IReadOnlyList<InstitutionRow>> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<InstitutionRow>(All, null, ct);
    }

    public static readonly CountrySql All = CountrySql.Of("""
        select n.Id, n.Name, n.Acronym, n.RegionalCode, a.Alias, a.SourceLines as AliasLines,
               (select count(distinct p.InitiativeId) from InitiativeInstitution p
                 where p.Country = @Country and p.InstitutionId = n.Id and p.RetiredAt is null) as Initiatives
          from Institution n
          left join InstitutionAlias a on a.Country = n.Country and a.InstitutionId = n.Id
         where n.Country = @Country
         order by n.Name, a.Alias
        """);
}
