using Monitoring.Web.Audit;
using Monitoring.Web.Countries;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Reports;
using Monitoring.Web.Search;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Tests.Translations;

public sealed class TranslationTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private static readonly TestPerson Contributor = World.Contributor(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_changed_original_makes_its_translation_stale_until_somebody_confirms_or_changes_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        (await ReadAsync(world)).Count(TranslationState.Missing).ShouldBe(2);

        (await SaveAsync(world, "Summary", "De qué se trata.")).Ok.ShouldBeTrue();
        var pair = await PairAsync(world, "Summary");
        (pair.State, pair.Row!.Text, pair.Row.ChangedBy).ShouldBe((TranslationState.Current, "De qué se trata.", Focal.Name));
        (await HomeAsync(world)).StaleTexts.ShouldBeEmpty();

        world.Clock.Advance(TimeSpan.FromDays(1));
        await EditSummaryAsync(world, id, "What it is about now.");
        pair = await PairAsync(world, "Summary");
        (pair.State, pair.Row!.OriginalChangedAt).ShouldBe((TranslationState.Stale, world.Clock.GetUtcNow().UtcDateTime));
        var stale = (await HomeAsync(world)).StaleTexts.ShouldHaveSingleItem();
        (stale.InitiativeCode, stale.Anchor).ShouldBe(("HN-ONE", pair.Anchor));
        (await ProgressAsync(world)).ShouldBe(new TranslationProgress("HN-ONE", "HN-ONE", "en", 2, 0, 1));

        // Still right: the text stays, and says the original as it is now.
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, pair.Draft)).Ok.ShouldBeTrue();
        (await PairAsync(world, "Summary")).State.ShouldBe(TranslationState.Current);
        // Back to the letter is current again without anybody's work, and the history of both texts stays.
        await EditSummaryAsync(world, id, "Otherwise.");
        (await PairAsync(world, "Summary")).State.ShouldBe(TranslationState.Stale);
        await EditSummaryAsync(world, id, "What it is about now.");
        (await PairAsync(world, "Summary")).State.ShouldBe(TranslationState.Current);

        // No text takes it back.
        pair = await PairAsync(world, "Summary");
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, pair.Draft with { Text = null })).Ok.ShouldBeTrue();
        (await PairAsync(world, "Summary")).State.ShouldBe(TranslationState.Missing);
        await using var db = await world.As(Focal).ReadAsync(World.Honduras);
        (await db.ListAsync<ChangeRow>(ListChanges.Recent, new { Newest = 50 })).Count(c => c.Subject == "Translation").ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task Who_translates_an_original_that_has_changed_meanwhile_saves_a_translation_that_is_out_of_date(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var begun = (await PairAsync(world, "Summary")).Draft with { Text = "De qué se trata." };
        await EditSummaryAsync(world, id, "Something else.");
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, begun)).Ok.ShouldBeTrue();
        (await PairAsync(world, "Summary")).State.ShouldBe(TranslationState.Stale);
    }

    [Theory, EveryDatabase]
    public async Task Two_who_begin_the_same_translation_see_each_other(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.AssignAsync(Contributor, id);
        var pair = await PairAsync(world, "Summary");
        var mine = new Edit<TranslationRow, TranslationDraft>(pair.Seen, pair.Draft with { Text = "Mía" });
        (await new SaveTranslation(world.As(Contributor)).RunAsync(World.Honduras, pair.Draft with { Operation = Guid.CreateVersion7(), Text = "Suya" })).Ok.ShouldBeTrue();

        (await mine.SaveAsync(d => new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, d))).ShouldBeNull();
        (mine.State, mine.TheirName).ShouldBe((EditState.Conflict, Contributor.Name));
        mine.Clashes.ShouldHaveSingleItem().Theirs.ShouldBe("Suya");
        mine.DecideAll(theirs: false);
        (await mine.SaveAsync(d => new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, d)))!.Version.ShouldBe(2);
        (await PairAsync(world, "Summary")).Row!.Text.ShouldBe("Mía");
    }

    [Theory, EveryDatabase]
    public async Task Who_may_edit_the_text_may_translate_it_and_nobody_else(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var other = await world.InitiativeAsync(World.Honduras, "HN-TWO");
        var draft = (await PairAsync(world, "Summary")).Draft with { Text = "De qué se trata." };
        foreach (var refused in new[] { Contributor, World.Person(Role.Observer, World.Honduras), World.Person(Role.NationalApprover, World.Honduras), World.FocalPoint(World.Mexico), World.Lead, World.Donor })
            await Should.ThrowAsync<AccessRefusedException>(() => new SaveTranslation(world.As(refused)).RunAsync(World.Honduras, draft), refused.Name);
        foreach (var stranger in new[] { World.FocalPoint(World.Mexico), World.Lead, World.Donor })
        {
            await Should.ThrowAsync<AccessRefusedException>(() => new ReadTranslations(world.As(stranger)).RunAsync(World.Honduras, "HN-ONE"));
            await Should.ThrowAsync<AccessRefusedException>(() => new ListTranslationProgress(world.As(stranger)).RunAsync(World.Honduras));
        }

        // An own initiative is no key to a text of another one, and no text has a translation under another's id.
        await world.AssignAsync(Contributor, other);
        (await new SaveTranslation(world.As(Contributor)).RunAsync(World.Honduras, draft with { InitiativeId = other })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, draft with { Id = Guid.CreateVersion7() })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, draft with { Language = "en", Id = TranslationRules.IdOf(id, "Summary", "en") })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new SaveTranslation(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico, draft)).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, draft with { Text = new string('x', 4001) })).Outcome.ShouldBe(SaveOutcome.Refused);
        (await PairAsync(world, "Summary")).State.ShouldBe(TranslationState.Missing);
    }

    [Theory, EveryDatabase]
    public async Task Search_finds_a_translation_while_it_is_current(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await SaveAsync(world, "Summary", "Mecanismo de protección");
        var found = (await new SearchCountry(world.As(Focal)).RunAsync(World.Honduras, "proteccion")).Found.ShouldHaveSingleItem();
        (found.IsTranslation, found.Language, found.Href(World.Honduras)).ShouldBe((true, "es", "/hnd/initiatives/HN-ONE"));
        await EditSummaryAsync(world, id, "Something else.");
        (await new SearchCountry(world.As(Focal)).RunAsync(World.Honduras, "proteccion")).Found.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Acceptance_freezes_current_translations_and_no_others(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await SaveAsync(world, "Title", "Uno");
        await SaveAsync(world, "Summary", "De qué se trata.", HowMade.Machine);
        await using (var db = await world.As(Focal).ReadAsync(World.Honduras))
            (await FrozenContent.LivingAsync(db, default)).Of<FrozenTranslation>().Select(t => (t.Field, t.Text, t.HowMade)).ShouldBe(
                [("Summary", "De qué se trata.", "Machine"), ("Title", "Uno", "Person")]);
        await EditSummaryAsync(world, id, "Something else.");
        await using var after = await world.As(Focal).ReadAsync(World.Honduras);
        (await FrozenContent.LivingAsync(after, default)).Of<FrozenTranslation>().ShouldHaveSingleItem().Field.ShouldBe("Title");
    }

    [Theory, EveryDatabase]
    public async Task An_earlier_translation_comes_back_as_a_new_change(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var first = (await SaveAsync(world, "Summary", "Primera")).Row!;
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, TranslationDraft.Of(first) with { Text = "Segunda" })).Ok.ShouldBeTrue();
        var restore = new RestoreTranslation(world.As(Focal), new SaveTranslation(world.As(Focal)));
        (await restore.RunAsync(World.Honduras, first.Id, new Dictionary<string, string?> { ["Text"] = "Primera" }, default)).ShouldBe(SaveOutcome.Saved);
        (await PairAsync(world, "Summary")).Row!.Text.ShouldBe("Primera");
    }

    private static async Task<TranslationSheet> ReadAsync(World world) => (await new ReadTranslations(world.As(Focal)).RunAsync(World.Honduras, "HN-ONE"))!;

    private static async Task<TextPair> PairAsync(World world, string field) => (await ReadAsync(world)).Texts.Single(t => t.Original.Field == field);

    private static async Task<Saved<TranslationRow>> SaveAsync(World world, string field, string text, HowMade made = HowMade.Person) =>
        await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, (await PairAsync(world, field)).Draft with { Text = text, HowMade = made });

    private static async Task EditSummaryAsync(World world, Guid id, string summary)
    {
        InitiativeRow now;
        await using (var db = await world.As(Focal).ReadAsync(World.Honduras)) now = (await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { Id = id }))!;
        (await new SaveHead(world.As(Focal)).RunAsync(World.Honduras, HeadDraft.Of(now) with { Summary = summary })).Ok.ShouldBeTrue();
    }

    private static async Task<CountryHome> HomeAsync(World world) => (await new ReadCountryHome(world.As(Focal), world.Clock).RunAsync(World.Honduras))!;

    private static async Task<TranslationProgress> ProgressAsync(World world) =>
        (await new ListTranslationProgress(world.As(Focal)).RunAsync(World.Honduras)).ShouldHaveSingleItem();
}
