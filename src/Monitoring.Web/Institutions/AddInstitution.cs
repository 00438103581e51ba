using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Institutions;

public sealed record InstitutionDraft : Draft
{
    public string Name { get; init; } = "";
    public string? Acronym { get; init; }
}

/// <summary>An institution as its row is kept.</summary>
public sealed record InstitutionEntry : Row
{
    public string Name { get; init; } = "";
    public string? Acronym { get; init; }
}

/// <summary>One more body that acts in the country.</summary>
public sealed class AddInstitution(Gate gate)
{
    public const int Name = 300, Acronym = 30;

    public async Task<Saved<InstitutionEntry>> RunAsync(CountryCode country, InstitutionDraft draft, CancellationToken ct = default)
    {
        if (TextRules.Problem(nameof(draft.Name), draft.Name, Name, isRequired: true) is { } problem) return Saved.Refused(problem);
        if (TextRules.Problem(nameof(draft.Acronym), draft.Acronym, Acronym) is { } other) return Saved.Refused(other);
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        var added = await db.AddAsync<InstitutionEntry>(One, Insert, draft, InstitutionsRoom.Institution, i => i.Name.Length <= 200 ? i.Name : i.Name[..199] + "…", ct);
        return added.Outcome is SaveOutcome.Refused ? Saved.Refused(new Problem(nameof(draft.Name), "NameTaken", draft.Name)) : added;
    }

    public static readonly CountrySql One = CountrySql.Of("""
        select Id, Name, Acronym, Version, ChangedAt, ChangedBy from Institution where Country = @Country and Id = @Id
        """);

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Institution (Country, Id, Name, Acronym, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Name, @Acronym, 1, @Now, @Person)
        """);
}
