using Monitoring.Web.Checklists;
using Monitoring.Web.Commitments;
using Monitoring.Web.Countries;
using Monitoring.Web.Indicators;
using Monitoring.Web.Translations;

namespace Monitoring.Tests.Translations;

/// <summary>A country with a text of each kind that belongs to it as a whole, and their translation through the doors that people use.</summary>
internal sealed class CountryTexts(World world)
{
    public const string English = "A law on displacement.", Spanish = "Una ley sobre desplazamiento.", Changed = "A law on forced displacement.";

    public static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    /// <summary>A commitment, an indicator with a note, an answer with a note, a statement and an event, all of the same words.</summary>
    public static async Task<CountryTexts> WriteAsync(World world)
    {
        var gate = world.As(Focal);
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        (await new SaveCommitment(gate).RunAsync(World.Honduras, new CommitmentDraft
        {
            Code = "HN-C1",
            Statement = English,
            ContentLanguage = "en",
            Status = CommitmentStatus.Withdrawn,
            StatusNote = English,
            Delivering = "HN-ONE",
        })).Ok.ShouldBeTrue();
        (await new AddIndicator(gate).RunAsync(World.Honduras, new IndicatorDraft
        {
            Code = "HN-I1",
            Name = English,
            Note = English,
            ContentLanguage = "en",
            Kind = IndicatorKind.Ladder,
            StepLines = "none\npassed",
            InitiativeCode = "HN-ONE",
        })).Ok.ShouldBeTrue();
        await world.Behind.RawAsync("""
            insert into Checklist (Code, Name, AxisCode, Position) values ('CL1', 'A list', 'A1', 1);
            insert into CommonIndicator (Code, DefinitionVersion, Name, Kind, Position, Mark, Version, ChangedAt, ChangedBy)
            values ('RC1', 1, 'Step', 'Ladder', 1, 'Stated', 1, '2021-11-15 15:00:00', 'x');
            insert into CommonIndicatorDefinition (CommonIndicatorCode, VersionNo, Name, NameEs, Kind, OverlapRule, KeepsAnswers, ChangedAt, ChangedBy)
            values ('RC1', 1, 'Step', 'Paso', 'Ladder', 'NotAdded', 1, '2021-11-15 15:00:00', 'x');
            insert into ChecklistItem (ChecklistCode, ItemNo, Text, Mark) values ('CL1', 1, 'An item', 'Stated');
            """);
        (await new SaveAnswer(gate, world.Clock).RunAsync(World.Honduras, new AnswerDraft
        {
            Id = AnswerRules.IdOf("CL1", 1),
            ChecklistCode = "CL1",
            ItemNo = 1,
            Answer = ChecklistReply.Partly,
            Note = English,
            ContentLanguage = "en",
        })).Ok.ShouldBeTrue();
        await world.Behind.RawAsync($"""
            insert into CountryStatement (Country, Id, Code, Text, ContentLanguage, AxisCode, Position, Mark, Version, ChangedAt, ChangedBy)
            values ('HND', '0192F000-0000-7000-8000-0000000000A1', 'HN-P1', '{English}', 'en', 'A1', 1, 'Stated', 1, '2021-11-15 15:00:00', 'x');
            insert into TimelineEvent (Country, Id, HappenedText, HappenedOn, Text, ContentLanguage, Position, Mark)
            values ('HND', '0192F000-0000-7000-8000-0000000000A2', '2021', '2021-01-01', '{English}', 'en', 1, 'Stated');
            """);
        return new CountryTexts(world);
    }

    public Task<TranslationSheet> SheetAsync(TestPerson? who = null) => new ReadTranslations(world.As(who ?? Focal)).OfCountryAsync(World.Honduras);

    public async Task<TextPair> PairAsync(string subject, string field) => (await SheetAsync()).Texts.Single(t => t.Original.Subject == subject && t.Original.Field == field);

    public async Task<TranslationRow> SaveAsync(string subject, string field, string text = Spanish, HowMade made = HowMade.Person)
    {
        var saved = await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, (await PairAsync(subject, field)).Draft with { Text = text, HowMade = made });
        saved.Ok.ShouldBeTrue($"{subject} {field}: {saved.Outcome}");
        return saved.Row!;
    }

    public async Task TranslateAllAsync()
    {
        foreach (var pair in (await SheetAsync()).Texts) await SaveAsync(pair.Original.Subject, pair.Original.Field);
    }

    /// <summary>Every original has other words, each where people write it.</summary>
    public async Task ChangeAllAsync()
    {
        var gate = world.As(Focal);
        CommitmentFacts commitment;
        AnswerRow answer;
        await using (var db = await gate.ReadAsync(World.Honduras))
        {
            commitment = (await db.OneAsync<CommitmentFacts>(CommitmentFacts.One, new { Id = (await PairAsync("Commitment", "Statement")).Original.SubjectId }))! with { Delivering = "HN-ONE" };
            answer = (await db.OneAsync<AnswerRow>(AnswerRow.One, new { Id = AnswerRules.IdOf("CL1", 1) }))!;
        }
        var indicator = (await new ReadIndicator(gate, world.Clock).RunAsync(World.Honduras, "HN-I1"))!.Indicator;
        (await new SaveCommitment(gate).RunAsync(World.Honduras, CommitmentDraft.Of(commitment) with { Statement = Changed, StatusNote = Changed })).Ok.ShouldBeTrue();
        (await new SaveDefinition(gate).RunAsync(World.Honduras, DefinitionDraft.Of(indicator) with { Name = Changed, Note = Changed })).Ok.ShouldBeTrue();
        (await new SaveAnswer(gate, world.Clock).RunAsync(World.Honduras, AnswerDraft.Of(answer) with { Note = Changed })).Ok.ShouldBeTrue();
        var home = (await new ReadCountryHome(gate, world.Clock).RunAsync(World.Honduras))!;
        (await new SaveStatement(gate, world.Clock).RunAsync(World.Honduras, StatementDraft.Of(home.Statements.Single()) with { Text = Changed })).Ok.ShouldBeTrue();
        (await new SaveTimelineEvent(gate, world.Clock).RunAsync(World.Honduras, TimelineEventDraft.Of(home.Events.Single()) with { Text = Changed })).Ok.ShouldBeTrue();
    }
}
