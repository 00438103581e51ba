using Monitoring.Data;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.NextSteps;

/// <summary>An initiative that steps can be narrowed to, or added to.</summary>
public sealed record StepInitiative
{
    public Guid Id { get; init; }
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
}

/// <summary>What is offered where steps are listed and edited.</summary>
public sealed record StepChoices
{
    public required IReadOnlyList<StepInitiative> Initiatives { get; init; }

    /// <summary>Those that steps name, as they are written there.</summary>
    public required IReadOnlyList<string> Institutions { get; init; }

    /// <summary>Those that steps name.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>For the form: the country's institutions.</summary>
    public required IReadOnlyList<string> KnownInstitutions { get; init; }

    /// <summary>For the form: the people of the country, and those that steps name already.</summary>
    public required IReadOnlyList<string> KnownPeople { get; init; }

    internal static async Task<StepChoices> ReadAsync(Gate gate, CountryDb db, CancellationToken ct) => new()
    {
        Initiatives = await db.ListAsync<StepInitiative>(AllInitiatives, null, ct),
        Institutions = await db.ListAsync<string>(NamedInstitutions, null, ct),
        People = await db.ListAsync<string>(NamedPeople, null, ct),
        KnownInstitutions = await db.ListAsync<string>(ReadFactSheet.InstitutionNames, null, ct),
        KnownPeople = await PeopleAsync(gate, db, ct),
    };

    /// <summary>Whom a form offers as responsible: colleagues by name, and whoever was named before.</summary>
    internal static async Task<IReadOnlyList<string>> PeopleAsync(Gate gate, CountryDb db, CancellationToken ct) =>
        [.. (await gate.ColleaguesAsync(db.Country, ct)).Select(c => c.Name).Concat(await db.ListAsync<string>(NamedPeople, null, ct))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)];

    public static readonly CountrySql AllInitiatives = CountrySql.Of("""
        select i.Id, i.Code, i.Title from Initiative i where i.Country = @Country and i.ArchivedAt is null order by i.Position, i.Code
        """);

    public static readonly CountrySql NamedInstitutions = CountrySql.Of("""
        select distinct s.Responsible
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null and s.Responsible is not null
         order by s.Responsible
        """);

    public static readonly CountrySql NamedPeople = CountrySql.Of("""
        select distinct s.ResponsiblePerson
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null and s.ResponsiblePerson is not null
         order by s.ResponsiblePerson
        """);
}
