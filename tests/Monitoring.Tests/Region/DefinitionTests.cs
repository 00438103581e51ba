using System.Globalization;
using Bunit;
using CsCheck;
using Microsoft.Extensions.Localization;
using Monitoring.Tests.Reports;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Monitoring.Web.Region;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Region;

/// <summary>The secretariat defines common indicators in versions; what a change does is known before it is made.</summary>
public sealed class DefinitionTests
{
    private static readonly CommonDefinitionDraft New = new() { Code = "RC8", NameEn = "People trained", NameEs = "Personas capacitadas", Kind = IndicatorKind.Count, Unit = "persons", OverlapRule = OverlapRule.Disjoint };

    [Theory, EveryDatabase]
    public async Task A_definition_is_made_and_changed_by_versions_and_two_editors_see_each_other(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var save = new SaveCommonDefinition(world.As(World.Lead));
        var first = (await save.RunAsync(New, null)).Row!;
        (first.Code, first.DefinitionVersion, first.Version).ShouldBe(("RC8", 1, 1));
        (await save.RunAsync(New, null)).Problem!.TextKey.ShouldBe("CommonCodeTaken");
        var second = (await save.RunAsync(CommonDefinitionDraft.Of(first) with { Unit = "families" }, "Families are registered.")).Row!;
        (second.DefinitionVersion, second.Unit).ShouldBe((2, "families"));
        (await save.RunAsync(CommonDefinitionDraft.Of(first) with { Unit = "cases" }, "Late.")).Outcome.ShouldBe(SaveOutcome.Conflict);
        (await save.RunAsync(CommonDefinitionDraft.Of(second), "Nothing.")).Row!.DefinitionVersion.ShouldBe(2, "what changes nothing makes no version");
        var sheet = (await new ReadDefinitions(world.As(World.Lead)).OneAsync("RC8"))!;
        sheet.Common.Versions.Select(v => (v.VersionNo, v.Unit)).ShouldBe([(1, "persons"), (2, "families")]);
        sheet.Notes.Select(n => (n.VersionNo, n.Reason, n.ChangedBy)).ShouldBe([(2, "Families are registered.", World.Lead.Name), (1, null, World.Lead.Name)]);

        // A ladder keeps its steps with each version.
        var ladder = (await new ReadDefinitions(world.As(World.Lead)).OneAsync("RC1"))!.Row;
        (await save.RunAsync(CommonDefinitionDraft.Of(ladder) with { StepLines = "none\ndrafted\nin force" }, "Shorter.")).Ok.ShouldBeTrue();
        var steps = (await new ReadDefinitions(world.As(World.Lead)).OneAsync("RC1"))!.Common;
        (steps.Indicator.Steps.Count, steps.Versions[0].Steps.Count).ShouldBe((3, 6));
        (await world.Behind.ScalarAsync<int>("select count(*) from CommonIndicatorStep where CommonIndicatorCode = 'RC1'", new { })).ShouldBe(3);
    }

