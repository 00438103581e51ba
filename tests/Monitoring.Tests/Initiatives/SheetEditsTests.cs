using Monitoring.Web.Initiatives;
using Monitoring.Web.Translations;
using Monitoring.Web.Institutions;

namespace Monitoring.Tests.Initiatives;

/// <summary>What a fact sheet could not change before: its head, topics, institutions, same facts, and whether it is there at all.</summary>
public sealed class SheetEditsTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task The_language_of_a_sheet_is_corrected_without_a_text_and_brings_its_translations_back_with_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(World.FocalPoint(World.Honduras));
        var sheet = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-ONE"))!;
        var (from, to) = sheet.Initiative.ContentLanguage == "en" ? ("en", "es") : ("es", "en");
        var translation = new TranslationDraft
        {
            Id = TranslationRules.IdOf(id, "Title", to), InitiativeId = id, Subject = "Initiative", SubjectId = id, Field = "Title", Language = to,
            Text = "El otro", HowMade = HowMade.Person, SourceText = sheet.Initiative.Title,
        };
        (await new SaveTranslation(gate).RunAsync(World.Honduras, translation)).Ok.ShouldBeTrue();
        var head = HeadDraft.Of(sheet.Initiative);
        (await new SaveHead(gate).RunAsync(World.Honduras, head with { ContentLanguage = "fr" })).Problem!.Field.ShouldBe("ContentLanguage");
        var saved = (await new SaveHead(gate).RunAsync(World.Honduras, head with { ContentLanguage = to, Operation = Guid.CreateVersion7() })).Row!;
        (saved.ContentLanguage, saved.Title).ShouldBe((to, sheet.Initiative.Title));

        var read = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-ONE"))!;
        read.Texts.In(to).Of(id, "Title", read.Initiative.Title, to).ShouldBe(new Narrative(read.Initiative.Title, to), "the original is in that language now");
        read.Texts.CountIn(to).ShouldBe(1, "it is kept");
        (await new SaveHead(gate).RunAsync(World.Honduras, HeadDraft.Of(saved) with { ContentLanguage = from, Operation = Guid.CreateVersion7() }, ChangeAction.Restored)).Ok.ShouldBeTrue();
        read = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-ONE"))!;
        read.Texts.In(to).Of(id, "Title", read.Initiative.Title, from).Text.ShouldBe("El otro");
        (await world.Behind.ScalarAsync<int>("select count(*) from FieldChange where Field = 'ContentLanguage' and OldValue is not null")).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_new_title_is_found_by_its_words_and_an_axis_that_is_none_is_refused(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(Focal);
        var now = await SheetAsync(gate, "HN-ONE");
        var draft = HeadDraft.Of(now.Initiative) with { Title = "Atención integral", Summary = "Árboles y niñez" };
        (await new SaveHead(gate).RunAsync(World.Honduras, draft with { AxisCode = "NONE" })).Problem!.Field.ShouldBe("AxisCode");
        (await new SaveHead(gate).RunAsync(World.Honduras, draft with { Title = " " })).Problem!.Field.ShouldBe("Title");
        (await new SaveHead(gate).RunAsync(World.Honduras, draft with { Summary = new string('x', 4001) })).Problem!.TextKey.ShouldBe("TooLong");
        (await new SaveHead(gate).RunAsync(World.Honduras, draft)).Ok.ShouldBeTrue();
        (await new ListInitiatives(gate).RunAsync(World.Honduras, new InitiativeFilter("arboles"), null, 1)).Page.Rows.ShouldHaveSingleItem().Title.ShouldBe("Atención integral");
    }

    [Theory, EveryDatabase]
    public async Task What_two_people_do_to_the_topics_is_all_done(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var gate = world.As(Focal);
        var sheet = await SheetAsync(gate, "HN-MAHE");
        var (had, other) = (sheet.Topics.Select(t => t.Code).ToList(), sheet.Agenda.Select(t => t.Code).Except(sheet.Topics.Select(t => t.Code)).Take(2).ToList());
        var seen = TopicsRow.Joined(had);
        var id = sheet.Initiative.Id;
        (await new SaveTopics(gate).RunAsync(World.Honduras, new TopicsDraft { Id = id, Topics = TopicsRow.Joined([.. had, other[0]]) }, seen)).Ok.ShouldBeTrue();
        (await new SaveTopics(gate).RunAsync(World.Honduras, new TopicsDraft { Id = id, Topics = TopicsRow.Joined([.. had.Skip(1), other[1]]) }, seen)).Ok.ShouldBeTrue();
        var after = await SheetAsync(gate, "HN-MAHE");
        after.Topics.Select(t => t.Code).ShouldBe([.. had.Skip(1), .. other], ignoreOrder: true);
        after.Initiative.Version.ShouldBe(sheet.Initiative.Version + 2);
        (await new SaveTopics(gate).RunAsync(World.Honduras, new TopicsDraft { Id = id, Topics = "NONE" }, "")).Outcome.ShouldBe(SaveOutcome.Refused);
    }

    [Theory, EveryDatabase]
    public async Task An_institution_is_added_changed_taken_off_brought_back_and_registered(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(Focal);
        var draft = new PartyDraft { InitiativeId = id, Part = InstitutionPart.Partner, PrintedName = "Cruz Verde", Role = "shelter" };
        var added = (await new SaveParty(gate).RunAsync(World.Honduras, draft)).Row!;
        added.InstitutionId.ShouldBeNull();
        (await new SaveParty(gate).RunAsync(World.Honduras, draft)).Row!.Version.ShouldBe(1, "a retry adds nothing");
        (await SheetAsync(gate, "HN-ONE")).Parties[InstitutionPart.Partner].Count().ShouldBe(1);

        var edits = new PartyEdits(new SaveParty(gate), new RetireParty(gate, world.Clock), new MoveParty(gate), new AddInstitution(gate));
        (await edits.RegisterAsync(World.Honduras, added)).ShouldBeTrue();
        var tied = (await SheetAsync(gate, "HN-ONE")).Parties[InstitutionPart.Partner].Single();
        tied.InstitutionId.ShouldNotBeNull();
        (await new AddInstitution(gate).RunAsync(World.Honduras, new InstitutionDraft { Name = "Cruz Verde" })).Problem!.TextKey.ShouldBe("NameTaken");

        var moved = (await edits.SaveAsync(World.Honduras, PartyDraft.Of(tied) with { Part = InstitutionPart.InCharge, Role = null })).Row!;
        var retired = (await edits.RetireAsync(World.Honduras, moved)).Row!;
        (await SheetAsync(gate, "HN-ONE")).Parties.ShouldBeEmpty();
        (await edits.RestoreAsync(World.Honduras, retired)).Ok.ShouldBeTrue();
        (await SheetAsync(gate, "HN-ONE")).Parties[InstitutionPart.InCharge].Single().PrintedName.ShouldBe("Cruz Verde");
        await Should.ThrowAsync<AccessRefusedException>(() => new SaveParty(world.As(World.Contributor(World.Honduras))).RunAsync(World.Honduras, draft));
    }

    [Theory, EveryDatabase]
    public async Task A_result_is_tied_to_the_fact_that_counts_and_never_in_a_circle(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N1");
        var gate = world.As(Focal);
        async Task<Saved<ResultRow>> AddAsync(string text, string? same) =>
            await new AddResult(gate, world.Clock).RunAsync(World.Honduras, new ResultDraft { InitiativeId = id, Text = text, DuplicateOf = same });
        var first = (await AddAsync("first", null)).Row!;
        var second = (await AddAsync("second", first.Code)).Row!;
        second.DuplicateOf.ShouldBe(first.Code);
        (await AddAsync("third", second.Code)).Problem!.TextKey.ShouldBe("FactPointsOn");
        (await AddAsync("third", "HN-NONE-R9")).Problem!.TextKey.ShouldBe("NoSuchFact");
        (await AddAsync("third", "HN-ONE-N1")).Row!.DuplicateOf.ShouldBe("HN-ONE-N1");
        (await new SaveResult(gate, world.Clock).RunAsync(World.Honduras, ResultDraft.Of(first) with { DuplicateOf = first.Code })).Problem!.TextKey.ShouldBe("NoSuchFact");
        (await new SaveResult(gate, world.Clock).RunAsync(World.Honduras, ResultDraft.Of(first) with { DuplicateOf = "HN-ONE-N1" })).Problem!.TextKey.ShouldBe("FactPointsOn");
        (await new SaveResult(gate, world.Clock).RunAsync(World.Honduras, ResultDraft.Of(second) with { DuplicateOf = null })).Row!.DuplicateOf.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task An_initiative_is_archived_whole_and_brought_back_whole(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var gate = world.As(Focal);
        var archive = new ArchiveInitiative(gate, world.Clock);
        var before = await SheetAsync(gate, "HN-MAHE");
        (await archive.RunAsync(World.Honduras, before.Initiative)).Ok.ShouldBeTrue();
        (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-MAHE")).ShouldBeNull();
        (await new SaveStatus(gate).RunAsync(World.Honduras, StatusDraft.Of(before.Initiative))).Outcome.ShouldBe(SaveOutcome.NotFound);
        var archived = (await archive.ListAsync(World.Honduras)).ShouldHaveSingleItem();
        (await archive.RestoreAsync(World.Honduras, archived)).Ok.ShouldBeTrue();
        var after = await SheetAsync(gate, "HN-MAHE");
        (after.Results.Count, after.Steps.Count, after.Items.Sum(i => i.Count())).ShouldBe((before.Results.Count, before.Steps.Count, before.Items.Sum(i => i.Count())));
        await Should.ThrowAsync<AccessRefusedException>(() => new ArchiveInitiative(world.As(World.Contributor(World.Honduras)), world.Clock).RunAsync(World.Honduras, after.Initiative));
    }

    [Theory, EveryDatabase]
    public async Task A_new_initiative_takes_the_structure_of_another_and_nothing_that_it_did(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var gate = world.As(Focal);
        var template = await SheetAsync(gate, "HN-MAHE");
        var draft = new InitiativeDraft
        {
            Code = "HN-NEW",
            Title = "New",
            Summary = "Summary",
            ContentLanguage = "es",
            AxisCode = template.Initiative.AxisCode,
            CopiedFrom = "HN-MAHE",
        };
        (await new AddInitiative(gate).RunAsync(World.Honduras, draft with { CopiedFrom = "HN-NONE" })).Problem!.TextKey.ShouldBe("NoSuchTemplate");
        (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-NEW")).ShouldBeNull();
        (await new AddInitiative(gate).RunAsync(World.Honduras, draft)).Ok.ShouldBeTrue();
        (await new AddInitiative(gate).RunAsync(World.Honduras, draft)).Ok.ShouldBeTrue("a retry finds what the first try wrote");
        var copy = await SheetAsync(gate, "HN-NEW");
        copy.Topics.Select(t => t.Code).ShouldBe(template.Topics.Select(t => t.Code));
        copy.Parties.SelectMany(p => p).Select(p => (p.Part, p.PrintedName, p.Role)).ShouldBe(template.Parties.SelectMany(p => p).Select(p => (p.Part, p.PrintedName, p.Role)));
        copy.Items[Section.Objective].Select(i => i.Text).ShouldBe(template.Items[Section.Objective].Select(i => i.Text));
        copy.Items.SelectMany(i => i).Select(i => i.Mark).Distinct().ShouldBe([Mark.Reported]);
        (copy.Results.Count, copy.Budget.Count, copy.Indicators.Count, copy.Evidence.Count, copy.Comments.Count).ShouldBe((0, 0, 0, 0, 0));
        copy.Steps.Select(s => (s.Text, s.Responsible)).ShouldBe(template.Steps.Select(s => (s.Text, s.Responsible)), ignoreOrder: true);
        copy.Steps.Select(s => s.Code).ShouldBe(Enumerable.Range(1, template.Steps.Count).Select(n => $"HN-NEW-N{n}"), ignoreOrder: true);
        copy.Steps.ShouldAllBe(s => s.DueOn == null && s.Status == Monitoring.Web.NextSteps.NextStepStatus.Planned && s.Mark == Mark.Reported && s.Note == null && s.SourceLines == null);
        (copy.Initiative.Stage, copy.Initiative.Outlook, copy.Initiative.ProgressPercent, copy.Initiative.StartsOn).ShouldBe((InitiativeStage.Preparation, Outlook.NotAssessed, null, null));
    }

    private static async Task<FactSheet> SheetAsync(Gate gate, string code) => (await new ReadFactSheet(gate).RunAsync(World.Honduras, code))!;
}
