using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>The bodies of a country: one row a body, under whatever names the report prints it.</summary>
internal static class InstitutionRows
{
    private static readonly CountrySql Add = CountrySql.Of("""
        insert into Institution (Country, Id, Name, Acronym, RegionalCode, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Name, @Acronym, @Regional, 1, @Now, @Person)
        """);

    private static readonly CountrySql AddAlias = CountrySql.Of("""
        insert into InstitutionAlias (Country, InstitutionId, Alias, SourceLines) values (@Country, @Id, @Alias, @Lines)
        """);

    /// <summary>Stages them; returns the body that each printed name means. A name that is no one body's (legislators, citizens) is not in it.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> StageAsync(CountryEdit db, ReportFile report, CancellationToken ct)
    {
        var bodies = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var body in report.Institutions.Where(i => i.Country == db.Country))
        {
            var id = SeedId.Of(db.Country, "Institution", body.Name);
            await db.StageAsync(Add, new { Id = id, body.Name, body.Acronym, body.Regional }, ct);
            var aliases = body.Printed.Select(p => new SeedAlias { Name = p }).Concat(body.Aliases).Where(a => a.Name != body.Name).ToList();
            foreach (var alias in aliases) await db.StageAsync(AddAlias, new { Id = id, Alias = alias.Name, Lines = alias.Src }, ct);
            foreach (var name in aliases.Select(a => a.Name).Append(body.Name).Append(body.Acronym ?? body.Name).Distinct()) bodies.Add(name, id);
        }
        return bodies;
    }

    /// <summary>The body that a printed name means, or null.</summary>
    public static Guid? Body(this IReadOnlyDictionary<string, Guid> bodies, string? name) =>
        name is not null && bodies.TryGetValue(name, out var id) ? id : null;
}