    [Fact]
    public async Task Only_the_lead_defines_and_retires_and_hostile_texts_are_refused()
    {
        await using var world = await ReportWorld.OpenAsync();
        foreach (var who in World.People.Where(p => p.Role is not Role.SecretariatLead))
        {
            await Should.ThrowAsync<AccessRefusedException>(() => new SaveCommonDefinition(world.As(who)).RunAsync(New, null), who.Name);
            await Should.ThrowAsync<AccessRefusedException>(() => new RetireCommonIndicator(world.As(who)).RunAsync(new CommonRetireDraft { Code = "RC3", Version = 1, RetiredReason = "x" }, true), who.Name);
        }
        foreach (var who in World.People.Where(p => p.Role is not (Role.SecretariatLead or Role.SecretariatAnalyst)))
        {
            await Should.ThrowAsync<AccessRefusedException>(() => new PreviewDefinition(world.As(who)).RunAsync(New), who.Name);
            await Should.ThrowAsync<AccessRefusedException>(() => new ReadDefinitions(world.As(who)).RunAsync(), who.Name);
        }
        string? Why(CommonDefinitionDraft draft, string? reason = null) => CommonDefinitionRules.Problem(draft, reason) is { } p ? $"{p.Field} {p.TextKey}" : null;
        Why(New with { Code = "=RC" }).ShouldBe("Code CommonCodeForm");
        Why(New with { Code = "NEW" }).ShouldBe("Code CommonCodeForm");
        Why(New with { NameEs = " " }).ShouldBe("NameEs Required");
        Why(New with { NoteEn = new string('x', 4001) }).ShouldBe("NoteEn TooLong");
        Why(New with { Kind = IndicatorKind.Ladder, OverlapRule = OverlapRule.CountriesPerStep }).ShouldBe("StepLines Required");
        Why(New with { Kind = IndicatorKind.Ladder, OverlapRule = OverlapRule.Disjoint, StepLines = "a" }).ShouldBe("OverlapRule OverlapOfKind");
        Why(New with { Kind = IndicatorKind.Ladder, OverlapRule = OverlapRule.CountriesPerStep, StepLines = "a\nA" }).ShouldBe("StepLines StepTwice");
        Why(New with { Version = 1 }).ShouldBe("Reason Required");
        Why(New with { NameEn = "=HYPERLINK(\"x\")" }).ShouldBeNull("a text is a text; no sheet runs it");
    }

    [Theory, EveryDatabase]
    public async Task What_was_accepted_keeps_the_version_that_it_answered_and_the_region_leaves_it_out_with_the_reason(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        await using var reader = new Reader(world);
        var before = await RegionAsync(reader, "RC3");
        before.Region.ShouldBeOfType<Refusal>().Reason.Key.ShouldBe(Reason.UnitsDiffer);
        var row = (await new ReadDefinitions(world.As(World.Lead)).OneAsync("RC3"))!.Row;
        (await new SaveCommonDefinition(world.As(World.Lead)).RunAsync(CommonDefinitionDraft.Of(row) with { Unit = "persons" }, "One unit.")).Ok.ShouldBeTrue();
        var after = (await RegionAsync(reader, "RC3")).Region;
        after.ShouldBeOfType<Total>().Value.ShouldBe(15);
        after.Notes.Where(n => n.Key == Reason.EarlierUnit).Select(n => n.Values[3]).ShouldBe(["cases", "life projects"], ignoreOrder: true);
        // The comparison of the cycle that answered version 1 is as it was, and so are the snapshots.
        (await reader.CompareAsync(rows: "common-indicators", cycle: "2021-S1")).Common.Single(c => c.Indicator.Code == "RC3").ShouldSatisfyAllConditions(
            c => c.Indicator.VersionNo.ShouldBe(1), c => c.Together([World.Honduras, World.Mexico, World.ElSalvador]).ShouldBeOfType<Refusal>().Reason.Key.ShouldBe(Reason.UnitsDiffer));
        foreach (var country in new[] { World.Honduras, World.Mexico, World.ElSalvador })
        {
            await using var db = await world.Job.ReadAsync(country);
            (await Monitoring.Web.Reports.CheckSnapshots.FirstFaultAsync(db)).ShouldBeNull();
        }
    }

