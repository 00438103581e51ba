using System.Globalization;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>Where one country's report of one cycle stands, as the region knows it: never what is in it.</summary>
public sealed record CountryState
{
    public CountryCode Country { get; init; }
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string CycleCode { get; init; } = "";
    public ContentState State { get; init; }
    public DateTime? StateSince { get; init; }
    public string? ChangedBy { get; init; }
    public int Version { get; init; }
    public DateOnly? ExtendedTo { get; init; }

    /// <summary>To open again what was accepted, and not answered yet.</summary>
    public int Requests { get; init; }
    public DateTime? AskedSince { get; init; }

    public string Name => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es" ? NameEs : NameEn;
}

/// <summary>A cycle with its countries: the members of its year, and whoever else has a report in it.</summary>
public sealed record CycleStates(Cycle Cycle, IReadOnlyList<CountryState> Countries, DateOnly Today)
{
    public int Count(ContentState state) => Countries.Count(c => c.State == state);

    public int Overdue => Countries.Count(IsOverdue);

    public bool IsOverdue(CountryState country) =>
        Cycle.State is not CycleState.Planned && ReportRules.IsOverdue(Cycle, country.ExtendedTo, country.State, Today);
}

public sealed record CycleList(IReadOnlyList<CycleStates> Cycles, bool MayLead, IReadOnlyList<Threshold> Thresholds);

/// <summary>All cycles with the state of every country's report.</summary>
public sealed class ReadCycles(Gate gate, TimeProvider clock)
{
    public async Task<CycleList> RunAsync(CancellationToken ct = default)
    {
        var leads = await gate.MayAsync(May.EditCatalogues, ct: ct);
        await using var db = await gate.RegionAsync(ct);
        var cycles = await db.ListAsync<Cycle>(Cycle.InRegion, null, ct);
        var states = (await db.ListAsync<CountryState>(States, null, ct)).ToLookup(s => s.CycleCode);
        var members = (await db.ListAsync<MemberRow>(Members, null, ct)).ToLookup(m => m.RoleYear);
        return new CycleList([.. cycles.Reverse().Select(c => new CycleStates(c, Countries(c, states[c.Code], members[c.StartsOn.Year]), clock.Today()))], leads, await db.ListAsync<Threshold>(Threshold.InRegion, null, ct));
    }

    private static IReadOnlyList<CountryState> Countries(Cycle cycle, IEnumerable<CountryState> states, IEnumerable<MemberRow> members)
    {
        var reported = states.ToDictionary(s => s.Country);
        var silent = members.Where(m => !reported.ContainsKey(m.Country))
            .Select(m => new CountryState { Country = m.Country, NameEn = m.NameEn, NameEs = m.NameEs, CycleCode = cycle.Code });
        return [.. reported.Values.Concat(silent).OrderBy(s => s.Country.Value, StringComparer.Ordinal)];
    }

    public static readonly RegionSql States = RegionSql.Of("""
        select r.Country, c.NameEn, c.NameEs, r.CycleCode, r.State, r.StateSince, r.ChangedBy, r.Version, r.ExtendedTo, r.Requests, r.AskedSince
          from region_report r
          join Country c on c.Code = r.Country
        """);

    public static readonly RegionSql Members = RegionSql.Of("""
        select m.RoleYear, m.CountryCode as Country, c.NameEn, c.NameEs
          from CountryRole m
          join Country c on c.Code = m.CountryCode
         where m.Role = 'Member'
        """);

    private sealed record MemberRow
    {
        public int RoleYear { get; init; }
        public CountryCode Country { get; init; }
        public string NameEn { get; init; } = "";
        public string NameEs { get; init; } = "";
    }
}
