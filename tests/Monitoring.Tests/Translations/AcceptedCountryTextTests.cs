using Monitoring.Tests.Region;
using Monitoring.Tests.Reports;
using Monitoring.Web.Progress;
using Monitoring.Web.Region;
using Monitoring.Web.Region.Checklists;
using Monitoring.Web.Region.Compare;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Tests.Translations;

/// <summary>What the region and donors read of texts of a country as a whole: what was accepted, in their language where that was accepted too.</summary>
public sealed class AcceptedCountryTextTests
{
    private static readonly (string Subject, string Field, string Label)[] Translated =
        [("Commitment", "Statement", "MX-PNDH-A1"), ("CountryStatement", "Text", "MX-P1"), ("TimelineEvent", "Text", "2012-02-21"), ("Indicator", "Name", "MX-LAW-I1"), ("Indicator", "Name", "MX-PILOT-I1")];

    [Theory, EveryDatabase]
    public async Task Region_and_donors_read_an_accepted_text_in_their_language_and_never_what_a_country_is_still_writing(Engine engine)
    {
        await using var world = await OpenAsync(engine);
        var report = new Reporting(world, World.Mexico);
        foreach (var state in Enum.GetValues<ContentState>())
        {
            if (state is not ContentState.Draft) await report.BringOnAsync(state);
            await using var reader = new Reader(world, "es");
            (await FiguresAsync(reader)).ShouldBe(state is ContentState.Draft or ContentState.Submitted ? 0 : 2, $"figures, {state}");
            (await ComparedAsync(reader)).ShouldBe(state is ContentState.Accepted or ContentState.Published ? 4 : 0, $"comparison, {state}");
            (await PublishedAsync(world)).ShouldBe(state is ContentState.Published ? 5 : 0, $"donors, {state}");
        }
        await using var english = new Reader(world, "en");
        (await FiguresAsync(english) + await ComparedAsync(english)).ShouldBe(0, "the originals are in English");
        (await PublishedAsync(world)).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task What_changes_after_acceptance_leaves_what_was_accepted_and_a_stale_text_is_in_no_snapshot(Engine engine)
    {
        await using var world = await OpenAsync(engine);
        await world.Behind.RawAsync("update Commitment set Statement = 'Changed since.' where Code = 'MX-PNDH-A1'; update CountryTranslation set Text = 'ESP later' where Field = 'Text'");
        await new Reporting(world, World.Mexico).BringToAsync(ContentState.Published);
        await world.Behind.RawAsync("update CountryStatement set Text = 'Changed later.'");
        await using var reader = new Reader(world, "es");
        var compared = await reader.CompareAsync("mex", "commitments,statements");
        var mexico = compared.Countries.ShouldHaveSingleItem();
        mexico.Commitments.Single(c => c.Code == "MX-PNDH-A1").Said!.ShouldSatisfyAllConditions(s => s.Text.ShouldBe("Changed since."), s => s.Language.ShouldBe("en"), s => s.IsTranslated.ShouldBeFalse());
        mexico.Statements.Single(s => s.Code == "MX-P1").Said!.ShouldSatisfyAllConditions(s => s.Text.ShouldBe("ESP later"), s => s.IsTranslated.ShouldBeTrue());
        await using var db = await world.Job.ReadAsync(World.Mexico);
        (await CheckSnapshots.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Fact]
    public async Task A_sheet_of_a_comparison_puts_the_translation_beside_the_original_and_only_where_there_is_one()
    {
        await using var world = await OpenAsync(Engine.Sqlite);
        await using (var before = new Reader(world, "es"))
            Table(before, await before.CompareAsync("mex", "commitments")).Columns.Count.ShouldBe(9);
        await new Reporting(world, World.Mexico).BringToAsync(ContentState.Accepted);
        await using var reader = new Reader(world, "es");
        var table = Table(reader, await reader.CompareAsync("mex", "commitments"));
        table.Columns.Count.ShouldBe(10);
        table.Entries.ShouldAllBe(e => e.Cells.Count == 10);
        var entry = table.Entries.Single(e => e.Code == "MX-PNDH-A1");
        entry.Cells[3].ShouldBe("Spread information to raise awareness and prevent discrimination, stigma and violations");
        entry.Cells[7].ShouldBe("ESP MX-PNDH-A1 (traducción automática)");
        table.Entries.Single(e => e.Code == "MX-PNDH-A2").Cells[7].ShouldBeNull();
        (await reader.HtmlAsync<ComparePage>("/region/compare?countries=hnd,mex&rows=commitments,figures")).ShouldSatisfyAllConditions(
            h => h.ShouldContain("ESP MX-PNDH-A1"), h => h.ShouldContain("ESP MX-LAW-I1"), h => h.ShouldContain("traducción automática"));
        (await reader.HtmlAsync<FiguresPage>("/region/figures")).ShouldContain("ESP MX-PILOT-I1");
        (await reader.HtmlAsync<RegionChecklistsPage>("/region/checklists")).ShouldContain("ESP MX-LAW-I1");
        (await reader.HtmlAsync<RegionPage>("/region")).ShouldContain("ESP MX-LAW-I1");

        static SubjectTable Table(Reader reader, Comparison of) => reader.Get<SubjectTables>().Of(of).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_correction_of_one_initiative_freezes_its_translations_anew()
    {
        var (mine, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        FrozenContent Of(string text) => FrozenContent.Of(new Dictionary<string, IReadOnlyList<FrozenRow>>
        {
            ["Translations"] = [new FrozenTranslation { TranslationId = mine, InitiativeId = mine, Text = text }, new FrozenTranslation { TranslationId = other, InitiativeId = other, Text = text }],
        });
        var open = new Reopening { Subject = ReopenedThing.Initiative, SubjectId = mine, State = ReopeningState.Granted };
        // What said the initiative as it was before the correction would go on saying it beside the corrected text.
        ReopenedContent.With(Of("accepted"), Of("now"), [open]).Of<FrozenTranslation>().Select(t => (t.InitiativeId, t.Text)).ShouldBe([(mine, "now"), (other, "accepted")], ignoreOrder: true);
    }

    private static async Task<World> OpenAsync(Engine engine)
    {
        var world = await ReportWorld.OpenAsync(engine, demo: true);
        await world.Behind.RawAsync("delete from CountryTranslation");
        // What runs owes an outlook before it can be sent.
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack'");
        var focal = world.As(World.FocalPoint(World.Mexico));
        foreach (var pair in (await new ReadTranslations(focal).OfCountryAsync(World.Mexico)).Texts.Where(t => Translated.Contains((t.Original.Subject, t.Original.Field, t.Original.Label))))
            (await new SaveTranslation(focal).RunAsync(World.Mexico, pair.Draft with { Text = "ESP " + pair.Original.Label, HowMade = HowMade.Machine })).Ok.ShouldBeTrue();
        return world;
    }

    private static async Task<int> FiguresAsync(Reader reader) =>
        (await reader.Get<ReadFigures>().RunAsync(CancellationToken.None)).SelectMany(g => g.Figures).Count(f => f.Shown.IsTranslated);

    private static async Task<int> ComparedAsync(Reader reader)
    {
        var mexico = (await reader.CompareAsync("mex", "commitments,statements,figures")).Countries.Single();
        return mexico.Commitments.Count(c => c.Said!.IsTranslated) + mexico.Statements.Count(s => s.Said!.IsTranslated) + mexico.Figures.Count(f => f.Shown.IsTranslated);
    }

    private static async Task<int> PublishedAsync(World world)
    {
        var of = (await new ReadCountryProgress(world.As(World.Donor)).RunAsync("mex", default))!;
        return of.Commitments.Count(c => of.Said(c.CommitmentId, "Statement", c.Statement, c.ContentLanguage).IsTranslated)
            + of.Statements.Count(s => of.Said(s.StatementId, "Text", s.Text, s.ContentLanguage).IsTranslated)
            + of.Timeline.Count(e => of.Said(e.EventId, "Text", e.Text, e.ContentLanguage).IsTranslated)
            + of.Figures.Count(f => of.Texts.OfIndicator(f.Country, f.IndicatorCode, "Name", f.Name, f.ContentLanguage).IsTranslated);
    }
}
