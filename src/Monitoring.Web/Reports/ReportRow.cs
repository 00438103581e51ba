using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>A country's report of a cycle. Before anything was done with it there is none, and it is a draft.</summary>
public sealed record ReportRow : Row
{
    public const string Subject = "CountryReport";

    public string CycleCode { get; init; } = "";
    public ContentState State { get; init; }
    public DateTime StateSince { get; init; }

    /// <summary>More time for this country, given by the secretariat.</summary>
    public DateOnly? ExtendedTo { get; init; }

    public static ReportRow None(string cycle) => new() { CycleCode = cycle };

    public static readonly CountrySql One = CountrySql.Of("""
        select Id, CycleCode, State, StateSince, Version, ChangedAt, ChangedBy from CountryReport where Country = @Country and Id = @Id
        """);

    public static readonly CountrySql All = CountrySql.Of("""
        select r.Id, r.CycleCode, r.State, r.StateSince, r.Version, r.ChangedAt, r.ChangedBy,
               (select max(e.UntilOn) from ReportExtension e where e.Country = @Country and e.CycleCode = r.CycleCode) as ExtendedTo
          from CountryReport r
         where r.Country = @Country
        """);

    public static readonly Filter OfCycle = Filter.Of("r.CycleCode = @Cycle");

    public static readonly CountrySql Begin = CountrySql.Of("""
        insert into CountryReport (Country, CycleCode, Id, State, StateSince, Version, ChangedAt, ChangedBy)
        select @Country, c.Code, @Id, 'Draft', @Now, 1, @Now, @Person
          from ReportingCycle c
         where c.Code = @Cycle and not exists (select 1 from CountryReport r where r.Country = @Country and r.CycleCode = @Cycle)
        """);

    public static readonly CountrySql Move = CountrySql.Of("""
        update CountryReport
           set State = @State, StateSince = @Now, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}

/// <summary>The state that a report goes to.</summary>
public sealed record ReportDraft : Draft
{
    public ContentState State { get; init; }
}

/// <summary>What a person does with the report that they see; version 0 where there was none yet. A retry carries the same operation.</summary>
public sealed record ReportMove : Draft
{
    public required string Cycle { get; init; }
    public string? Reason { get; init; }

    public static ReportMove Of(ReportRow report, string? reason = null) =>
        new() { Cycle = report.CycleCode, Version = report.Version, Reason = reason };
}
