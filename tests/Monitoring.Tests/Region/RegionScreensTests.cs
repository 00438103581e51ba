using Monitoring.Tests.Reports;
using Monitoring.Web.Region;
using Monitoring.Web.Region.Checklists;
using Monitoring.Web.Region.Map;
using Monitoring.Web.Region.Money;
using Monitoring.Web.Region.Parts;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Region;

/// <summary>Map, parts of figures, funding and checklists as the secretariat has them.</summary>
public sealed class RegionScreensTests
{
    [Theory, EveryDatabase]
    public async Task Every_figure_opens_its_parts_down_to_source_author_approver_and_evidence(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack' where Country = 'HND'");
        await world.Behind.RawAsync("""
            insert into Evidence (Country, Id, Subject, SubjectId, Title, Address, IsPublic, Version, ChangedAt, ChangedBy)
            select 'HND', '0192F000-0000-7000-8000-0000000000E1', 'Result', r.Id, 'Open evidence', 'https://example.org/open', 1, 1, '2021-11-01 00:00:00', 'x' from Result r where r.Country = 'HND' and r.Code = (select min(x.Code) from Result x where x.Country = 'HND')
            """);
        await world.Behind.RawAsync("""
            insert into Evidence (Country, Id, Subject, SubjectId, Title, Address, IsPublic, Version, ChangedAt, ChangedBy)
            select 'HND', '0192F000-0000-7000-8000-0000000000E2', 'Result', r.Id, 'Internal evidence', 'https://example.org/secret', 0, 1, '2021-11-01 00:00:00', 'x' from Result r where r.Country = 'HND' and r.Code = (select min(x.Code) from Result x where x.Country = 'HND')
            """);
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Accepted);
        await using var reader = new Reader(world);
        var region = await reader.OverviewAsync();
        foreach (var of in Enum.GetValues<FigureOf>())
        {
            var code = of is FigureOf.Common ? "RC6" : of is FigureOf.Amount ? "Required" : null;
            var parts = await reader.Get<ReadParts>().RunAsync(PartsAddress.Word(of), null, code, null, CancellationToken.None);
            parts.Parts.Select(p => p.Country).Distinct().ShouldBeSubsetOf(region.Members.Select(m => m.Country), of.ToString());
        }
        (await PartsAsync(reader, FigureOf.Initiatives)).Count.ShouldBe(region.Members.Sum(m => region.Of(m.Country).Count));
        var results = await PartsAsync(reader, FigureOf.Results);
        (results.Count(r => r.Counts == true), results.Count).ShouldBe((6, 7), "as many as the figure says");
        var steps = await PartsAsync(reader, FigureOf.Steps);
        var counts = region.StepsOf(region.Members.SelectMany(m => region.Of(m.Country)));
        (steps.Count, steps.Count(s => s.Counts == true), (await PartsAsync(reader, FigureOf.Overdue)).Count).ShouldBe((counts.All, counts.Done, counts.Overdue));

