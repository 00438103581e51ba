using Monitoring.Data;
using Monitoring.Web.Checklists;
using Monitoring.Web.Countries;
using Monitoring.Web.Figures;
using Monitoring.Web.Region.Parts;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Region.Checklists;

/// <summary>An item of a regional checklist.</summary>
public sealed record ItemRow
{
    public string Checklist { get; init; } = "";
    public string Name { get; init; } = "";
    public string? ReferencePractice { get; init; }
    public string? SourceLines { get; init; }
    public int ItemNo { get; init; }
    public string Text { get; init; } = "";
}

/// <summary>A country's answer to an item, approved or accepted.</summary>
public sealed record ReplyRow
{
    public CountryCode Country { get; init; }
    public ContentState State { get; init; }
    public Guid AnswerId { get; init; }
    public string ChecklistCode { get; init; } = "";
    public int ItemNo { get; init; }
    public ChecklistReply Answer { get; init; }
    public string? Note { get; init; }
    public string? ContentLanguage { get; init; }

    /// <summary>The note as its reader is shown it.</summary>
    public Narrative? Said { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public Mark Mark { get; init; }
}

/// <summary>Checklists and ladders of the region, countries beside each other. Nothing here is counted, ranked or scored.</summary>
public sealed record RegionChecklists
{
    public required IReadOnlyList<CountryRow> Countries { get; init; }
    public required IReadOnlyList<ItemRow> Items { get; init; }
    public required IReadOnlyDictionary<(CountryCode, string, int), ReplyRow> Replies { get; init; }
    public required IReadOnlyList<CommonIndicatorAnswers> Common { get; init; }
    public required IReadOnlyList<Figure> Ladders { get; init; }
    public required ILookup<Guid, EvidenceTitleRow> Evidence { get; init; }
}

public sealed class ReadRegionChecklists(Gate gate)
{
    public static readonly RegionSql Replies = RegionSql.Of("""
        select a.Country, a.State, a.AnswerId, a.ChecklistCode, a.ItemNo, a.Answer, a.Note, a.ContentLanguage, a.AnsweredOn, a.Mark
          from region_checklist_answer a
          join region_newest n on n.Country = a.Country and n.SnapshotNo = a.SnapshotNo
        """);

    public static readonly RegionSql Evidence = RegionSql.Of("""
        select Country, EvidenceId, Subject, SubjectId, Title, Address, IsFile, IsPublic from region_evidence where Subject in ('ChecklistAnswer', 'Measurement') order by Title, EvidenceId
        """);

    public async Task<RegionChecklists> RunAsync(CancellationToken ct)
    {
        await using var db = await gate.RegionAsync(ct);
        var cycle = CycleRow.Current(await db.ListAsync<CycleRow>(ReadRegion.Cycles, ct: ct));
        var members = (await db.ListAsync<RoleRow>(ReadRegion.Roles, new { Year = cycle?.StartsOn.Year ?? 0 }, ct)).Where(r => r.Role is CountryRoleKind.Member).Select(r => r.Country).ToHashSet();
        var texts = new AcceptedTexts(await db.ListAsync<AcceptedTranslation>(RegionTranslations.OfNewest, new { Subject = ChecklistsRoom.ChecklistAnswer, AcceptedTexts.Reader }, ct));
        var replies = (await db.ListAsync<ReplyRow>(Replies, ct: ct))
            .Select(r => r.Note is { } note ? r with { Said = texts.Of(r.Country, r.AnswerId, nameof(r.Note), note, r.ContentLanguage) } : r).ToList();
        var countries = await db.ListAsync<CountryRow>(ReadRegion.Countries, ct: ct);
        return new RegionChecklists
        {
            // Members, and whoever else has answered.
            Countries = [.. countries.Where(c => members.Contains(c.Country) || replies.Any(r => r.Country == c.Country)).OrderBy(c => !members.Contains(c.Country))],
            Items = await db.ListAsync<ItemRow>(ReadRegion.ChecklistItems, ct: ct),
            Replies = replies.ToDictionary(r => (r.Country, r.ChecklistCode, r.ItemNo)),
            Common = await CommonAnswers.ReadAsync(db, null, ct),
            Ladders = await ReportedFigures.LaddersAsync(db, ct),
            Evidence = (await db.ListAsync<EvidenceTitleRow>(Evidence, ct: ct)).ToLookup(e => e.SubjectId),
        };
    }
}
