using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>What was done to people and settings: of a country for its administrator, of the region for the Administrator.</summary>
public sealed class ListEvents(Gate gate)
{
    public const int OnePage = 25;

    public static readonly PlatformSql Newest = PlatformSql.Of("""
        select e.HappenedAt, e.PersonName, e.Action, e.SubjectName, e.Detail
          from (select HappenedAt, PersonName, Action, SubjectName, Detail, row_number() over (order by HappenedAt desc, Id desc) as Place
                  from PlatformEvent
                 where CountryCode = @CountryCode or (CountryCode is null and @CountryCode is null)) e
         where e.Place > @Skip and e.Place <= @Skip + @Take
         order by e.Place
        """);

    /// <param name="country">Null for what concerns no country.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Page<PlatformEventRow>> RunAsync(CountryCode? country, int page, CancellationToken ct = default)
    {
        await using var db = await gate.ReadPeopleAsync(country is null ? May.ManageCountries : May.ManageCountry, country, ct);
        var rows = await db.ListAsync<PlatformEventRow>(Newest, new { CountryCode = country, Skip = (page - 1) * OnePage, Take = OnePage + 1 }, ct);
        return new Page<PlatformEventRow>([.. rows.Take(OnePage)], rows.Count > OnePage);
    }
}

public sealed record PlatformEventRow
{
    public DateTime HappenedAt { get; init; }
    public string PersonName { get; init; } = "";
    public PlatformAction Action { get; init; }
    public string? SubjectName { get; init; }

    /// <summary>The name of the role, for a grant.</summary>
    public string? Detail { get; init; }

    public Role? Role => Enum.TryParse<Role>(Detail, out var role) ? role : null;
}
