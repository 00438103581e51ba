using Monitoring.Web.Translations;

namespace Monitoring.Tests.Translations;

public sealed class TranslationRulesTests
{
    [Theory]
    [InlineData("The law", "The law", "La ley", TranslationState.Current)]
    [InlineData("The law", "The bill", "La ley", TranslationState.Stale)]
    [InlineData("The law", "the law", "La ley", TranslationState.Stale)]
    [InlineData("The law ", "The law", "La ley", TranslationState.Stale)]
    [InlineData("Región", "Region", "Region", TranslationState.Stale)]
    [InlineData("The law", "The law", null, TranslationState.Missing)]
    public void A_translation_is_current_only_while_it_says_the_original_to_the_letter(string original, string source, string? text, TranslationState state) =>
        TranslationRules.StateOf(original, new TranslationRow { SourceText = source, Text = text }).ShouldBe(state);

    [Fact]
    public void Nothing_is_missing() => TranslationRules.StateOf("The law", null).ShouldBe(TranslationState.Missing);

    [Fact]
    public void What_changed_is_shown_word_by_word_and_both_texts_can_be_read_from_it()
    {
        TranslationRules.Changes("Serve 20 cases in 2021", "Serve 25 cases in 2021 and 2022").ShouldBe(
            [new('=', "Serve "), new('-', "20 "), new('+', "25 "), new('=', "cases in "), new('-', "2021"), new('+', "2021 and 2022")]);
        foreach (var (was, now) in new[] { ("", "a b"), ("a b", ""), ("a\n b  c", "a c  b"), ("x", "x"), (new string('w', 50) + string.Concat(Enumerable.Repeat(" y", 2000)), "z") })
        {
            var changes = TranslationRules.Changes(was, now);
            string.Concat(changes.Where(c => c.Kind != '+').Select(c => c.Text)).ShouldBe(was);
            string.Concat(changes.Where(c => c.Kind != '-').Select(c => c.Text)).ShouldBe(now);
        }
    }

    [Fact]
    public void One_text_has_one_translation_into_a_language()
    {
        var subject = Guid.CreateVersion7();
        var id = TranslationRules.IdOf(subject, "Title", "es");
        id.ShouldBe(TranslationRules.IdOf(subject, "Title", "es"));
        new[] { TranslationRules.IdOf(subject, "Title", "en"), TranslationRules.IdOf(subject, "Summary", "es"), TranslationRules.IdOf(Guid.CreateVersion7(), "Title", "es") }
            .ShouldNotContain(id);
    }

    [Fact]
    public void A_text_that_is_out_of_date_is_never_shown_in_place_of_its_original()
    {
        var id = Guid.CreateVersion7();
        TranslationRow row = new() { SubjectId = id, Field = "Title", Language = "es", Text = "La ley", SourceText = "The law" };
        var texts = new Narratives([row], "es");
        texts.Of(id, "Title", "The law", "en").ShouldBe(new Narrative("La ley", "es", TranslationState.Current, row));
        texts.Of(id, "Title", "The new law", "en").ShouldBe(new Narrative("The new law", "en", TranslationState.Stale, row));
        texts.Of(id, "Summary", "What", "en").ShouldBe(new Narrative("What", "en", TranslationState.Missing));
        texts.Of(id, "Title", "The law", "es").ShouldBe(new Narrative("The law", "es"), "written in the reader's language");
        texts.In("en").Of(id, "Title", "The law", "en").Text.ShouldBe("The law");
        texts.In("original").Of(id, "Title", "The law", "en").ShouldBe(new Narrative("The law", "en"));
        texts.In("xx").Of(id, "Title", "The law", "en").Text.ShouldBe("La ley");
    }
}