    [Theory, EveryDatabase]
    public async Task What_feeds_is_read_from_accepted_content_only_and_marked_derived(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        (await new SaveCommonDefinition(world.As(World.Lead)).RunAsync(New with { Unit = "cases" }, null)).Ok.ShouldBeTrue();
        var focal = World.FocalPoint(World.Honduras);
        var cases = (await new ListCommonIndicators(world.As(focal)).RunAsync(World.Honduras)).National.Single(n => n.Code == "HN-MAHE-I1");
        (await new SaveMapping(world.As(focal)).RunAsync(World.Honduras, new MappingDraft { Id = cases.Id, Version = cases.Version, CommonIndicatorCode = "RC8" }, cases.InitiativeId)).Ok.ShouldBeTrue();
        await using var reader = new Reader(world);
        (await RegionAsync(reader, "RC8")).Region.ShouldBeOfType<Missing>("nothing unapproved leaks upward");
        (await new ReadDefinitions(world.As(World.Lead)).RunAsync()).Orphans[World.Honduras].ShouldContain(f => f.Code == "HN-MAHE-I1");
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack' where Country = 'HND'");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Accepted);
        var (region, common) = await RegionAsync(reader, "RC8");
        (region is Total or Monitoring.Web.Figures.Range, common.Of(World.Honduras)[0].FedBy).ShouldBe((true, "HN-MAHE-I1"));
        region.Mark.ShouldNotBe(Mark.Stated, "computed at best");
        (await new ReadDefinitions(world.As(World.Lead)).RunAsync()).Orphans[World.Honduras].ShouldNotContain(f => f.Code == "HN-MAHE-I1");
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await Monitoring.Web.Reports.RecomputeTotals.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_retired_indicator_leaves_the_region_with_its_reason_and_stays_in_its_cycle(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var retire = new RetireCommonIndicator(world.As(World.Lead));
        var draft = new CommonRetireDraft { Code = "RC5", Version = 1, RetiredReason = "Counted by another programme." };
        (await retire.RunAsync(draft with { RetiredReason = " " }, true)).Problem!.TextKey.ShouldBe("Required");
        var gone = (await retire.RunAsync(draft, true)).Row!;
        (await retire.RunAsync(draft, true)).Outcome.ShouldBe(SaveOutcome.Conflict);
        await using var reader = new Reader(world);
        (await reader.OverviewAsync()).Common.ShouldNotContain(c => c.Indicator.Code == "RC5");
        (await reader.CompareAsync(rows: "common-indicators", cycle: "2021-S1")).Common.ShouldContain(c => c.Indicator.Code == "RC5");
        (await new SaveCommonDefinition(world.As(World.Lead)).RunAsync(CommonDefinitionDraft.Of(gone), "x")).Problem!.TextKey.ShouldBe("CommonIsRetired");
        (await retire.RunAsync(new CommonRetireDraft { Code = "RC5", Version = gone.Version }, false)).Ok.ShouldBeTrue();
        (await reader.OverviewAsync()).Common.ShouldContain(c => c.Indicator.Code == "RC5");
    }

    [Fact]
    public async Task What_the_preview_shows_is_what_the_region_reads_after_the_change()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var reader = new Reader(world);
        var lead = world.As(World.Lead);
        string[] codes = ["RC1", "RC2", "RC3", "RC4", "RC6"];
        IndicatorKind[] kinds = [IndicatorKind.Count, IndicatorKind.Count, IndicatorKind.Ratio, IndicatorKind.Ladder, IndicatorKind.Rate];
        string?[] units = [null, "persons", "cases", "families", "studies"];
        var changes = Gen.Select(Gen.Int[0, codes.Length - 1], Gen.Int[0, kinds.Length - 1], Gen.Int[0, units.Length - 1], Gen.Bool, Gen.Bool, Gen.Int[0, 2]);
        var done = 0;
        foreach (var (ofCode, ofKind, ofUnit, hasPopulation, keeps, overlap) in changes.Array[24].Single())
        {
            var (code, kind, unit, population) = (codes[ofCode], kinds[ofKind], units[ofUnit], hasPopulation ? "Displaced people" : null);
            var row = (await new ReadDefinitions(lead).OneAsync(code))!.Row;
            var overlaps = CommonDefinitionRules.Overlaps(kind);
            var draft = CommonDefinitionDraft.Of(row) with
            {
                Kind = kind,
                Unit = unit,
                Population = population,
                KeepsAnswers = keeps,
                OverlapRule = overlaps[overlap % overlaps.Count],
                StepLines = kind is IndicatorKind.Ladder ? "none\npassed\nin force" : null,
            };
            if (Change.Between(row, draft).Count == 0) continue;
            var effect = await reader.Get<PreviewDefinition>().RunAsync(draft);
            Text(reader, effect.Before!).ShouldBe(Text(reader, (await RegionAsync(reader, code)).Region), draft.ToString());
            (await new SaveCommonDefinition(lead).RunAsync(draft, "Because.")).Ok.ShouldBeTrue();
            var (region, common) = await RegionAsync(reader, code);
            Text(reader, region).ShouldBe(Text(reader, effect.After), draft.ToString());
            foreach (var country in effect.Countries)
                common.Of(country.Country.Country).Select(f => (f.Value, f.Rung, f.SetAside?.Key)).ShouldBe(country.After.Select(f => (f.Value, f.Rung, f.SetAside?.Key)));
            done++;
        }
        done.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task The_form_shows_the_effect_first_and_saves_only_what_was_shown()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world, person: World.Lead);
        var page = reader.Render<DefinitionPage>(p => p.Add(x => x.Code, "RC3"));
        page.WaitForAssertion(() => page.FindAll(".heading .button").Count.ShouldBe(1));
        await page.Find(".heading .button").ClickAsync(new());
        await page.Find("#definition-Unit").ChangeAsync("persons");
        await page.Find("#definition").SubmitAsync();
        page.Find("#definition-Reason-error").TextContent.ShouldNotBeEmpty();
        await page.Find("#definition-Reason").ChangeAsync("One unit.");
        await page.Find("#definition").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".effect").TextContent.ShouldContain("15 persons"));
        page.Find(".effect").TextContent.ShouldContain("life projects");
        (await new ReadDefinitions(world.As(World.Lead)).OneAsync("RC3"))!.Row.DefinitionVersion.ShouldBe(1, "nothing is saved by looking");
        // Another text needs another look.
        await page.Find("#definition-Unit").ChangeAsync("cases");
        page.FindAll(".effect").ShouldBeEmpty();
        await page.Find("#definition").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".effect").TextContent.ShouldContain("38 cases"));
        await page.Find("#definition").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".notice").TextContent.ShouldContain("version 2"));
        (await new ReadDefinitions(world.As(World.Lead)).OneAsync("RC3"))!.Row.ShouldSatisfyAllConditions(r => (r.DefinitionVersion, r.Unit).ShouldBe((2, "cases")));
    }

    [Fact]
    public async Task The_analyst_reads_definitions_and_orphans_and_is_offered_no_change()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var reader = new Reader(world);
        var list = await reader.HtmlAsync<DefinitionsPage>("/region/indicators");
        list.ShouldContain("/region/indicators/RC3");
        list.ShouldContain("HN-MAHE-I1");
        list.ShouldNotContain("/region/indicators/new");
        var page = reader.Render<DefinitionPage>(p => p.Add(x => x.Code, "RC3"));
        page.WaitForAssertion(() => page.FindAll("dl.facts").Count.ShouldBeGreaterThan(0));
        page.FindAll("button, form").ShouldBeEmpty();
    }

    private static async Task<(Aggregate Region, CommonIndicatorAnswers Common)> RegionAsync(Reader reader, string code)
    {
        var overview = await reader.OverviewAsync();
        var common = overview.Common.Single(c => c.Indicator.Code == code);
        return (common.Together(overview.Members.Select(m => m.Country)), common);
    }

    private static string Text(Reader reader, Aggregate aggregate)
    {
        var say = reader.Get<IStringLocalizer<FiguresTexts>>();
        return string.Create(CultureInfo.InvariantCulture, $"{aggregate.GetType().Name} {say.Say(aggregate)} {string.Join(" | ", say.Why(aggregate))} {aggregate.Mark}");
    }
}