        var html = await reader.HtmlAsync<PartsPage>("/region/figures/parts?of=results&country=hnd&code=HN-ART");
        html.ShouldContain("Snapshot 2");
        html.ShouldContain("source, lines");
        html.ShouldContain(World.Person(Role.NationalApprover, World.Honduras).Name);
        html.ShouldContain(World.Lead.Name);
        html.ShouldContain("https://example.org/open");
        html.ShouldContain("Internal evidence");
        html.ShouldNotContain("https://example.org/secret", Case.Sensitive, "an internal link is known by its title only");
        foreach (var wrong in new (string, string?, string?)[] { ("x", null, null), ("steps", "xkx", null), ("common", null, "RC99"), ("amount", null, "Everything") })
            await Should.ThrowAsync<UnknownChoiceException>(() => reader.Get<ReadParts>().RunAsync(wrong.Item1, wrong.Item2, wrong.Item3, null, CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task Movement_and_punctuality_follow_what_a_country_does(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        await using var reader = new Reader(world);
        var before = (await reader.OverviewAsync()).Pace;
        before.Baselines.Select(b => (b.Country, b.CycleCode)).ShouldContain((World.Honduras, "2021-S1"));
        await world.Behind.RawAsync("update Initiative set Stage = 'Completed' where Country = 'HND' and Code = 'HN-MAHE'");
        var moves = (await reader.OverviewAsync()).Pace.Moves.Where(m => m.Country == World.Honduras && m.Code == "HN-MAHE" && m.Kind is MoveKind.Stage);
        moves.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => (m.Was, m.Now, m.State).ShouldBe(("Implementation", "Completed", ContentState.Draft)));
        (await reader.HtmlAsync<PartsPage>("/region/figures/parts?of=movement")).ShouldContain("from Implementation to Completed");

        // El Salvador shares no draft: nothing of it moves.
        await world.Behind.RawAsync("update Initiative set Stage = 'Completed' where Country = 'SLV'");
        (await reader.OverviewAsync()).Pace.Moves.ShouldNotContain(m => m.Country == World.ElSalvador);

        // Sent on the fifteenth of November, and never again: once its day has come it was on time.
        await new Reporting(world, World.Mexico).BringToAsync(ContentState.Draft);
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack' where Country = 'MEX'");
        await new Reporting(world, World.Mexico).BringToAsync(ContentState.Submitted);
        await world.Behind.RawAsync("update ReportingCycle set DueOn = '2021-11-20' where Code = '2021-S2'");
        world.Clock.Advance(TimeSpan.FromDays(7));
        var reports = (await reader.OverviewAsync()).Pace.Reports.Where(t => t.Code == Reporting.Cycle).ToDictionary(t => t.Country, t => t.IsOnTime);
        reports.ShouldBe(new Dictionary<CountryCode, bool?> { [World.Honduras] = false, [World.Mexico] = true, [World.ElSalvador] = false }, ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task Funding_and_checklists_come_with_approval_and_not_before(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack' where Country = 'HND'");
        await world.Behind.RawAsync("""
            insert into ChecklistAnswer (Country, ChecklistCode, ItemNo, Id, Answer, Note, AnsweredOn, Mark, Version, ChangedAt, ChangedBy)
            values ('HND', 'CL1', 2, '0192F000-0000-7000-8000-00000000C1C1', 'NotApplicable', 'CANARY-51aa', '2021-10-01', 'Reported', 1, '2021-11-15 15:00:00', 'x')
            """);
        await using var reader = new Reader(world);
        (await reader.HtmlAsync<RegionBudgetPage>("/region/budget")).ShouldContain("name no amount of money");
        (await reader.HtmlAsync<RegionChecklistsPage>("/region/checklists")).ShouldNotContain("CANARY-51aa");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Approved);
        var lists = await reader.HtmlAsync<RegionChecklistsPage>("/region/checklists");
        lists.ShouldContain("CANARY-51aa");
        lists.ShouldContain("Not applicable");
        lists.ShouldContain("not answered");
        lists.ShouldContain("handed to legislature");
        foreach (var by in Enum.GetValues<FundingBy>())
            (await reader.HtmlAsync<RegionBudgetPage>("/region/budget?by=" + by.ToString().ToLowerInvariant())).ShouldSatisfyAllConditions(
                h => h.ShouldContain("in US dollars"), h => h.ShouldContain("Illustrative"), h => h.ShouldContain("Approved"), h => h.ShouldContain("Exchange rates"));
        (await reader.HtmlAsync<RegionBudgetPage>("/region/budget")).ShouldContain("No amount reported: ");
    }

    [Fact]
    public async Task The_map_shows_every_country_says_it_in_a_sentence_and_takes_one_without_an_outline_as_a_tile()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var reader = new Reader(world);
        var region = await reader.OverviewAsync();
        foreach (var reading in Enum.GetValues<MapReading>())
        {
            var entries = MapRules.Of(reading, region);
            entries.Select(e => e.Country.Country).ShouldBe(region.Countries.Select(c => c.Country));
            entries.ShouldAllBe(e => MapRules.Legend(reading).Any(l => l.Class == e.Class && l.Key == e.ClassKey));
        }
        var salvador = MapRules.Of(MapReading.Completeness, region).Single(e => e.Country.Country == World.ElSalvador);
        (salvador.ClassKey, salvador.Part, salvador.Whole).ShouldBe(("NoneOfAll", 0, 1));
        MapRules.Of(MapReading.Completeness, region).Single(e => e.Country.Country.Value == "GTM").Class.ShouldBe(0, "no data is not zero");

        var html = await reader.HtmlAsync<RegionPage>("/region?map=completeness");
        html.ShouldContain("By country – ");
        html.ShouldContain("imply no official endorsement");
        html.ShouldContain("aria-label=\"SLV, El Salvador: none: 0 of 1\"");
        foreach (var code in new[] { "MEX", "GTM", "BLZ", "SLV", "HND", "CRI", "PAN" }) MapShapes.All.ShouldContain(s => s.Country == code);

        await world.Behind.RawAsync("insert into Country (Code, NameEn, NameEs, SharesDrafts, Suspended, Version, ChangedAt, ChangedBy) select 'COL', 'Colombia', 'Colombia', SharesDrafts, Suspended, 1, ChangedAt, ChangedBy from Country where Code = 'HND'");
        (await reader.HtmlAsync<RegionPage>("/region?map=overdue")).ShouldContain("Colombia: no data");
    }

    [Fact]
    public async Task Nobody_but_the_secretariat_opens_them()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        foreach (var person in World.People)
        {
            await using var reader = new Reader(world, person: person);
            var may = person.Role is Role.SecretariatAnalyst or Role.SecretariatLead;
            foreach (var ask in new Func<Task>[] { () => reader.Get<ReadRegionBudget>().RunAsync(default), () => reader.Get<ReadRegionChecklists>().RunAsync(default), () => reader.Get<ReadParts>().RunAsync("steps", null, null, null, default) })
                if (may) await ask();
                else await Should.ThrowAsync<AccessRefusedException>(ask);
        }
    }

    private static async Task<IReadOnlyList<FigurePart>> PartsAsync(Reader reader, FigureOf of) =>
        (await reader.Get<ReadParts>().RunAsync(PartsAddress.Word(of), null, null, null, CancellationToken.None)).Parts;
}
