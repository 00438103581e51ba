using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Region;
using Monitoring.Web.Region.Compare;
using Monitoring.Web.Shared;
using Range = Monitoring.Web.Figures.Range;

namespace Monitoring.Tests.Region;

/// <summary>What the secretariat sees on the real report, and what it does not see.</summary>
public sealed class RegionTests
{
    private const string Canary = "CANARY-7f3a";

    [Theory, EveryDatabase]
    public async Task The_region_is_six_of_seven_complete_and_El_Salvador_none_of_one(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        await using var reader = new Reader(world);
        var region = await reader.OverviewAsync();

        region.Members.Select(m => m.Country).ShouldBe([World.Honduras, World.Mexico, World.ElSalvador]);
        var whole = region.Completeness(region.Members).ShouldBeOfType<Total>();
        (whole.Numerator, whole.Denominator, whole.Percent).ShouldBe((6, 7, 85.7m));
        var salvador = region.Completeness(region.Members.Single(m => m.Country == World.ElSalvador)).ShouldBeOfType<Total>();
        (salvador.Numerator, salvador.Denominator).ShouldBe((0, 1));
        region.Axes.Sum(a => region.Cell(World.Mexico, a.Code).Count).ShouldBe(4);
    }

    [Fact]
    public async Task Observers_and_the_presidency_are_named_and_not_counted()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var reader = new Reader(world);
        var region = await reader.OverviewAsync();
        region.Others.Select(c => c.Country.Value).ShouldBe(["CRI", "GTM"]);

