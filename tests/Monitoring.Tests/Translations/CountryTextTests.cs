using Monitoring.Web.Audit;
using Monitoring.Web.Commitments;
using Monitoring.Web.Countries;
using Monitoring.Web.Reports;
using Monitoring.Web.Search;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Tests.Translations;

/// <summary>Texts that belong to a country as a whole, in two languages.</summary>
public sealed class CountryTextTests
{
    private static readonly TestPerson Focal = CountryTexts.Focal;

    [Theory, EveryDatabase]
    public async Task Every_text_of_the_country_stands_beside_its_translation_and_is_stale_once_its_original_changes(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var texts = await CountryTexts.WriteAsync(world);
        var sheet = await texts.SheetAsync();
        sheet.Texts.Select(t => (t.Original.Subject, t.Original.Field, t.Original.Label)).ShouldBe(
        [
            ("Commitment", "Statement", "HN-C1"), ("Commitment", "StatusNote", "HN-C1"), ("Indicator", "Name", "HN-I1"), ("Indicator", "Note", "HN-I1"),
            ("CountryStatement", "Text", "HN-P1"), ("TimelineEvent", "Text", "2021"), ("ChecklistAnswer", "Note", "CL1.1"),
        ]);
        (sheet.Code, sheet.Language, sheet.MayEdit).ShouldBe((null, "en", true));

        await texts.TranslateAllAsync();
        (await texts.SheetAsync()).Texts.ShouldAllBe(t => t.State == TranslationState.Current && t.Row!.Text == CountryTexts.Spanish && t.Row.ChangedBy == Focal.Name);
        (await HomeAsync(world)).StaleTexts.ShouldBeEmpty();
        (await ProgressAsync(world)).ShouldBe(new TranslationProgress(null, "", "en", 7, 7, 0));

        world.Clock.Advance(TimeSpan.FromDays(1));
        await texts.ChangeAllAsync();
        sheet = await texts.SheetAsync();
        sheet.Texts.ShouldAllBe(t => t.State == TranslationState.Stale);
        // Since when, where people of the country have changed it.
        sheet.Texts.Where(t => t.Original.Subject is "Commitment" or "Indicator" or "ChecklistAnswer").ShouldAllBe(t => t.Row!.OriginalChangedAt == world.Clock.GetUtcNow().UtcDateTime);
        (await HomeAsync(world)).StaleTexts.Select(t => (t.InitiativeCode, t.Anchor)).ShouldBe(sheet.Texts.Select(t => ((string?)null, t.Anchor)), ignoreOrder: true);
        (await ProgressAsync(world)).Stale.ShouldBe(7);

        var pair = await texts.PairAsync("Commitment", "Statement");
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, pair.Draft)).Ok.ShouldBeTrue("still right");
        (await texts.PairAsync("Commitment", "Statement")).State.ShouldBe(TranslationState.Current);
    }

    [Theory, EveryDatabase]
    public async Task Who_may_edit_what_belongs_to_the_country_may_translate_it_and_an_own_initiative_is_no_key_to_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var texts = await CountryTexts.WriteAsync(world);
        var initiative = await world.Behind.ScalarAsync<Guid>("select Id from Initiative where Code = 'HN-ONE'");
        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, initiative);
        foreach (var pair in (await texts.SheetAsync()).Texts)
        {
            var draft = pair.Draft with { Text = CountryTexts.Spanish };
            // Also of a commitment that their initiative delivers, and of the indicator that measures it.
            foreach (var refused in World.People.Where(p => p != Focal))
                await Should.ThrowAsync<AccessRefusedException>(() => new SaveTranslation(world.As(refused)).RunAsync(World.Honduras, draft), refused.Name);
            (await new SaveTranslation(world.As(contributor)).RunAsync(World.Honduras, draft with { InitiativeId = initiative })).Outcome.ShouldBe(SaveOutcome.NotFound);
            (await new SaveTranslation(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico, draft)).Outcome.ShouldBe(SaveOutcome.NotFound);
            (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, draft with { Id = Guid.CreateVersion7() })).Outcome.ShouldBe(SaveOutcome.NotFound);
            (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, draft with { Language = "en", Id = TranslationRules.IdOf(draft.SubjectId, draft.Field, "en") })).Outcome.ShouldBe(SaveOutcome.NotFound);
        }
        // And who may edit the country has no key to the text of an initiative without naming it.
        var summary = (await new ReadTranslations(world.As(Focal)).RunAsync(World.Honduras, "HN-ONE"))!.Texts.Single(t => t.Original.Field == "Summary");
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, summary.Draft with { InitiativeId = null, Text = "x" })).Outcome.ShouldBe(SaveOutcome.NotFound);

        (await texts.SheetAsync(contributor)).MayEdit.ShouldBeFalse();
        foreach (var stranger in new[] { World.FocalPoint(World.Mexico), World.Lead, World.Donor })
            await Should.ThrowAsync<AccessRefusedException>(() => texts.SheetAsync(stranger));
        (await texts.SheetAsync()).Texts.ShouldAllBe(t => t.State == TranslationState.Missing);
    }

    [Theory, EveryDatabase]
    public async Task Two_who_begin_the_same_translation_of_a_commitment_see_each_other(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var texts = await CountryTexts.WriteAsync(world);
        var pair = await texts.PairAsync("Commitment", "Statement");
        var mine = new Edit<TranslationRow, TranslationDraft>(pair.Seen, pair.Draft with { Text = "Mía" });
        await texts.SaveAsync("Commitment", "Statement", "Suya");
        (await mine.SaveAsync(d => new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, d))).ShouldBeNull();
        (mine.State, mine.Clashes.Single().Theirs).ShouldBe((EditState.Conflict, "Suya"));
        mine.DecideAll(theirs: false);
        (await mine.SaveAsync(d => new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, d)))!.Version.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Search_finds_a_translation_of_the_country_while_it_is_current(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var texts = await CountryTexts.WriteAsync(world);
        await texts.TranslateAllAsync();
        async Task<IReadOnlyList<Found>> FindAsync() => (await new SearchCountry(world.As(Focal)).RunAsync(World.Honduras, "desplazamiento")).Found;
        (await FindAsync()).ShouldAllBe(f => f.IsTranslation && f.Language == "es");
        (await FindAsync()).Select(f => (f.Kind, f.Href(World.Honduras))).Distinct().ShouldBe(
            [(FoundKind.Commitment, "/hnd/commitments#commitment-HN-C1"), (FoundKind.Indicator, "/hnd/indicators/HN-I1"), (FoundKind.Statement, "/hnd#statement-HN-P1"),
             (FoundKind.Event, "/hnd#event-0192f000-0000-7000-8000-0000000000a2"), (FoundKind.Answer, "/hnd/checklists#CL1")]);
        await texts.ChangeAllAsync();
        (await FindAsync()).ShouldBeEmpty();
        (await new SearchCountry(world.As(Focal)).RunAsync(World.Honduras, "forced displacement")).Found.ShouldContain(f => f.Kind == FoundKind.Statement && !f.IsTranslation);
    }

    [Theory, EveryDatabase]
    public async Task An_earlier_translation_of_a_commitment_comes_back_as_a_new_change_and_history_names_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var texts = await CountryTexts.WriteAsync(world);
        var first = await texts.SaveAsync("Commitment", "Statement", "Primera");
        await texts.SaveAsync("Commitment", "Statement", "Segunda");
        var restore = new RestoreCountryTranslation(world.As(Focal), new SaveTranslation(world.As(Focal)));
        (await restore.RunAsync(World.Honduras, first.Id, new Dictionary<string, string?> { ["Text"] = "Primera" }, default)).ShouldBe(SaveOutcome.Saved);
        (await texts.PairAsync("Commitment", "Statement")).Row!.Text.ShouldBe("Primera");
        await using var db = await world.As(Focal).ReadAsync(World.Honduras);
        var changes = (await db.ListAsync<ChangeRow>(ListChanges.Recent, new { Newest = 50 })).Where(c => c.Subject == "CountryTranslation").ToList();
        changes.Select(c => (c.Action, c.Label)).ShouldBe([(ChangeAction.Restored, "HN-C1 · es"), (ChangeAction.Edited, "HN-C1 · es"), (ChangeAction.Added, "HN-C1 · es")]);
        HistoryRules.PlaceOf(changes[0].Subject, changes[0].SubjectId, changes[0].Label).ShouldBe("translations/country");
        HistoryRules.CanRestore("CountryTranslation", "Text").ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Acceptance_freezes_current_translations_of_what_it_freezes_with_the_original_that_they_say(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var texts = await CountryTexts.WriteAsync(world);
        await texts.TranslateAllAsync();
        async Task<IReadOnlyList<FrozenCountryTranslation>> LivingAsync()
        {
            await using var db = await world.As(Focal).ReadAsync(World.Honduras);
            return (await FrozenContent.LivingAsync(db, default)).Of<FrozenCountryTranslation>();
        }
        // Not the note on a status, which is not frozen; not the name of an indicator without a value.
        (await LivingAsync()).Select(t => (t.Subject, t.Field)).ShouldBe(
            [("ChecklistAnswer", "Note"), ("Commitment", "Statement"), ("CountryStatement", "Text"), ("TimelineEvent", "Text")]);
        var indicator = (await texts.PairAsync("Indicator", "Name")).Original.SubjectId;
        await world.Behind.RawAsync($"""
            insert into Measurement (Country, Id, IndicatorId, DefinitionNo, State, Rung, Mark, Version, ChangedAt, ChangedBy)
            values ('HND', '0192F000-0000-7000-8000-0000000000B1', '{indicator.ToString().ToUpperInvariant()}', 1, 'Reported', 'passed', 'Reported', 1, '2021-11-15 15:00:00', 'x')
            """);
        (await LivingAsync()).Where(t => t.Subject == "Indicator").Select(t => (t.Field, t.Code, t.SourceText, t.Text)).ShouldBe(
            [("Name", "HN-I1", CountryTexts.English, CountryTexts.Spanish), ("Note", "HN-I1", CountryTexts.English, CountryTexts.Spanish)]);
        await texts.ChangeAllAsync();
        (await LivingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_frozen_before_texts_of_a_country_had_a_language_keeps_its_bytes()
    {
        FrozenRow[] rows = [new FrozenCommitment { CommitmentId = Guid.Empty, Code = "C", Statement = "S" }, new FrozenStatement { Text = "T" }, new FrozenMeasurement { Name = "N" }];
        var content = rows.GroupBy(r => r.GetType().Name).ToDictionary(g => g.Key, g => (IReadOnlyList<FrozenRow>)[.. g]);
        content["CountryTranslations"] = [];
        var text = SnapshotContent.Text(World.Honduras, "2021-S1", "T", "0", content);
        text.ShouldNotContain("ContentLanguage");
        text.ShouldNotContain("CountryTranslations");
    }

    [Theory, EveryDatabase]
    public async Task A_new_text_is_in_the_language_of_most_of_the_country_and_can_be_in_the_other(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        async Task<string?> UsualAsync() => (await new ListCommitments(world.As(Focal)).RunAsync(World.Honduras)).UsualLanguage;
        (await UsualAsync()).ShouldBeNull();
        foreach (var code in new[] { "HN-ONE", "HN-TWO", "HN-THREE" }) await world.InitiativeAsync(World.Honduras, code);
        (await UsualAsync()).ShouldBe("en");
        await world.Behind.RawAsync("update Initiative set ContentLanguage = 'es' where Code <> 'HN-ONE'");
        (await UsualAsync()).ShouldBe("es");

        var save = new SaveCommitment(world.As(Focal));
        var draft = new CommitmentDraft { Code = "HN-C1", Statement = CountryTexts.Spanish, ContentLanguage = "es" };
        (await save.RunAsync(World.Honduras, draft with { ContentLanguage = "fr" })).Problem!.Field.ShouldBe("ContentLanguage");
        var row = (await save.RunAsync(World.Honduras, draft)).Row!;
        var texts = new CountryTexts(world);
        (await texts.PairAsync("Commitment", "Statement")).Language.ShouldBe("en");
        await texts.SaveAsync("Commitment", "Statement", CountryTexts.English);

        // Rewritten in the other language: what it was translated into is its own language now.
        (await save.RunAsync(World.Honduras, CommitmentDraft.Of(row) with { Statement = CountryTexts.English, ContentLanguage = "en" })).Ok.ShouldBeTrue();
        var pair = await texts.PairAsync("Commitment", "Statement");
        (pair.Original.Language, pair.Language, pair.State).ShouldBe(("en", "es", TranslationState.Missing));
    }

    private static async Task<CountryHome> HomeAsync(World world) => (await new ReadCountryHome(world.As(Focal), world.Clock).RunAsync(World.Honduras))!;

    private static async Task<TranslationProgress> ProgressAsync(World world) => (await new ListTranslationProgress(world.As(Focal)).RunAsync(World.Honduras))[0];
}
