using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Seeding;

/// <summary>The fact sheets of a country, all sections but next steps and results.</summary>
internal static class InitiativeRows
{
    private static readonly CountrySql Add = CountrySql.Of("""
        insert into Initiative (Country, Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, StageNote, Outlook, Length, Coverage,
               TargetPopulation, PhasesDeclared, SearchText, Position, Mark, SourceLines, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Code, @Title, @Summary, 'en', @Axis, @Stage, @StageNote, @Outlook, @Length, @Coverage,
               @TargetPopulation, @PhasesDeclared, @SearchText, @Position, 'Stated', @Src, 1, @Now, @Person)
        """);

    private static readonly CountrySql AddTopic = CountrySql.Of("""
        insert into InitiativeTopic (Country, InitiativeId, TopicCode, Mark) values (@Country, @Initiative, @Topic, @Mark)
        """);

    private static readonly CountrySql AddPart = CountrySql.Of("""
        insert into InitiativeInstitution (Country, Id, InitiativeId, Part, Position, PrintedName, InstitutionId, Role, Mark, Version, ChangedAt,
               ChangedBy)
        values (@Country, @Id, @Initiative, @Part, @Position, @Name, @Institution, @Role, @Mark, 1, @Now, @Person)
        """);

    private static readonly CountrySql AddItem = CountrySql.Of("""
        insert into InitiativeItem (Country, Id, InitiativeId, Section, Position, Text, Responsible, ItemYear, Detail, Mark, SourceLines,
               Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Initiative, @Section, @Position, @Text, @Responsible, @Year, @Detail, @Mark, @Src, 1, @Now, @Person)
        """);

    public static Guid IdOf(CountryCode country, string code) => SeedId.Of(country, "Initiative", code);

    public static async Task StageAsync(CountryEdit db, ReportFile report, IReadOnlyDictionary<string, Guid> bodies, CancellationToken ct)
    {
        foreach (var (i, initiative) in report.Initiatives.Index().Where(x => x.Item.Country == db.Country))
        {
            await StageSheetAsync(db, initiative, i + 1, ct);
            await StagePartsAsync(db, initiative, bodies, ct);
            foreach (var (section, items) in Sections(initiative))
                foreach (var (n, item) in items.Index()) await StageItemAsync(db, initiative, section, n + 1, item, ct);
        }
    }

    private static async Task StageSheetAsync(CountryEdit db, SeedInitiative i, int position, CancellationToken ct)
    {
        var id = IdOf(db.Country, i.Code);
        await db.StageAsync(Add, new
        {
            Id = id,
            i.Code,
            i.Title,
            i.Summary,
            i.Axis,
            i.Stage,
            i.StageNote,
            i.Outlook,
            i.Length,
            i.Coverage,
            i.TargetPopulation,
            PhasesDeclared = i.Phases?.Declared,
            SearchText = Folded.Of($"{i.Code} {i.Title} {i.Summary}"),
            Position = position,
            i.Src,
        }, ct);
        await MarkRows.StageAsync(db, "Initiative", id, nameof(i.Stage), i.Marks.Stage, i.MarkNotes.Stage, ct);
        await MarkRows.StageAsync(db, "Initiative", id, nameof(i.Coverage), i.Marks.Coverage, i.MarkNotes.Coverage, ct);
        foreach (var topic in i.Topics) await db.StageAsync(AddTopic, new { Initiative = id, Topic = topic, Mark = i.Marks.Topics ?? Mark.Stated }, ct);
    }

    private static async Task StagePartsAsync(CountryEdit db, SeedInitiative i, IReadOnlyDictionary<string, Guid> bodies, CancellationToken ct)
    {
        var partners = i.StrategicPartners.Select(name => new { Name = name, Role = (string?)null, Mark = Mark.Stated, Note = (string?)null });
        var all = i.InstitutionsInCharge.Select(p => (InstitutionPart.InCharge, p.Name, (string?)p.Role, p.Mark, p.Note))
            .Concat(partners.Select(p => (InstitutionPart.Partner, p.Name, p.Role, p.Mark, p.Note)))
            .Concat(i.OtherActors.Select(p => (InstitutionPart.OtherActor, p.Name, (string?)p.Role, p.Mark, p.Note)));
        foreach (var (part, of) in all.GroupBy(p => p.Item1).Select(g => (g.Key, g)))
            foreach (var (n, (_, name, role, mark, note)) in of.Index())
            {
                var id = SeedId.Of(db.Country, "InitiativeInstitution", i.Code, part, n + 1);
                await db.StageAsync(AddPart, new
                {
                    Id = id,
                    Initiative = IdOf(db.Country, i.Code),
                    Part = part,
                    Position = n + 1,
                    Name = name,
                    Institution = bodies.Body(name),
                    Role = role,
                    Mark = mark,
                }, ct);
                if (note is not null) await MarkRows.StageAsync(db, "InitiativeInstitution", id, "PrintedName", mark, note, ct);
            }
    }

    private static async Task StageItemAsync(CountryEdit db, SeedInitiative i, Section section, int position, Item item, CancellationToken ct)
    {
        var id = SeedId.Of(db.Country, "InitiativeItem", i.Code, section, position);
        await db.StageAsync(AddItem, new
        {
            Id = id,
            Initiative = IdOf(db.Country, i.Code),
            Section = section,
            Position = position,
            item.Text,
            item.Responsible,
            item.Year,
            item.Detail,
            item.Mark,
            i.Src,
        }, ct);
        await MarkRows.StageAsync(db, "InitiativeItem", id, nameof(Section), item.SectionMark, null, ct);
    }

    private static IEnumerable<(Section Section, IReadOnlyList<Item> Items)> Sections(SeedInitiative i)
    {
        yield return (Section.TargetCause, Plain(i.TargetCauses));
        yield return (Section.TargetGroup, Plain(i.DifferentiatedGroups));
        yield return (Section.TargetCriterion, [.. i.TargetCriteria.Select(c => new Item(c.Text, Mark: c.Mark, Detail: c.Note))]);
        yield return (Section.Objective, Plain(i.Objectives));
        yield return (Section.Phase, Plain(i.Phases?.Listed ?? []));
        yield return (Section.Component,
            [.. Plain(i.AssistanceComponents), .. i.Components.Select(c => new Item(c.Text, c.By, SectionMark: c.Marks?.Section))]);
        yield return (Section.JourneyStep, [.. i.Journey.Select(j => new Item(j.Step, j.By))]);
        yield return (Section.RelatedProduct, [.. i.RelatedProducts.Select(p => new Item(p.Text, p.By, p.Year, p.DesignLead))]);
        yield return (Section.EnablingElement, Plain(i.EnablingElements));
        yield return (Section.Challenge, Plain(i.Challenges));
        yield return (Section.ImprovementNeed, Plain(i.ImprovementNeeds));
        yield return (Section.BudgetFact, [.. i.BudgetFacts.Select(b => b.Amount is null
            ? new Item(b.Text, Mark: b.Status)
            : throw new SeedException($"{ReportFile.Name}: {i.Code} names an amount of money; it has no currency and no year."))]);
    }

    private static IReadOnlyList<Item> Plain(IReadOnlyList<string> texts) => [.. texts.Select(t => new Item(t))];

    private sealed record Item(string Text, string? Responsible = null, int? Year = null, string? Detail = null, Mark Mark = Mark.Stated,
        Mark? SectionMark = null);
}
