using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>A country becomes a tenant: its row, the beginning of its history, and nobody in it yet.</summary>
public sealed class AddCountry(Gate gate)
{
    public const int LongestName = 100;

    public static readonly PlatformSql Add = PlatformSql.Of("""
        insert into Country (Code, NameEn, NameEs, ChangedAt, ChangedBy)
        values (@Code, @NameEn, @NameEs, @Now, @Person)
        """);

    /// <returns>What is wrong, or null when it was added.</returns>
    public async Task<Problem?> RunAsync(string? code, string? nameEn, string? nameEs, CancellationToken ct = default)
    {
        if (CodeProblem(code, out var country) is { } problem) return problem;
        if (NameProblem(nameEs) is { } es) return new Problem("NameEs", es);
        if (NameProblem(nameEn) is { } en) return new Problem("NameEn", en);

        await using var db = await gate.EditPeopleAsync(May.ManageCountries, ct: ct);
        try
        {
            await db.WriteAsync(Add, new { Code = country, NameEn = nameEn!.Trim(), NameEs = nameEs!.Trim() }, ct);
        }
        catch (KeyTakenException)
        {
            return new Problem("Code", "Country.Here", country);
        }
        await db.BeginHistoryAsync(country, ct);
        await db.WriteEventAsync(Doer.Of(db), PlatformAction.CountryAdded, country, null, null, null, ct);
        await db.CommitAsync(ct);
        return null;
    }

    private static Problem? CodeProblem(string? code, out CountryCode country) =>
        CountryCode.TryParse(code?.Trim(), out country) && IsoCountries.Has(country) ? null : new Problem("Code", "Country.Code");

    private static string? NameProblem(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "Country.NameMissing"
        : name.Trim().Length > LongestName ? "Country.NameLong"
        : name.Any(char.IsControl) ? "Name.Signs"
        : null;
}
