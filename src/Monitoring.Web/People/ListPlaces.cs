using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Where a person works, from the grants that they hold now.</summary>
public sealed class ListPlaces(Gate gate)
{
    public static readonly PlatformSql Countries = PlatformSql.Of("select Code, NameEn, NameEs from Country order by NameEs");

    public async Task<IReadOnlyList<Place>> RunAsync(CancellationToken ct = default)
    {
        var grants = await gate.GrantsAsync(ct);
        await using var db = await gate.ReadPeopleAsync(May.OwnAccount, ct: ct);
        var names = await db.ListAsync<CountryName>(Countries, null, ct);
        var national = names.Select(c => new Place(PlaceKind.Country, "/" + c.Code.Slug, Held(grants, g => g.Country == c.Code), c));
        return
        [
            .. new Place[]
            {
                new(PlaceKind.Region, "/region", Held(grants, g => g.Role is Role.SecretariatAnalyst or Role.SecretariatLead), null),
                new(PlaceKind.Admin, "/admin", Held(grants, g => g.Role is Role.Administrator), null),
                new(PlaceKind.Progress, "/progress", Held(grants, g => g.Role is Role.Donor), null),
            }.Concat(national).Where(p => p.Roles.Count > 0),
        ];
    }

    private static List<Role> Held(IReadOnlyList<Grant> grants, Func<Grant, bool> here) =>
        [.. grants.Where(here).Select(g => g.Role).Distinct().Order()];
}

public enum PlaceKind { Country, Region, Admin, Progress }

/// <param name="Kind">Which of the product's places.</param>
/// <param name="Href">Its address.</param>
/// <param name="Roles">What the person is there.</param>
/// <param name="Country">Null for the places that are no country's.</param>
public sealed record Place(PlaceKind Kind, string Href, IReadOnlyList<Role> Roles, CountryName? Country)
{
    public string? CountryName(string language) => Country?.In(language);
}

public sealed record CountryName
{
    public CountryCode Code { get; init; }
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";

    /// <summary><c>en</c> or <c>es</c>.</summary>
    public string In(string language) => language == "en" ? NameEn : NameEs;
}
