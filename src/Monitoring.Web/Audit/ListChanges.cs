using Monitoring.Data;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Audit;

/// <summary>One operation.</summary>
public sealed record ChangeRow
{
    public int LinkNo { get; init; }
    public DateTime HappenedAt { get; init; }
    public string PersonName { get; init; } = "";

    /// <summary>Whom they stood in for; null where they did it in a role of their own.</summary>
    public string? ForPersonName { get; init; }
    public ChangeAction Action { get; init; }
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }

    /// <summary>What a person calls the row: <c>HN-MAHE-N2</c>.</summary>
    public string Label { get; init; } = "";
    public string? Reason { get; init; }

    /// <summary>Of the last operations: the first field that was changed.</summary>
    public string? FirstField { get; init; }
}

/// <summary>One field of an operation.</summary>
public sealed record FieldRow
{
    public int LinkNo { get; init; }
    public int ChangeNo { get; init; }
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";
    public string? OldValue { get; init; }
    public string? NewValue { get; init; }
    public Mark? OldMark { get; init; }
    public string? OldSource { get; init; }

    /// <summary>Which cell a value of an indicator is; null for anything else.</summary>
    public Sex? Sex { get; init; }
    public string? AgeBand { get; init; }
    public string? PopulationGroup { get; init; }

    /// <summary>Of a budget line as it is now: its amounts are minor units.</summary>
    public string? Currency { get; init; }

    public CellKey? Cell => Sex is { } sex ? new CellKey(sex, AgeBand!, PopulationGroup!) : null;
}

/// <summary>What the history can be narrowed to.</summary>
public enum HistorySubject { Initiative, InitiativeItem, Result, NextStep, Commitment, CountryStatement, TimelineEvent, Indicator, Measurement, BudgetLine, ChecklistAnswer, CommonIndicatorAnswer, Translation, CountryTranslation, FactLink, CountryReport, Snapshot }

public sealed record HistoryFilter(string? Initiative = null, HistorySubject? Subject = null);

/// <summary>A page of operations, the newest first, each with its fields.</summary>
public sealed record History(Page<ChangeRow> Page, ILookup<int, FieldRow> Fields, bool MayRestore);

public sealed class ListChanges(Gate gate)
{
    public const int PageSize = 50;

    public async Task<History> RunAsync(CountryCode country, HistoryFilter filter, int page, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        var code = string.IsNullOrEmpty(filter.Initiative) ? null : OfInitiative;
        var subject = filter.Subject is null ? null : OfSubject;
        var links = await db.PageAsync<ChangeRow>(Links.And(code).And(subject), filter, Sort.Parse("-newest"),
            new Window((page - 1) * PageSize, PageSize), ct);
        var fields = links.Rows.Count == 0 ? [] : await db.ListAsync<FieldRow>(Fields.And(code).And(subject),
            new { filter.Initiative, filter.Subject, From = links.Rows[^1].LinkNo, To = links.Rows[0].LinkNo }, ct);
        return new History(links, fields.OrderBy(f => f.ChangeNo).ToLookup(f => f.LinkNo), await gate.MayAsync(May.EditCountry, country, ct: ct));
    }

    public static readonly SortBy Sort = SortBy.Of("newest", "l.LinkNo");

    public static readonly CountrySql Links = CountrySql.Of("""
        select l.LinkNo, l.HappenedAt, l.PersonName, l.ForPersonName, l.Action, l.Subject, l.SubjectId, l.Label, l.Reason
          from AuditLink l
         where l.Country = @Country
        """);

    public static readonly CountrySql Fields = CountrySql.Of("""
        select f.LinkNo, f.ChangeNo, f.Subject, f.SubjectId, f.Field, f.OldValue, f.NewValue, f.OldMark, f.OldSource,
               m.Sex, m.AgeBand, m.PopulationGroup, b.Currency
          from FieldChange f
          join AuditLink l on l.Country = f.Country and l.LinkNo = f.LinkNo
          left join Measurement m on m.Country = f.Country and m.Id = f.SubjectId
          left join BudgetLine b on b.Country = f.Country and b.Id = f.SubjectId
         where f.Country = @Country and f.LinkNo >= @From and f.LinkNo <= @To
        """);

    /// <summary>The last operations, for the country's home: <c>@Newest</c> of them.</summary>
    public static readonly CountrySql Recent = CountrySql.Of("""
        select l.LinkNo, l.HappenedAt, l.PersonName, l.ForPersonName, l.Action, l.Subject, l.SubjectId, l.Label, l.Reason,
               f.Field as FirstField
          from AuditLink l
          left join FieldChange f on f.Country = l.Country and f.LinkNo = l.LinkNo and f.ChangeNo = 1
         where l.Country = @Country and l.LinkNo > (select h.LastLink - @Newest from CountryHead h where h.Country = @Country)
         order by l.LinkNo desc
        """);

    public static readonly Filter OfSubject = Filter.Of("l.Subject = @Subject");

    public static readonly Filter OfInitiative = Filter.Of("""
        l.SubjectId in (
            select i.Id from Initiative i where i.Country = @Country and i.Code = @Initiative
            union all select t.Id from InitiativeItem t join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
                       where t.Country = @Country and i.Code = @Initiative
            union all select r.Id from Result r join Initiative i on i.Country = r.Country and i.Id = r.InitiativeId
                       where r.Country = @Country and i.Code = @Initiative
            union all select s.Id from NextStep s join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
                       where s.Country = @Country and i.Code = @Initiative
            union all select t.Id from Translation t join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
                       where t.Country = @Country and i.Code = @Initiative
            union all select u.Id from FactLink u join Initiative i on i.Country = u.Country and i.Id = u.InitiativeId
                       where u.Country = @Country and i.Code = @Initiative
            union all select k.Id from Indicator k join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
                       where k.Country = @Country and i.Code = @Initiative
            union all select b.Id from BudgetLine b join Initiative i on i.Country = b.Country and i.Id = b.InitiativeId
                       where b.Country = @Country and i.Code = @Initiative)
        """);
}
