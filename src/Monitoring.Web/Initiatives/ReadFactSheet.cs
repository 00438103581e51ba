using Monitoring.Data;
using Monitoring.Web.Budgets;
using Monitoring.Web.Comments;
using Monitoring.Web.Commitments;
using Monitoring.Web.Evidence;
using Monitoring.Web.Indicators;
using Monitoring.Web.Links;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Initiatives;

/// <summary>One initiative with every section of its fact sheet.</summary>
public sealed record FactSheet
{
    public required InitiativeRow Initiative { get; init; }
    public required string AxisName { get; init; }
    public required IReadOnlyList<Topic> Topics { get; init; }
    public required ILookup<InstitutionPart, PartyRow> Parties { get; init; }
    public required ILookup<Section, ItemRow> Items { get; init; }
    public required IReadOnlyList<ResultRow> Results { get; init; }
    public required IReadOnlyList<NextStepRow> Steps { get; init; }
    public required IReadOnlyList<CommitmentRow> Commitments { get; init; }

    /// <summary>What its reader is shown of the commitments and indicators, which are the country's.</summary>
    public required Narratives CountryTexts { get; init; }
    public required IReadOnlyList<IndicatorValue> Indicators { get; init; }
    public required IReadOnlyList<BudgetLineRow> Budget { get; init; }
    public required IReadOnlyList<string> Institutions { get; init; }

    /// <summary>Whom a next step can be in the hands of.</summary>
    public required IReadOnlyList<string> People { get; init; }
    public required IReadOnlyList<Axis> Axes { get; init; }

    /// <summary>All topics of the group's agenda.</summary>
    public required IReadOnlyList<Topic> Agenda { get; init; }

    /// <summary>The codes of the country's results and next steps.</summary>
    public required IReadOnlyList<string> Facts { get; init; }
    /// <summary>By the row that they are on.</summary>
    public required ILookup<Guid, CommentRow> Comments { get; init; }
    /// <summary>By the row that it is of.</summary>
    public required ILookup<Guid, EvidenceRow> Evidence { get; init; }

    /// <summary>What its facts are linked to, and what is linked to its steps.</summary>
    public required FactLinks Links { get; init; }
    public required FieldMarks Marks { get; init; }

    /// <summary>The texts as the reader is shown them.</summary>
    public required Narratives Texts { get; init; }

    /// <summary>For showing controls; each save asks again.</summary>
    public required bool MayEdit { get; init; }

    /// <summary>What belongs to the country as a whole: archive, institutions.</summary>
    public required bool MayEditCountry { get; init; }
}

public sealed class ReadFactSheet(Gate gate)
{
    /// <summary>Null where no such initiative is, in this country.</summary>
    public async Task<FactSheet?> RunAsync(CountryCode country, string code, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        if (await db.OneAsync<InitiativeRow>(InitiativeRow.ByCode, new { Code = code }, ct) is not { } initiative) return null;
        var of = new { InitiativeId = initiative.Id };
        return new FactSheet
        {
            Initiative = initiative,
            AxisName = (await db.OneAsync<Axis>(AxisOf, new { Code = initiative.AxisCode }, ct))?.Name ?? "",
            Topics = await db.ListAsync<Topic>(Topics, of, ct),
            Parties = (await db.ListAsync<PartyRow>(Parties, of, ct)).ToLookup(p => p.Part),
            Items = (await db.ListAsync<ItemRow>(Items, of, ct)).ToLookup(i => i.Section),
            Results = await db.ListAsync<ResultRow>(Results, of, ct),
            Steps = await db.WithPostponementsAsync(await db.ListAsync<NextStepRow>(ListNextSteps.OfInitiative, of, ct), ct),
            CountryTexts = Narratives.ForReader(await db.ListAsync<TranslationRow>(CountryTranslations.OnFactSheet, of, ct)),
            Commitments = await db.ListAsync<CommitmentRow>(ListCommitments.OfInitiative, of, ct),
            Indicators = await db.ListAsync<IndicatorValue>(ListIndicators.OfInitiative, of, ct),
            Budget = await db.ListAsync<BudgetLineRow>(ListBudgetLines.OfInitiative, of, ct),
            Institutions = await db.ListAsync<string>(InstitutionNames, null, ct),
            People = await StepChoices.PeopleAsync(gate, db, ct),
            Axes = await db.ListAsync<Axis>(ListInitiatives.Axes, null, ct),
            Agenda = await db.ListAsync<Topic>(Agenda, null, ct),
            Facts = await db.ListAsync<string>(Facts, null, ct),
            Comments = (await db.ListAsync<CommentRow>(ListComments.OfInitiative, of, ct)).ToLookup(c => c.SubjectId),
            Evidence = (await db.ListAsync<EvidenceRow>(ListEvidence.OfInitiative, of, ct)).ToLookup(e => e.SubjectId),
            Links = FactLinks.Of(await ListLinks.OfInitiativeAsync(db, initiative.Id, ct)),
            Marks = new FieldMarks(await db.ListAsync<ValueMarkRow>(Marks, of, ct)),
            Texts = Narratives.ForReader(await db.ListAsync<TranslationRow>(TranslationRow.OfInitiative, of, ct)),
            MayEdit = await gate.MayAsync(May.EditInitiative, country, initiative.Id, ct),
            MayEditCountry = await gate.MayAsync(May.EditCountry, country, ct: ct),
        };
    }

