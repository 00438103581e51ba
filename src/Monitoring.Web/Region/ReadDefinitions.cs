using Monitoring.Data;
using Monitoring.Web.Countries;
using Monitoring.Web.Figures;

namespace Monitoring.Web.Region;

/// <summary>Who made a version, when and why.</summary>
public sealed record VersionNote
{
    public string Code { get; init; } = "";
    public int VersionNo { get; init; }
    public string? Reason { get; init; }
    public DateTime ChangedAt { get; init; }
    public string ChangedBy { get; init; } = "";
}

/// <summary>The common indicators with what the countries say to them, and the indicators of the countries that feed none.</summary>
public sealed record DefinitionList(
    IReadOnlyList<CommonIndicatorAnswers> Indicators, IReadOnlyList<CountryRow> Members, IReadOnlyList<CountryRow> Countries, ILookup<CountryCode, Figure> Orphans, bool MayDefine)
{
    public IReadOnlyList<CountryCode> MemberCodes => [.. Members.Select(m => m.Country)];
}

/// <summary>One common indicator for whoever defines it.</summary>
public sealed record DefinitionSheet(CommonIndicatorAnswers Common, CommonIndicatorRow Row, IReadOnlyList<VersionNote> Notes, DefinitionList List);

public sealed class ReadDefinitions(Gate gate)
{
    public static readonly RegionSql Notes = RegionSql.Of("""
        select CommonIndicatorCode as Code, VersionNo, Reason, ChangedAt, ChangedBy from CommonIndicatorDefinition where CommonIndicatorCode = @Code order by VersionNo desc
        """);

    public async Task<DefinitionList> RunAsync(CancellationToken ct = default)
    {
        await using var db = await gate.RegionAsync(ct);
        return await ListAsync(db, await gate.MayAsync(May.EditCatalogues, ct: ct), ct);
    }

    /// <summary>Null where there is none of that code.</summary>
    public async Task<DefinitionSheet?> OneAsync(string code, CancellationToken ct = default)
    {
        CommonIndicatorRow? row;
        await using (var catalogues = await gate.ReadCataloguesAsync(ct)) row = await CommonIndicatorRow.ReadAsync(catalogues, code, ct);
        if (row is null) return null;
        await using var db = await gate.RegionAsync(ct);
        var list = await ListAsync(db, await gate.MayAsync(May.EditCatalogues, ct: ct), ct);
        return new DefinitionSheet(list.Indicators.Single(c => c.Indicator.Code == row.Code), row, await db.ListAsync<VersionNote>(Notes, new { row.Code }, ct), list);
    }

    internal static async Task<DefinitionList> ListAsync(RegionDb db, bool mayDefine, CancellationToken ct)
    {
        var cycle = CycleRow.Current(await db.ListAsync<CycleRow>(ReadRegion.Cycles, ct: ct));
        var roles = await db.ListAsync<RoleRow>(ReadRegion.Roles, new { Year = cycle?.StartsOn.Year ?? 0 }, ct);
        var countries = await db.ListAsync<CountryRow>(ReadRegion.Countries, ct: ct);
        var orphans = (await ReportedFigures.UnmappedAsync(db, ct)).DistinctBy(f => (f.Country, f.Code));
        return new DefinitionList(await CommonAnswers.AllAsync(db, null, ct),
            [.. countries.Where(c => roles.Any(r => r.Country == c.Country && r.Role is CountryRoleKind.Member))], countries, orphans.ToLookup(f => f.Country), mayDefine);
    }
}
