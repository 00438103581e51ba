using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>Asked by the country; granted or refused by the lead; withdrawn by the country; ended by an acceptance, or without one.</summary>
public enum ReopeningState { Asked, Granted, Refused, Withdrawn, Ended }

/// <summary>What of an accepted report can be opened again by itself.</summary>
public enum ReopenedThing { Initiative, Measurement, BudgetLine }

/// <summary>One request to correct what was accepted, with its answer: who asked and why, who answered, until when, what came of it.</summary>
public sealed record Reopening : Row
{
    public const string Table = "ReportReopening";

    public string CycleCode { get; init; } = "";

    /// <summary>Null: the whole report.</summary>
    public ReopenedThing? Subject { get; init; }
    public Guid? SubjectId { get; init; }
    public string Label { get; init; } = "";
    public ReopeningState State { get; init; }
    public string Reason { get; init; } = "";
    public DateTime AskedAt { get; init; }
    public string AskedBy { get; init; } = "";
    public DateOnly? UntilOn { get; init; }
    public string? Answer { get; init; }
    public DateTime? AnsweredAt { get; init; }
    public string? AnsweredBy { get; init; }
    public Shared.ContentState? BackTo { get; init; }

    /// <summary>The snapshot that was frozen at the end; null where it ended without a correction.</summary>
    public int? SnapshotNo { get; init; }

    public static readonly CountrySql One = CountrySql.Of("""
        select Id, CycleCode, Subject, SubjectId, Label, State, Reason, AskedAt, AskedBy, UntilOn, Answer, AnsweredAt, AnsweredBy, BackTo, SnapshotNo,
               Version, ChangedAt, ChangedBy
          from ReportReopening
         where Country = @Country and Id = @Id
        """);

    /// <summary>Of a cycle, the oldest first.</summary>
    public static readonly CountrySql OfCycle = CountrySql.Of("""
        select Id, CycleCode, Subject, SubjectId, Label, State, Reason, AskedAt, AskedBy, UntilOn, Answer, AnsweredAt, AnsweredBy, BackTo, SnapshotNo,
               Version, ChangedAt, ChangedBy
          from ReportReopening
         where Country = @Country and CycleCode = @Cycle
         order by AskedAt, Id
        """);

    public static readonly CountrySql Add = CountrySql.Of("""
        insert into ReportReopening (Country, Id, CycleCode, Subject, SubjectId, Label, State, Reason, AskedAt, AskedBy, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Cycle, @Subject, @SubjectId, @Label, 'Asked', @Reason, @Now, @Person, 1, @Now, @Person)
        """);

    /// <summary>Every open one of the cycle is over; with the snapshot that came of it, or without.</summary>
    public static readonly CountrySql End = CountrySql.Of("""
        update ReportReopening
           set State = 'Ended', SnapshotNo = @SnapshotNo, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and CycleCode = @Cycle and State = 'Granted'
        """);

    public static Task<IReadOnlyList<Reopening>> ListAsync(CountryDb db, string cycle, CancellationToken ct) =>
        db.ListAsync<Reopening>(OfCycle, new { Cycle = cycle }, ct);
}