    public static readonly CountrySql AxisOf = CountrySql.Of("select Code, NameEn, NameEs from ThematicAxis where Code = @Code");

    public static readonly CountrySql Topics = CountrySql.Of("""
        select c.Code, c.NameEn, c.NameEs, t.Mark
          from InitiativeTopic t
          join Topic c on c.Code = t.TopicCode
         where t.Country = @Country and t.InitiativeId = @InitiativeId
         order by c.Position
        """);

    public static readonly CountrySql Parties = CountrySql.Of("""
        select p.Id, p.InitiativeId, i.Code as InitiativeCode, p.Part, p.PrintedName, p.InstitutionId, p.Role, p.Position, p.Mark, p.RetiredAt,
               p.Version, p.ChangedAt, p.ChangedBy
          from InitiativeInstitution p
          join Initiative i on i.Country = p.Country and i.Id = p.InitiativeId
         where p.Country = @Country and p.InitiativeId = @InitiativeId and p.RetiredAt is null
         order by p.Part, p.Position, p.Id
        """);

    public static readonly CountrySql Items = CountrySql.Of("""
        select t.Id, t.InitiativeId, i.Code as InitiativeCode, t.Section, t.Position, t.Text, t.Responsible, t.ItemYear, t.Detail, t.Mark,
               t.SourceLines, t.RetiredAt, t.Version, t.ChangedAt, t.ChangedBy
          from InitiativeItem t
          join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
         where t.Country = @Country and t.InitiativeId = @InitiativeId and t.RetiredAt is null
         order by t.Section, t.Position, t.Id
        """);

    public static readonly CountrySql Results = CountrySql.Of("""
        select r.Id, r.InitiativeId, r.Code, r.Text, r.ReportedOn, r.ReportedBy, r.Attribution, r.Theme, r.Position, r.Mark, r.SourceLines,
               r.RetiredAt, r.Version, r.ChangedAt, r.ChangedBy,
               coalesce(d.Code, s.Code) as DuplicateOf, coalesce(di.Code, si.Code) as DuplicateInitiative
          from Result r
          left join Result d on d.Country = r.Country and d.Id = r.DuplicateOfResultId
          left join Initiative di on di.Country = r.Country and di.Id = d.InitiativeId
          left join NextStep s on s.Country = r.Country and s.Id = r.DuplicateOfNextStepId
          left join Initiative si on si.Country = r.Country and si.Id = s.InitiativeId
         where r.Country = @Country and r.InitiativeId = @InitiativeId and r.RetiredAt is null
         order by r.Position, r.Code
        """);

    public static readonly CountrySql InstitutionNames = CountrySql.Of("select Name from Institution where Country = @Country order by Name");

    public static readonly CountrySql Agenda = CountrySql.Of("select Code, NameEn, NameEs, 'Reported' as Mark from Topic order by Position");

    public static readonly CountrySql Facts = CountrySql.Of("""
        select r.Code from Result r where r.Country = @Country and r.RetiredAt is null and r.DuplicateOfResultId is null and r.DuplicateOfNextStepId is null
        union all
        select s.Code from NextStep s where s.Country = @Country and s.RetiredAt is null
        order by Code
        """);

    public static readonly CountrySql Marks = CountrySql.Of("""
        select m.SubjectId, m.Field, m.Mark, m.Note
          from ValueMark m
         where m.Country = @Country
           and (m.SubjectId = @InitiativeId
                or m.SubjectId in (select p.Id from InitiativeInstitution p where p.Country = @Country and p.InitiativeId = @InitiativeId)
                or m.SubjectId in (select t.Id from InitiativeItem t where t.Country = @Country and t.InitiativeId = @InitiativeId)
                or m.SubjectId in (select r.Id from Result r where r.Country = @Country and r.InitiativeId = @InitiativeId)
                or m.SubjectId in (select s.Id from NextStep s where s.Country = @Country and s.InitiativeId = @InitiativeId))
        """);
}
