using Bunit;
using Monitoring.Web.Audit;
using Monitoring.Web.Indicators;

namespace Monitoring.Tests.Indicators;

/// <summary>A country's own answers to the common indicators, and which of its indicators feed them.</summary>
public sealed class CommonAnswerTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task An_answer_is_given_changed_taken_back_and_told_by_history(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var save = new SaveCommonAnswer(world.As(Focal), world.Clock);
        var seen = (await SheetAsync(world, "RC5")).Answers.ShouldHaveSingleItem();
        (seen.State, seen.Mark, seen.DefinitionVersion).ShouldBe((ValueState.NotCollected, Mark.Inferred, 1));
        var draft = CommonAnswerDraft.Of(seen, 1) with { State = ValueState.Reported, Value = 12, Unit = " offices ", PeriodText = "2021-s2", Text = "=SUM(A1)", Rung = "passed" };
        var saved = (await save.RunAsync(World.Honduras, draft)).Row!;
        (saved.Value, saved.Unit, saved.PeriodText, saved.PeriodStart, saved.Text, saved.Rung, saved.Mark).ShouldBe((12m, "offices", "2021-S2", new DateOnly(2021, 7, 1), "=SUM(A1)", null, Mark.Reported));
        (await save.RunAsync(World.Honduras, draft)).Ok.ShouldBeTrue("a retry writes once");
        (await save.RunAsync(World.Honduras, draft with { Operation = Guid.CreateVersion7(), Value = 13 })).Row!.Value.ShouldBe(12, "the loser sees the answer of the first");

        // Not collected is not zero: the number goes, the state stays.
        var none = (await save.RunAsync(World.Honduras, CommonAnswerDraft.Of(saved, 1) with { State = ValueState.NotCollected })).Row!;
        (none.State, none.Value).ShouldBe((ValueState.NotCollected, null));
        (await new RestoreCommonAnswer(world.As(Focal), save).RunAsync(World.Honduras, none.Id,
            new Dictionary<string, string?> { ["State"] = "Reported", ["Value"] = "12" }, default)).ShouldBe(SaveOutcome.Saved);
        var back = (await SheetAsync(world, "RC5")).Answers.Single();
        (back.State, back.Value).ShouldBe((ValueState.Reported, 12m));
        (await save.TakeBackAsync(World.Honduras, back)).Ok.ShouldBeTrue();
        (await SheetAsync(world, "RC5")).Answers.ShouldBeEmpty();
        (await world.Behind.ScalarAsync<string>("select Action from AuditLink where Subject = 'CommonIndicatorAnswer' and LinkNo = (select max(LinkNo) from AuditLink where Country = 'HND')", new { })).ShouldBe("Retired");
        await using var db = await world.As(Focal).ReadAsync(World.Honduras);
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Only_the_focal_point_answers_and_nobody_of_another_country(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var draft = CommonAnswerDraft.Of((await SheetAsync(world, "RC5")).Answers.Single(), 1) with { Value = 3, State = ValueState.Reported };
        foreach (var who in World.People.Where(p => p.Id != Focal.Id))
            await Should.ThrowAsync<AccessRefusedException>(() => new SaveCommonAnswer(world.As(who), world.Clock).RunAsync(World.Honduras, draft), who.Name);
        (await new SaveCommonAnswer(world.As(World.FocalPoint(World.Mexico)), world.Clock).RunAsync(World.Mexico, draft)).Outcome.ShouldBe(SaveOutcome.NotFound);
    }

    [Fact]
    public async Task Hostile_answers_are_refused_each_with_its_reason()
    {
        await using var world = await ReportWorld.OpenAsync();
        var save = new SaveCommonAnswer(world.As(Focal), world.Clock);
        async Task<string?> Refused(CommonAnswerDraft draft) => (await save.RunAsync(World.Honduras, draft)).Problem?.TextKey;
        var count = CommonAnswerDraft.Of((await SheetAsync(world, "RC5")).Answers.Single(), 1) with { State = ValueState.Reported, Value = 3 };
        (await Refused(count with { Value = null })).ShouldBe("Required", "blank is no zero");
        (await Refused(count with { Value = -1 })).ShouldBe("Negative");
        (await Refused(count with { Value = 1.5m })).ShouldBe("NumberWhole");
        (await Refused(count with { Text = new string('x', 4001) })).ShouldBe("TooLong");
        (await Refused(count with { Unit = new string('x', 101) })).ShouldBe("TooLong");
        (await Refused(count with { PeriodText = "last year" })).ShouldBe("PeriodForm");
        (await Refused(count with { PeriodText = "2031" })).ShouldBe("FuturePeriod");
        (await Refused(count with { DefinitionVersion = 7 })).ShouldBe("CommonChanged");
        (await Refused(count with { State = ValueState.NotApplicable, Text = "  " })).ShouldBe("Required");
        (await Refused(count with { Id = Guid.CreateVersion7(), Version = 0, PartNo = 2 })).ShouldBe("Required", "a second part needs its unit");
        var ladder = (await SheetAsync(world, "RC1")).Answers.Single();
        (await Refused(CommonAnswerDraft.Of(ladder, 1) with { Rung = "half way" })).ShouldBe("Required");
        var ratio = (await SheetAsync(world, "RC6")).Answers.Single();
        (await Refused(CommonAnswerDraft.Of(ratio, 1) with { Numerator = 3, Denominator = 2 })).ShouldBe("NumeratorAbove");
        (await Refused(CommonAnswerDraft.Of(ratio, 1) with { Denominator = null })).ShouldBe("BothParts");
        (await save.RunAsync(World.Honduras, count with { CommonIndicatorCode = "RC99" })).Outcome.ShouldBe(SaveOutcome.NotFound);
        await world.Behind.RawAsync("update CommonIndicator set RetiredAt = '2021-11-01 00:00:00' where Code = 'RC5'");
        (await Refused(count)).ShouldBe("CommonRetired");
    }

    [Theory, EveryDatabase]
    public async Task An_indicator_is_mapped_where_it_counts_the_same_and_refused_with_the_reason_where_not(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        await world.Behind.RawAsync("update CommonIndicatorDefinition set Unit = 'cases', Population = null where CommonIndicatorCode = 'RC3'");
        var map = new SaveMapping(world.As(Focal));
        var list = await new ListCommonIndicators(world.As(Focal)).RunAsync(World.Honduras);
        var cases = list.National.Single(n => n.Code == "HN-MAHE-I1");
        list.Orphans.ShouldContain(n => n.Code == "HN-MAHE-I1");
        var draft = new MappingDraft { Id = cases.Id, Version = cases.Version, CommonIndicatorCode = "RC3" };
        var mapped = (await map.RunAsync(World.Honduras, draft, cases.InitiativeId)).Row!;
        mapped.CommonIndicatorCode.ShouldBe("RC3");
        (await new ListCommonIndicators(world.As(Focal)).RunAsync(World.Honduras)).Orphans.ShouldNotContain(n => n.Code == "HN-MAHE-I1");

        var families = list.National.Single(n => n.Code == "HN-MAHE-I4");
        var refused = (await map.RunAsync(World.Honduras, new MappingDraft { Id = families.Id, Version = families.Version, CommonIndicatorCode = "RC3" }, families.InitiativeId)).Problem!;
        (refused.TextKey, string.Join('|', refused.Values)).ShouldBe(("CannotFeed.FeedsUnit", "HN-MAHE-I4|families|cases"));
        var law = list.National.Single(n => n.Code == "HN-LAW-I1");
        (await map.RunAsync(World.Honduras, new MappingDraft { Id = law.Id, Version = law.Version, CommonIndicatorCode = "RC3" }, law.InitiativeId)).Problem!.TextKey.ShouldBe("CannotFeed.FeedsKind");
        (await map.RunAsync(World.Honduras, new MappingDraft { Id = law.Id, Version = law.Version, CommonIndicatorCode = "RC1" }, law.InitiativeId)).Problem!.TextKey.ShouldBe("CannotFeed.FeedsStep");

        // Two who map at once: the second is told. History brings back what it fed before, through the same rules.
        (await map.RunAsync(World.Honduras, draft with { Operation = Guid.CreateVersion7(), CommonIndicatorCode = null }, cases.InitiativeId)).Outcome.ShouldBe(SaveOutcome.Conflict);
        var restore = new RestoreDefinition(world.As(Focal), new SaveDefinition(world.As(Focal)), map);
        (await restore.RunAsync(World.Honduras, cases.Id, new Dictionary<string, string?> { ["CommonIndicatorCode"] = null }, default)).ShouldBe(SaveOutcome.Saved);
        (await new ListCommonIndicators(world.As(Focal)).RunAsync(World.Honduras)).National.Single(n => n.Code == "HN-MAHE-I1").CommonIndicatorCode.ShouldBeNull();
        HistoryRules.CanRestore("Indicator", "CommonIndicatorCode").ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_contributor_maps_the_indicators_of_their_own_initiatives_only(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var contributor = World.Contributor(World.Honduras);
        var all = (await new ListCommonIndicators(world.As(Focal)).RunAsync(World.Honduras)).National;
        var own = all.Single(n => n.Code == "HN-MAHE-I1");
        var draft = new MappingDraft { Id = own.Id, Version = own.Version, CommonIndicatorCode = "RC3" };
        await Should.ThrowAsync<AccessRefusedException>(() => new SaveMapping(world.As(contributor)).RunAsync(World.Honduras, draft, own.InitiativeId));
        await world.AssignAsync(contributor, own.InitiativeId!.Value);
        var law = all.Single(n => n.Code == "HN-LAW-I1");
        // The initiative that is named must be the indicator's.
        (await new SaveMapping(world.As(contributor)).RunAsync(World.Honduras, new MappingDraft { Id = law.Id, Version = law.Version }, own.InitiativeId)).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new SaveMapping(world.As(contributor)).RunAsync(World.Honduras, draft, own.InitiativeId)).Ok.ShouldBeTrue();
        var list = await new ListCommonIndicators(world.As(contributor)).RunAsync(World.Honduras);
        (list.MayAnswer, list.National.Single(n => n.Code == "HN-MAHE-I1").MayMap, list.National.Single(n => n.Code == "HN-LAW-I1").MayMap).ShouldBe((false, true, false));
    }

    [Fact]
    public async Task On_the_page_an_answer_is_given_a_refused_mapping_says_why_and_both_can_be_undone()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = stage.Render<CommonIndicatorsPage>(p => p.Add(x => x.Country, "hnd"));
        page.WaitForAssertion(() => page.FindAll("section.card[id]").Count.ShouldBe(7));
        page.Find("#RC2").TextContent.ShouldContain("not counted again");
        page.Find("#RC1 .aside").TextContent.ShouldContain("Answer directly");
        await page.Find("#RC5 .line .link-button").ClickAsync(new());
        await page.Find("#common-RC5-1-State").ChangeAsync("Reported");
        await page.Find("#common-RC5-1").SubmitAsync();
        page.Find("#common-RC5-1-Value-error").TextContent.ShouldNotBeEmpty();
        await page.Find("#common-RC5-1-Value").ChangeAsync("12");
        await page.Find("#common-RC5-1").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#RC5 .line strong").TextContent.ShouldBe("12"));
        await page.Find(".notice .link-button").ClickAsync(new());
        page.WaitForAssertion(() => page.Find("#RC5 .line strong").TextContent.ShouldNotBe("12"));
        await page.Find("#map-RC2").ChangeAsync("HN-LAW-I1");
        await page.Find("#RC2 form.map").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#map-RC2-error").TextContent.ShouldContain("another kind"));
        await page.Find("#map-RC3").ChangeAsync("HN-MAHE-I1");
        await page.Find("#RC3 form.map").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#RC3 ul").TextContent.ShouldContain("HN-MAHE-I1"));
        page.Find(".orphans").TextContent.ShouldNotContain("HN-MAHE-I1");
        await page.Find(".notice .link-button").ClickAsync(new());
        page.WaitForAssertion(() => page.Find(".orphans").TextContent.ShouldContain("HN-MAHE-I1"));
    }

    [Fact]
    public async Task Who_may_only_read_is_offered_nothing_to_change()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.Person(Role.Observer, World.Honduras));
        var page = stage.Render<CommonIndicatorsPage>(p => p.Add(x => x.Country, "hnd"));
        page.WaitForAssertion(() => page.FindAll("section.card[id]").Count.ShouldBe(7));
        page.FindAll("button, form, select").ShouldBeEmpty();
    }

    private static async Task<CommonSheet> SheetAsync(World world, string code) =>
        (await new ListCommonIndicators(world.As(Focal)).RunAsync(World.Honduras)).Sheets.Single(s => s.Definition.Code == code);
}
