using Monitoring.Data;
using Monitoring.Web.Comments;
using Monitoring.Web.Evidence;
using Monitoring.Web.Translations;

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

    /// <summary>Of the note; null where nothing was answered.</summary>
    public string? ContentLanguage { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public Mark? Mark { get; init; }
    public Guid? Id { get; init; }
    public int? Version { get; init; }
    public DateTime? ChangedAt { get; init; }
    public string? ChangedBy { get; init; }

    /// <summary>What evidence of the answer hangs on. It can be gathered before the answer is given.</summary>
    public Thing Thing => new("ChecklistAnswer", Id ?? AnswerRules.IdOf(Code, ItemNo), null, "checklists#" + Code, $"{Code}.{ItemNo}");

    /// <summary>The answer as it is edited; null where there is none.</summary>
    public AnswerRow? Answered => Id is not { } id ? null : new AnswerRow
    {
        Id = id,
        Version = Version ?? 0,
        ChangedAt = ChangedAt ?? default,
        ChangedBy = ChangedBy ?? "",
        ChecklistCode = Code,
        ItemNo = ItemNo,
        Answer = Answer,
        Note = Note,
        ContentLanguage = ContentLanguage ?? "",
        AnsweredOn = AnsweredOn,
        Mark = Mark ?? Data.Mark.Reported,
    };
}

/// <summary>A ladder of the country with the rung on which it stands; null: none was reported.</summary>
public sealed record LadderRow
{
    /// <summary>Of the indicator.</summary>
    public Guid Id { get; init; }
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string ContentLanguage { get; init; } = "";

    /// <summary>The name as its reader is shown it.</summary>
    public Narrative Shown { get; init; } = new("", "");
    public int Position { get; init; }
    public string Step { get; init; } = "";
    public string? Rung { get; init; }
    public Mark? Mark { get; init; }
    public DateTime? ChangedAt { get; init; }
    public string? SourceLines { get; init; }
    public Guid? MeasurementId { get; init; }
    public Guid? InitiativeId { get; init; }

    /// <summary>What evidence of the rung hangs on; null while none was reported.</summary>
    public Thing? Thing => MeasurementId is { } id ? new Thing("Measurement", id, InitiativeId, $"indicators/{Code}", Code) : null;
}

/// <summary>The region's lists with the country's answers, its ladders, and whether the person may answer.</summary>
public sealed record Checklists(IReadOnlyList<ChecklistRow> Rows, IReadOnlyList<LadderRow> Ladders,
    ILookup<Guid, EvidenceRow> Evidence, ILookup<Guid, CommentRow> Comments, bool MayEdit)
{
    /// <summary>What their reader is shown of the notes.</summary>
    public required Narratives Texts { get; init; }

    /// <summary>In which language the country writes; null: it has written nothing yet.</summary>
    public string? UsualLanguage { get; init; }
}

public sealed class ListChecklists(Gate gate)
{
    public async Task<Checklists> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return new Checklists(await db.ListAsync<ChecklistRow>(All, null, ct), await LaddersAsync(db, ct),
            (await db.ListAsync<EvidenceRow>(ListEvidence.OfAnswersAndValues, null, ct)).ToLookup(e => e.SubjectId),
            (await db.ListAsync<CommentRow>(ListComments.OfAnswersAndValues, null, ct)).ToLookup(c => c.SubjectId), await gate.MayAsync(May.EditCountry, country, ct: ct))
        {
            Texts = await CountryTranslations.OfAsync(db, ChecklistsRoom.ChecklistAnswer, ct),
            UsualLanguage = await CountryTranslations.UsualAsync(db, ct),
        };
    }

    private static async Task<IReadOnlyList<LadderRow>> LaddersAsync(CountryDb db, CancellationToken ct)
    {
        var texts = await CountryTranslations.OfAsync(db, Indicators.IndicatorsRoom.Indicator, ct);
        return [.. (await db.ListAsync<LadderRow>(Ladders, null, ct)).Select(l => l with { Shown = texts.Of(l.Id, nameof(l.Name), l.Name, l.ContentLanguage) })];
    }

    public static readonly CountrySql All = CountrySql.Of("""
        select c.Code, c.Name, x.NameEn as AxisNameEn, x.NameEs as AxisNameEs, c.ReferencePractice, c.SourceLines, t.ItemNo, t.Text,
               a.Answer, a.Note, a.ContentLanguage, a.AnsweredOn, a.Mark, a.Id, a.Version, a.ChangedAt, a.ChangedBy
          from Checklist c
          join ThematicAxis x on x.Code = c.AxisCode
          join ChecklistItem t on t.ChecklistCode = c.Code
          left join ChecklistAnswer a on a.Country = @Country and a.ChecklistCode = t.ChecklistCode and a.ItemNo = t.ItemNo
         order by c.Position, t.ItemNo
        """);

    public static readonly CountrySql Ladders = CountrySql.Of("""
        select k.Id, k.Code, d.Name, d.ContentLanguage, s.Position, s.Name as Step, m.Rung, m.Mark, m.ChangedAt, m.SourceLines, m.Id as MeasurementId, k.InitiativeId
          from Indicator k
          join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = k.CurrentDefinition
          join IndicatorStep s on s.Country = k.Country and s.IndicatorId = k.Id and s.DefinitionNo = k.CurrentDefinition
          left join Measurement m on m.Country = k.Country and m.IndicatorId = k.Id and m.RetiredAt is null
               and exists (select 1 from IndicatorStep n where n.Country = k.Country and n.IndicatorId = k.Id and n.DefinitionNo = k.CurrentDefinition and n.Name = m.Rung)
               and not exists (select 1 from Measurement x
                                 join IndicatorStep o on o.Country = x.Country and o.IndicatorId = x.IndicatorId and o.DefinitionNo = k.CurrentDefinition and o.Name = x.Rung
                                where x.Country = k.Country and x.IndicatorId = k.Id and x.RetiredAt is null
                                  and (x.PeriodStart > m.PeriodStart or (m.PeriodStart is null and x.PeriodStart is not null)
                                       or (x.DefinitionNo > m.DefinitionNo and (x.PeriodStart = m.PeriodStart or (x.PeriodStart is null and m.PeriodStart is null)))))
         where k.Country = @Country and k.RetiredAt is null and d.Kind = 'Ladder'
         order by k.Position, k.Code, s.Position
        """);
}
