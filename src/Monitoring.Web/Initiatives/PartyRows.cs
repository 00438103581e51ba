using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>An institution's part in an initiative, under the name that the source prints.</summary>
public sealed record PartyRow : Row, IMarked
{
    public Guid InitiativeId { get; init; }
    public string InitiativeCode { get; init; } = "";
    public InstitutionPart Part { get; init; }
    public string PrintedName { get; init; } = "";

    /// <summary>The body of that name among the country's institutions.</summary>
    public Guid? InstitutionId { get; init; }
    public string? Role { get; init; }
    public int Position { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>As history names it.</summary>
    public string Label => Named.Length <= 200 ? Named : Named[..(char.IsHighSurrogate(Named[198]) ? 198 : 199)] + "…";

    private string Named => InitiativeCode + ItemRow.LabelParting + PrintedName;

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select p.Id, p.InitiativeId, i.Code as InitiativeCode, p.Part, p.PrintedName, p.InstitutionId, p.Role, p.Position, p.Mark, p.RetiredAt,
               p.Version, p.ChangedAt, p.ChangedBy
          from InitiativeInstitution p
          join Initiative i on i.Country = p.Country and i.Id = p.InitiativeId
         where p.Country = @Country and p.Id = @Id
        """);

    /// <summary>The body of a printed name, by its own name or by another spelling of it.</summary>
    public static readonly CountrySql InstitutionOf = CountrySql.Of("""
        select n.Id
          from Institution n
         where n.Country = @Country
           and (n.Name = @PrintedName
                or exists (select 1 from InstitutionAlias a where a.Country = @Country and a.InstitutionId = n.Id and a.Alias = @PrintedName))
         order by n.Name
        """);
}

public sealed record PartyDraft : Draft
{
    public Guid InitiativeId { get; init; }
    public InstitutionPart Part { get; init; }
    public string PrintedName { get; init; } = "";
    public Guid? InstitutionId { get; init; }
    public string? Role { get; init; }

    public static PartyDraft Of(PartyRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        InitiativeId = row.InitiativeId,
        Part = row.Part,
        PrintedName = row.PrintedName,
        InstitutionId = row.InstitutionId,
        Role = row.Role,
    };
}
