using Monitoring.Data;

namespace Monitoring.Web.Region.Parts;

/// <summary>Opens a figure of the overview: from the very rows that it is made of, so that figure and parts cannot differ.</summary>
public sealed class ReadParts(Gate gate, ReadRegion overview)
{
    public static readonly RegionSql Standing = RegionSql.Of("select Country, State, SnapshotNo, CycleCode, Hash, SeenAt, AcceptedBy from region_newest");

    public static readonly RegionSql Approvals = RegionSql.Of("select Country, CycleCode, PersonName, ForPersonName, HappenedAt from region_approval");

    public static readonly RegionSql Authors = RegionSql.Of("select Country, Subject, SubjectId, PersonName, HappenedAt from region_author where Subject = @Subject");

    public static readonly RegionSql Evidence = RegionSql.Of("""
        select Country, EvidenceId, Subject, SubjectId, Title, Address, IsFile, IsPublic from region_evidence where Subject = @Subject order by Title, EvidenceId
        """);

    public static readonly RegionSql Initiatives = RegionSql.Of("""
        select f.Country, f.InitiativeId as Id, f.InitiativeId, f.Code, f.Title as Text, f.ContentLanguage as Language, f.Mark, f.SourceLines
          from region_fact_sheet f
          join region_newest n on n.Country = f.Country and n.SnapshotNo = f.SnapshotNo
        """);

    public static readonly RegionSql Results = RegionSql.Of("""
        select r.Country, r.ResultId as Id, r.InitiativeId, r.Code, r.Text, f.ContentLanguage as Language, r.Mark, r.SourceLines
          from region_result r
          join region_newest n on n.Country = r.Country and n.SnapshotNo = r.SnapshotNo
          join region_fact_sheet f on f.Country = r.Country and f.SnapshotNo = r.SnapshotNo and f.InitiativeId = r.InitiativeId
         order by r.Country, r.Position, r.Code
        """);

    public static readonly RegionSql Steps = RegionSql.Of("""
        select s.Country, s.NextStepId as Id, s.InitiativeId, s.Code, s.Text, f.ContentLanguage as Language, s.Mark, s.SourceLines
          from region_step_text s
          join region_newest n on n.Country = s.Country and n.SnapshotNo = s.SnapshotNo
          join region_fact_sheet f on f.Country = s.Country and f.SnapshotNo = s.SnapshotNo and f.InitiativeId = s.InitiativeId
        """);

    /// <summary>Reads the address and answers it.</summary>
    /// <exception cref="UnknownChoiceException">A figure, country or code that is not here.</exception>
    public async Task<FigureParts> RunAsync(string? of, string? country, string? code, string? currency, CancellationToken ct)
    {
        var figure = PartsAddress.Parse(of);
        var region = await overview.RunAsync(ct);
        var one = string.IsNullOrEmpty(country) ? null : region.Countries.FirstOrDefault(c => c.Country.Slug == country) ?? throw new UnknownChoiceException("country", country);
        IReadOnlyList<CountryRow> countries = one is null ? region.Members : [one];
        await using var db = await gate.RegionAsync(ct);
        var sources = new Sources(
            (await db.ListAsync<SourceRow>(Initiatives, ct: ct)).ToDictionary(s => (s.Country, s.Id)),
            await db.ListAsync<SourceRow>(Results, ct: ct),
            (await db.ListAsync<SourceRow>(Steps, ct: ct)).ToDictionary(s => (s.Country, s.Id)));
        var (whole, parts) = new PartsOf(region, countries, sources, code, currency).Open(figure);
        var authors = new List<WhoRow>();
        var evidence = new List<EvidenceTitleRow>();
        foreach (var subject in parts.Select(p => p.Row?.Subject).OfType<string>().Distinct())
        {
            authors.AddRange(await db.ListAsync<WhoRow>(Authors, new { Subject = subject }, ct));
            evidence.AddRange(await db.ListAsync<EvidenceTitleRow>(Evidence, new { Subject = subject }, ct));
        }
        return new FigureParts
        {
            Of = figure,
            Country = one,
            Code = code,
            Whole = whole,
            Parts = parts,
            Countries = region.Countries,
            Standing = (await db.ListAsync<StandingRow>(Standing, ct: ct)).ToDictionary(s => s.Country),
            Approvals = (await db.ListAsync<WhoRow>(Approvals, ct: ct)).ToLookup(a => (a.Country, a.CycleCode)),
            Authors = authors.ToLookup(a => (a.Subject, a.SubjectId)),
            Evidence = evidence.ToLookup(e => (e.Subject, e.SubjectId)),
        };
    }
}

/// <summary>Words and source lines of the newest content of each country.</summary>
internal sealed record Sources(IReadOnlyDictionary<(CountryCode, Guid), SourceRow> Initiatives, IReadOnlyList<SourceRow> Results, IReadOnlyDictionary<(CountryCode, Guid), SourceRow> Steps);
