using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Web.NextSteps;

/// <summary>What the list shows: open steps (nothing chosen), all, or those of one kind.</summary>
public enum StepFilter { Open, Overdue, Soon, Undated, Done, Dropped, All }

/// <summary>A page of steps and the initiatives among theirs that the person may edit.</summary>
public sealed record StepList(Page<NextStepRow> Page, IReadOnlySet<Guid> Editable);

public sealed class ListNextSteps(Gate gate, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <exception cref="UnknownChoiceException">A sort key that is not offered.</exception>
    public async Task<StepList> RunAsync(CountryCode country, StepFilter filter, string? sort, int page, CancellationToken ct = default)
    {
        var order = Sort.Parse(sort ?? "due");
        await using var db = await gate.ReadAsync(country, ct: ct);
        var steps = await db.PageAsync<NextStepRow>(All.And(Of(filter)), new { Soon = clock.Today().AddDays(NextStepRules.SoonDays) }, order, new Window((page - 1) * PageSize, PageSize), ct);
        return new StepList(steps, await gate.EditableAsync(country, steps.Rows.Select(s => s.InitiativeId), ct));
    }

    private static Filter? Of(StepFilter filter) => filter switch
    {
        StepFilter.Open => Open,
        StepFilter.Overdue => Overdue,
        StepFilter.Soon => Soon,
        StepFilter.Undated => Undated,
        StepFilter.Done => Done,
        StepFilter.Dropped => Dropped,
        _ => null,
    };

    public static readonly SortBy Sort = SortBy.Of("code", "s.Code").Or("due", "case when s.DueOn is null then 1 else 0 end, s.DueOn").Or("status", "s.Status")
        .Or("initiative", "i.Code");

    public static readonly CountrySql All = CountrySql.Of("""
        select s.Id, s.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage, s.Code, s.Text, s.Responsible, s.DueOn, s.DueMark, s.Status,
               s.TargetNumber, s.Note, s.Position, s.Mark, s.SourceLines, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null
        """);

    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select s.Id, s.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage, s.Code, s.Text, s.Responsible, s.DueOn, s.DueMark, s.Status,
               s.TargetNumber, s.Note, s.Position, s.Mark, s.SourceLines, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.InitiativeId = @InitiativeId and s.RetiredAt is null
         order by s.Position, s.Code
        """);

    /// <summary>Open and due up to <c>@Until</c>, the longest overdue first.</summary>
    public static readonly CountrySql DueUntil = CountrySql.Of("""
        select s.Id, s.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage, s.Code, s.Text, s.Responsible, s.DueOn, s.DueMark, s.Status,
               s.TargetNumber, s.Note, s.Position, s.Mark, s.SourceLines, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null
           and s.Status in ('Planned', 'UnderWay') and s.DueOn <= @Until
         order by s.DueOn, s.Code
        """);

    public static readonly Filter Open = Filter.Of("s.Status in ('Planned', 'UnderWay')");

    public static readonly Filter Overdue = Filter.Of("s.Status in ('Planned', 'UnderWay') and s.DueOn < @Today");

    public static readonly Filter Soon = Filter.Of("s.Status in ('Planned', 'UnderWay') and s.DueOn >= @Today and s.DueOn <= @Soon");

    public static readonly Filter Undated = Filter.Of("s.Status in ('Planned', 'UnderWay') and s.DueOn is null");

    public static readonly Filter Done = Filter.Of("s.Status = 'Done'");

    public static readonly Filter Dropped = Filter.Of("s.Status = 'Dropped'");
}
