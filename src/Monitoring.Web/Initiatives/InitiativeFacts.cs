using Monitoring.Data;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Initiatives;

/// <summary>What the list and the country's home know of an initiative: its status, and how much of each part is there.</summary>
public sealed record InitiativeFacts
{
    public Guid Id { get; init; }
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
    public string ContentLanguage { get; init; } = "";

    /// <summary>The title in the other language, and the title that it says.</summary>
    public string? TitleTranslation { get; init; }
    public string? TitleTranslated { get; init; }

    /// <summary>The title in the reader's language, where a translation says what the title says now.</summary>
    public Narrative ShownTitle => Narratives.InList(Title, ContentLanguage, TitleTranslation, TitleTranslated);
    public string AxisCode { get; init; } = "";
    public Stage Stage { get; init; }
    public Mark StageMark { get; init; }
    public Outlook Outlook { get; init; }
    public string? Coverage { get; init; }
    public string? Length { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? TargetPopulation { get; init; }
    public int? ProgressPercent { get; init; }
    public Mark ProgressMark { get; init; }

    /// <summary>Filled in by the list.</summary>
    public string? TopicNames { get; init; }

    /// <summary>Filled in by the list.</summary>
    public string? InChargeNames { get; init; }
    public DateTime ChangedAt { get; init; }
    public string ChangedBy { get; init; } = "";
    public int InCharge { get; init; }
    public int Partners { get; init; }
    public int Objectives { get; init; }
    public int EnablingElements { get; init; }
    public int Challenges { get; init; }
    public int ImprovementNeeds { get; init; }
    public int Results { get; init; }
    public int Steps { get; init; }
    public int StepsDone { get; init; }
    public int StepsOverdue { get; init; }
    public int StepsUndated { get; init; }
    public int Amounts { get; init; }

    /// <summary>All of a country; ends in its where clause, so that the list narrows it.</summary>
    public static readonly CountrySql All = CountrySql.Of("""
        select i.Id, i.Code, i.Title, i.ContentLanguage, i.AxisCode, i.Stage, i.Outlook, i.Coverage, i.Length, i.StartsOn, i.EndsOn,
               i.TargetPopulation, i.ProgressPercent, i.ChangedAt, i.ChangedBy,
               (select t.Text from Translation t
                 where t.Country = @Country and t.SubjectId = i.Id and t.Field = 'Title' and t.Language <> i.ContentLanguage) as TitleTranslation,
               (select t.SourceText from Translation t
                 where t.Country = @Country and t.SubjectId = i.Id and t.Field = 'Title' and t.Language <> i.ContentLanguage) as TitleTranslated,
               coalesce((select m.Mark from ValueMark m
                          where m.Country = @Country and m.Subject = 'Initiative' and m.SubjectId = i.Id and m.Field = 'Stage'), i.Mark) as StageMark,
               coalesce((select m.Mark from ValueMark m
                          where m.Country = @Country and m.Subject = 'Initiative' and m.SubjectId = i.Id and m.Field = 'ProgressPercent'), i.Mark) as ProgressMark,
               (select count(*) from InitiativeInstitution p
                 where p.Country = @Country and p.InitiativeId = i.Id and p.Part = 'InCharge' and p.RetiredAt is null) as InCharge,
               (select count(*) from InitiativeInstitution p
                 where p.Country = @Country and p.InitiativeId = i.Id and p.Part = 'Partner' and p.RetiredAt is null) as Partners,
               (select count(*) from InitiativeItem t
                 where t.Country = @Country and t.InitiativeId = i.Id and t.Section = 'Objective' and t.RetiredAt is null) as Objectives,
               (select count(*) from InitiativeItem t
                 where t.Country = @Country and t.InitiativeId = i.Id and t.Section = 'EnablingElement' and t.RetiredAt is null) as EnablingElements,
               (select count(*) from InitiativeItem t
                 where t.Country = @Country and t.InitiativeId = i.Id and t.Section = 'Challenge' and t.RetiredAt is null) as Challenges,
               (select count(*) from InitiativeItem t
                 where t.Country = @Country and t.InitiativeId = i.Id and t.Section = 'ImprovementNeed' and t.RetiredAt is null) as ImprovementNeeds,
               (select count(*) from Result r where r.Country = @Country and r.InitiativeId = i.Id and r.RetiredAt is null) as Results,
               (select count(*) from NextStep s
                 where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null and s.Status <> 'Dropped') as Steps,
               (select count(*) from NextStep s
                 where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null and s.Status = 'Done') as StepsDone,
               (select count(case when s.DueOn < @Today then 1 end) from NextStep s
                 where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null
                   and s.Status in ('Planned', 'UnderWay')) as StepsOverdue,
               (select count(*) from NextStep s
                 where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null
                   and s.Status in ('Planned', 'UnderWay') and s.DueOn is null) as StepsUndated,
               (select count(*) from BudgetLine b
                 where b.Country = @Country and b.InitiativeId = i.Id and b.RetiredAt is null and b.Mark <> 'Illustrative'
                   and coalesce(b.RequiredMinor, b.NationalMinor, b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor) is not null) as Amounts
          from Initiative i
         where i.Country = @Country and i.ArchivedAt is null
        """);
}
