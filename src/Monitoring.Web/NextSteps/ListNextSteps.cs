using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Web.NextSteps;

/// <summary>What the list shows: open steps (nothing chosen), all, or those of one kind.</summary>
public enum StepFilter { Open, Overdue, Soon, Undated, Done, Dropped, All }

/// <summary>What the address asks the list for.</summary>
/// <param name="Show">Which by status and date.</param>
/// <param name="Institution">The responsible institution, as it is written on the step or named among the country's institutions.</param>
/// <param name="InCharge">The person or office responsible.</param>
/// <param name="Initiative">By code.</param>
public sealed record StepQuery(StepFilter Show = StepFilter.Open, string? Institution = null, string? InCharge = null, string? Initiative = null)
{
    public bool IsNarrowed => Institution is not null || InCharge is not null || Initiative is not null;
}

/// <summary>A page of steps, the initiatives among theirs that the person may edit, and what can be chosen.</summary>
public sealed record StepList(Page<NextStepRow> Page, IReadOnlySet<Guid> Editable, StepChoices Choices);

public sealed class ListNextSteps(Gate gate, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <exception cref="UnknownChoiceException">A sort key that is not offered.</exception>
    public async Task<StepList> RunAsync(CountryCode country, StepQuery query, string? sort, int page, CancellationToken ct = default)
    {
        var order = Sort.Parse(sort ?? "due");
        await using var db = await gate.ReadAsync(country, ct: ct);
        var args = new { Soon = clock.Today().AddDays(NextStepRules.SoonDays), query.Institution, query.InCharge, query.Initiative };
        var narrowed = All.And(Of(query.Show)).And(query.Institution is null ? null : OfInstitution).And(query.InCharge is null ? null : InHandsOf)
            .And(query.Initiative is null ? null : UnderInitiative);
        var steps = await db.PageAsync<NextStepRow>(narrowed, args, order, new Window((page - 1) * PageSize, PageSize), ct);
        var choices = await StepChoices.ReadAsync(gate, db, ct);
        var editable = await gate.EditableAsync(country, choices.Initiatives.Select(i => i.Id), ct);
        return new StepList(steps with { Rows = await db.WithPostponementsAsync(steps.Rows, ct) }, editable, choices);
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
        select s.Id, s.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage, s.Code, s.Text, s.Responsible, s.ResponsiblePerson, s.DueOn, s.DueMark, s.Status,
               s.TargetNumber, s.Note, s.Position, s.Mark, s.SourceLines, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null
        """);

    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select s.Id, s.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage, s.Code, s.Text, s.Responsible, s.ResponsiblePerson, s.DueOn, s.DueMark, s.Status,
               s.TargetNumber, s.Note, s.Position, s.Mark, s.SourceLines, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.InitiativeId = @InitiativeId and s.RetiredAt is null
         order by s.Position, s.Code
        """);

    /// <summary>Open and due up to <c>@Until</c>, the longest overdue first.</summary>
    public static readonly CountrySql DueUntil = CountrySql.Of("""
        select s.Id, s.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage, s.Code, s.Text, s.Responsible, s.ResponsiblePerson, s.DueOn, s.DueMark, s.Status,
               s.TargetNumber, s.Note, s.Position, s.Mark, s.SourceLines, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null
           and s.Status in ('Planned', 'UnderWay') and s.DueOn <= @Until
         order by s.DueOn, s.Code
        """);

    public static readonly Filter OfInstitution = Filter.Of("""
        s.Responsible = @Institution
        or exists (select 1 from Institution n where n.Country = @Country and n.Id = s.InstitutionId and n.Name = @Institution)
        """);

    public static readonly Filter InHandsOf = Filter.Of("s.ResponsiblePerson = @InCharge");

    public static readonly Filter UnderInitiative = Filter.Of("i.Code = @Initiative");

    public static readonly Filter Open = Filter.Of("s.Status in ('Planned', 'UnderWay')");

    public static readonly Filter Overdue = Filter.Of("s.Status in ('Planned', 'UnderWay') and s.DueOn < @Today");

    public static readonly Filter Soon = Filter.Of("s.Status in ('Planned', 'UnderWay') and s.DueOn >= @Today and s.DueOn <= @Soon");

    public static readonly Filter Undated = Filter.Of("s.Status in ('Planned', 'UnderWay') and s.DueOn is null");

    public static readonly Filter Done = Filter.Of("s.Status = 'Done'");

    public static readonly Filter Dropped = Filter.Of("s.Status = 'Dropped'");
}
