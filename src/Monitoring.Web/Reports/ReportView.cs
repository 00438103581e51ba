using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>A snapshot as lists name it.</summary>
public sealed record SnapshotRow
{
    public int SnapshotNo { get; init; }
    public string CycleCode { get; init; } = "";
    public string Title { get; init; } = "";
    public ContentState State { get; init; }
    public string Hash { get; init; } = "";
    public DateTime AcceptedAt { get; init; }
    public string AcceptedBy { get; init; } = "";
    public DateTime? PublishedAt { get; init; }

    public static readonly CountrySql All = CountrySql.Of("""
        select SnapshotNo, CycleCode, Title, State, Hash, AcceptedAt, AcceptedBy, PublishedAt from Snapshot where Country = @Country order by SnapshotNo
        """);
}

/// <summary>One section of the fact sheets: how many initiatives fill it, and which do not.</summary>
public sealed record SectionFill(SheetPart Part, int There, int Expected, IReadOnlyList<string> Missing);

/// <summary>What stands in a report: as it would be frozen now, or as it was frozen.</summary>
public sealed record ReportContent
{
    public required FrozenContent Rows { get; init; }
    public required IReadOnlyList<SectionFill> Sections { get; init; }
    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>Against <see cref="Before"/>.</summary>
    public required IReadOnlyList<RowDiff> Changes { get; init; }

    /// <summary>The snapshot that this content is compared with; null for a country's first report.</summary>
    public required SnapshotRow? Before { get; init; }

    /// <summary>The snapshot that this content is; null while it lives.</summary>
    public required SnapshotRow? Frozen { get; init; }

    /// <summary>Findings of an accepted report are past: nothing of it can be mended.</summary>
    public static async Task<ReportContent> ReadAsync(CountryDb db, ReportRow report, IReadOnlyList<Reopening> reopenings, DateOnly today, CancellationToken ct)
    {
        var snapshots = await db.ListAsync<SnapshotRow>(SnapshotRow.All, null, ct);
        var isFrozen = report.State is ContentState.Accepted or ContentState.Published;
        var frozen = isFrozen ? snapshots.LastOrDefault(s => s.CycleCode == report.CycleCode) : null;
        // By cycle and then by number: an earlier cycle that was corrected later has the higher number.
        var ordered = snapshots.OrderBy(s => s.CycleCode, StringComparer.Ordinal).ThenBy(s => s.SnapshotNo).ToList();
        var before = frozen is null
            ? ordered.LastOrDefault(s => string.CompareOrdinal(s.CycleCode, report.CycleCode) <= 0) ?? ordered.LastOrDefault()
            : ordered.TakeWhile(s => s.SnapshotNo != frozen.SnapshotNo).LastOrDefault();
        var rows = frozen is null ? await ReopenedContent.ReadAsync(db, report.CycleCode, reopenings, ct) : await FrozenContent.KeptAsync(db, frozen.SnapshotNo, ct);
        var was = before is null ? FrozenContent.Nothing : await FrozenContent.KeptAsync(db, before.SnapshotNo, ct);
        var facts = frozen is null && ReopeningRules.Items(reopenings) is null ? await FindingFacts.ReadAsync(db, today, ct) : null;
        return new ReportContent
        {
            Rows = rows,
            Sections = facts is null ? [] : Fill(facts.Initiatives),
            Findings = facts is null ? [] : FindingRules.Of(facts),
            Changes = SnapshotDiff.Between(was, rows),
            Before = before,
            Frozen = frozen,
        };
    }

    private static IReadOnlyList<SectionFill> Fill(IReadOnlyList<InitiativeFacts> initiatives)
    {
        var missing = initiatives.SelectMany(i => CompletenessRules.Missing(i).Select(p => (p, i.Code))).ToLookup(m => m.p, m => m.Code);
        return [.. Enum.GetValues<SheetPart>().Select(p => new SectionFill(p, initiatives.Count - missing[p].Count(), initiatives.Count, [.. missing[p]]))];
    }
}

/// <summary>A country's report of a cycle as one person has it.</summary>
public sealed record ReportView
{
    public required IReadOnlyList<Cycle> Cycles { get; init; }

    /// <summary>Null where the secretariat has opened none yet.</summary>
    public required Cycle? Cycle { get; init; }
    public required ReportRow Report { get; init; }
    public required IReadOnlyList<ReportStep> Steps { get; init; }

    /// <summary>What was asked, granted and refused after an acceptance.</summary>
    public required IReadOnlyList<Reopening> Reopenings { get; init; }

    /// <summary>The country's non-working days.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Who reads this.</summary>
    public Guid? Me { get; init; }

    /// <summary>Does the reader hold themself a role in which somebody can stand in for them?</summary>
    public bool MayNameDeputy { get; init; }

    /// <summary>How many of the country's working days the report has been where it is.</summary>
    public int DaysInState => new WorkingDays(Holidays.Select(h => h.HeldOn)).Between(DateOnly.FromDateTime(Report.StateSince), Today);

    /// <summary>Working days until it is due; negative once that is past, null without a date.</summary>
    public int? DaysToDue => DueOn is { } due ? new WorkingDays(Holidays.Select(h => h.HeldOn)).Between(Today, due) : null;

    /// <summary>May this person ask for a reopening?</summary>
    public bool MayAsk { get; init; }

    /// <summary>Null where the person may not read it yet.</summary>
    public required ReportContent? Content { get; init; }

    /// <summary>What the person can do now, on whose behalf.</summary>
    public required IReadOnlyList<(ReportActor By, ReportAction Action)> Possible { get; init; }

    /// <summary>The person would approve what they sent, and the country does not allow it.</summary>
    public bool IsOwn { get; init; }
    public bool AllowsOwnApproval { get; init; }
    public bool MayManage { get; init; }
    public required DateOnly Today { get; init; }

    public DateOnly? DueOn => Cycle is null ? null : ReportRules.DueOn(Cycle, Report.ExtendedTo);

    public bool IsOverdue => Cycle is not null && ReportRules.IsOverdue(Cycle, Report.ExtendedTo, Report.State, Today);

    public bool TakesReports => Cycle is not null && ReportRules.TakesReports(Cycle, Report.ExtendedTo, Today);

    public int Blocking => Content?.Findings.Count(f => f.Blocks) ?? 0;
}
