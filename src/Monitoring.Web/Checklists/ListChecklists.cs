using Monitoring.Data;

namespace Monitoring.Web.Checklists;

/// <summary>One item of a checklist with the country's answer; no answer is no row, and nothing is ticked beforehand.</summary>
public sealed record ChecklistRow
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string AxisNameEn { get; init; } = "";
    public string AxisNameEs { get; init; } = "";
    public string? ReferencePractice { get; init; }
    public string? SourceLines { get; init; }
    public int ItemNo { get; init; }
    public string Text { get; init; } = "";
    public ChecklistReply? Answer { get; init; }
    public string? Note { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public Mark? Mark { get; init; }
}

public sealed class ListChecklists(Gate gate)
{
    public async Task<IReadOnlyList<ChecklistRow>> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<ChecklistRow>(All, null, ct);
    }

    public static readonly CountrySql All = CountrySql.Of("""
        select c.Code, c.Name, x.NameEn as AxisNameEn, x.NameEs as AxisNameEs, c.ReferencePractice, c.SourceLines, t.ItemNo, t.Text,
               a.Answer, a.Note, a.AnsweredOn, a.Mark
          from Checklist c
          join ThematicAxis x on x.Code = c.AxisCode
          join ChecklistItem t on t.ChecklistCode = c.Code
          left join ChecklistAnswer a on a.Country = @Country and a.ChecklistCode = t.ChecklistCode and a.ItemNo = t.ItemNo
         order by c.Position, t.ItemNo
        """);
}