        // Another year, another membership.
        await world.Behind.RawAsync("delete from CountryRole where CountryCode = 'SLV' and RoleYear = 2021");
        var whole = (await reader.OverviewAsync()).Completeness((await reader.OverviewAsync()).Members).ShouldBeOfType<Total>();
        (whole.Numerator, whole.Denominator).ShouldBe((6, 6));
    }

    [Fact]
    public async Task A_stage_that_Honduras_changes_is_marked_as_draft_beside_what_was_accepted()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        (await reader.OverviewAsync()).Status.ShouldAllBe(s => s.State == ContentState.Published);

        await world.Behind.RawAsync("update Initiative set Stage = 'Completed' where Country = 'HND' and Code = 'HN-MAHE'");
        var region = await reader.OverviewAsync();
        var changed = region.Status.Single(s => s.IsDraft);
        (changed.Code, changed.Stage, changed.AcceptedStage).ShouldBe(("HN-MAHE", InitiativeStage.Completed, InitiativeStage.Implementation));
        region.Drafts(World.Honduras).ShouldBe(1);
        var html = await reader.HtmlAsync<RegionPage>("/region");
        html.ShouldContain("accepted: Implementation");
    }

    [Fact]
    public async Task A_country_that_keeps_its_drafts_shows_only_what_was_accepted()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var reader = new Reader(world);
        await world.Behind.RawAsync("update Initiative set Stage = 'Completed', Outlook = 'Blocked' where Country = 'SLV'");
        await world.Behind.RawAsync("update NextStep set Status = 'Done' where Country = 'SLV'");

        var salvador = (await reader.OverviewAsync()).Of(World.ElSalvador).ShouldHaveSingleItem();
        (salvador.State, salvador.Stage, salvador.Outlook).ShouldBe((ContentState.Published, InitiativeStage.Preparation, Outlook.NotAssessed));
        (await reader.OverviewAsync()).StepsOf([salvador]).Done.ShouldBe(0);
        (await reader.HtmlAsync<RegionPage>("/region")).ShouldContain("does not share drafts");
    }

    [Fact]
    public async Task No_narrative_of_a_draft_reaches_the_region()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var reader = new Reader(world);
        foreach (var (table, columns) in new[]
        {
            ("Initiative", "Title,Summary,StageNote,Coverage,TargetPopulation,Length"), ("NextStep", "Text,Responsible,Note"), ("Result", "Text,ReportedBy"),
            ("InitiativeItem", "Text,Responsible"), ("InitiativeInstitution", "PrintedName,Role"), ("CountryStatement", "Text"), ("Commitment", "Statement,Instrument"),
            ("IndicatorDefinition", "Name,Unit,Population,Funder,Note"), ("Measurement", "Rung,Note"), ("CommonIndicatorAnswer", "Text,Rung,Unit,RungsNotApplicable"), ("BudgetLine", "Funder"),
        })
            await world.Behind.RawAsync($"update {table} set {string.Join(", ", columns.Split(',').Select(c => $"{c} = '{Canary}'"))}");
        await world.Behind.RawAsync($"update CountryTranslation set Text = '{Canary}', SourceText = '{Canary}'");
        await world.Behind.RawAsync("update Measurement set Value = 987654 where Value is not null");
        await world.Behind.RawAsync("update Initiative set Stage = 'Completed' where Country = 'HND'");

        var region = await reader.HtmlAsync<RegionPage>("/region");
        region.ShouldContain("Completed");
        var figures = await reader.HtmlAsync<FiguresPage>("/region/figures");
        var compared = await reader.HtmlAsync<ComparePage>($"/region/compare?countries=hnd,mex,slv&rows={Reader.AllRows}");
        compared.ShouldContain("HN-MAHE");
        foreach (var html in new[] { region, figures, compared })
        {
            html.ShouldNotContain(Canary);
            html.ShouldNotContain("987");
        }
        System.Text.Encoding.UTF8.GetString(reader.Get<ComparisonCsv>().Of(await reader.CompareAsync(rows: Reader.AllRows))).ShouldNotContain(Canary);
    }

    [Fact]
    public async Task A_title_of_an_initiative_that_was_never_accepted_stays_with_its_country()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        await world.Behind.RawAsync("""
            insert into Initiative (Country, Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, Outlook, SearchText, Position, Mark, Version, ChangedAt, ChangedBy)
            values ('HND', '0192F000-0000-7000-8000-00000000ABCD', 'HN-NEW', 'CANARY-7f3a', 'CANARY-7f3a', 'en', 'AX1', 'Idea', 'OnTrack', 'x', 9, 'Reported', 1, '2021-11-15 15:00:00', 'x')
            """);
        var added = (await reader.OverviewAsync()).Cell(World.Honduras, "AX1").ShouldHaveSingleItem();
        (added.Code, added.Title, added.IsDraft).ShouldBe(("HN-NEW", null, true));
        (await reader.HtmlAsync<RegionPage>("/region")).ShouldNotContain(Canary);
    }

    [Fact]
    public async Task Cases_stand_as_two_rows_and_beneath_them_the_range()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var groups = await reader.Get<ReadFigures>().RunAsync(CancellationToken.None);

        var cases = groups.Single(g => g is { Kind: IndicatorKind.Count, Unit: "cases", IsPlan: false });
        cases.Figures.Select(f => f.Value).ShouldBe([27, 38]);
        var range = cases.Together.ShouldBeOfType<Range>();
        (range.Low, range.High).ShouldBe((38, 65));
        (await reader.HtmlAsync<FiguresPage>("/region/figures")).ShouldContain("between 38 and 65 cases, overlap unknown");
    }

    [Fact]
    public async Task Families_persons_and_the_intake_count_once_and_families_are_two_populations()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var groups = await reader.Get<ReadFigures>().RunAsync(CancellationToken.None);

        var families = groups.Single(g => g.Unit == "families");
        families.Together.ShouldBeOfType<Refusal>().Reason.Key.ShouldBe(Reason.PopulationsDiffer);
        families.Subtotals.Cast<Total>().Select(t => t.Value).ShouldBe([3, 7], ignoreOrder: true);
        foreach (var (unit, value) in new[] { ("persons", 15m), ("persons per month", 25m) })
        {
            var group = groups.Single(g => g.Unit == unit);
            group.Together.ShouldBeOfType<Total>().Value.ShouldBe(value);
            group.Together.Notes.ShouldContain(n => n.Key == Reason.CountsOnce);
        }
        groups.SelectMany(g => g.Figures).Single(f => f.Code == "HN-MAHE-I3").ShouldSatisfyAllConditions(
            f => (f.Numerator, f.Denominator).ShouldBe((17, 38)), f => Percent.Of(f.Numerator, f.Denominator).ShouldBe(44.7m));
    }

    [Fact]
    public async Task Common_indicators_refuse_what_cannot_be_added_and_name_who_is_missing()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var region = await reader.OverviewAsync();
        var members = region.Members.Select(m => m.Country).ToList();
        Aggregate Of(string code) => region.Common.Single(c => c.Indicator.Code == code).Together(members);

        Of("RC1").ShouldBeOfType<PerStep>().Steps.Where(s => s.Countries.Count > 0).Select(s => $"{s.Step}: {string.Join(",", s.Countries)}")
            .ShouldBe(["handed to legislature: HND", "passed one chamber: MEX", "passed: SLV"]);
        Of("RC2").ShouldBeOfType<Total>().ShouldSatisfyAllConditions(t => t.Value.ShouldBe(3), t => t.Notes.ShouldContain(new Reason(Reason.NotReportedBy, "MEX")));
        Of("RC3").ShouldBeOfType<Refusal>().Reason.Key.ShouldBe(Reason.UnitsDiffer);
        region.Common.Single(c => c.Indicator.Code == "RC3").Subtotals(members).Cast<Total>().Select(t => (t.Value, t.Unit))
            .ShouldBe([(38, "cases"), (15, "persons"), (23, "life projects")], ignoreOrder: true);
        Of("RC6").ShouldBeOfType<Total>().Percent.ShouldBe(85.7m);
        Of("RC7").ShouldBeOfType<Missing>().Reason.ShouldBe(new Reason(Reason.NoneOf, "7"));

        var html = await reader.HtmlAsync<RegionPage>("/region");
        html.ShouldContain("no amounts reported, 0 of 7");
        html.ShouldNotContain("(0.0");
    }

    [Fact]
    public async Task Each_country_stands_on_its_own_ladder_with_its_source()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var ladders = (await reader.OverviewAsync()).Ladders;
        ladders.Select(l => (l.Country.Value, l.Rung, l.SourceLines)).ShouldBe(
            [("HND", "handed to Congress", "111-115"), ("MEX", "passed lower chamber", "152;219"), ("SLV", "passed", "133-136")]);
        ladders[0].Steps.ShouldBe(["drafted", "handed to Congress", "passed", "in force"]);
    }

    [Fact]
    public async Task Illustrative_amounts_of_the_demo_are_no_amounts_that_the_region_accepted()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var reader = new Reader(world);
        (await world.Behind.ScalarAsync<int>("select count(*) from BudgetLine")).ShouldBeGreaterThan(0);
        var region = await reader.OverviewAsync();
        region.Funding(region.Members).ShouldBeOfType<Missing>().Reason.ShouldBe(new Reason(Reason.NoneOf, "7"));
    }

    [Fact]
    public async Task The_page_says_what_to_do_while_there_is_no_cycle_and_no_country()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        await world.Behind.RawAsync("update ReportingCycle set State = 'Planned'");
        (await reader.HtmlAsync<RegionPage>("/region")).ShouldContain("No reporting cycle is open");
    }

    [Fact]
    public async Task Fifteen_findings_about_the_source_are_listed_in_both_languages()
    {
        await using var world = await ReportWorld.OpenAsync();
        foreach (var (language, text) in new[] { ("en", "15 findings"), ("es", "15 hallazgos") })
        {
            await using var reader = new Reader(world, language);
            var html = await reader.HtmlAsync<RegionPage>("/region");
            html.ShouldContain(text);
            html.ShouldContain("A-15");
        }
    }

    [Fact]
    public async Task Nobody_but_the_secretariat_reads_the_region()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        foreach (var person in World.People)
        {
            await using var reader = new Reader(world, person: person);
            var may = person.Role is Role.SecretariatAnalyst or Role.SecretariatLead;
            foreach (var ask in new Func<Task>[] { reader.OverviewAsync, () => reader.CompareAsync(), () => reader.Get<ReadFigures>().RunAsync(CancellationToken.None) })
                if (may) await ask();
                else await Should.ThrowAsync<AccessRefusedException>(ask);
        }
    }
}
