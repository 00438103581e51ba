using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Tests.Walls;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Search;

namespace Monitoring.Tests.NextSteps;

public sealed class ResponsiblePersonTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_step_names_its_person_and_the_list_is_narrowed_by_person_institution_and_initiative(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(Focal);
        var one = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var two = await world.InitiativeAsync(World.Honduras, "HN-TWO");
        await AddAsync(gate, one, "first", "Registry", "Ana Paz");
        await AddAsync(gate, one, "second", "Police", "Director of planning");
        await AddAsync(gate, two, "third", "Registry", null);

        (await ListAsync(world, new(InCharge: "Ana Paz"))).ShouldBe(["HN-ONE-N1"]);
        (await ListAsync(world, new(Institution: "Registry"))).ShouldBe(["HN-ONE-N1", "HN-TWO-N1"], ignoreOrder: true);
        (await ListAsync(world, new(Institution: "Registry", Initiative: "HN-TWO"))).ShouldBe(["HN-TWO-N1"]);
        (await ListAsync(world, new(Initiative: "MX-ONE"))).ShouldBeEmpty();
        (await new SearchCountry(gate).RunAsync(World.Honduras, "director planning")).Found.Select(f => f.Label).ShouldBe(["HN-ONE-N2"]);

        var choices = (await new ListNextSteps(gate, world.Clock).RunAsync(World.Honduras, new(), null, 1)).Choices;
        choices.People.ShouldBe(["Ana Paz", "Director of planning"], ignoreOrder: true);
        choices.KnownPeople.ShouldBeSubsetOf([.. choices.People, .. (await gate.ColleaguesAsync(World.Honduras)).Select(c => c.Name)]);
        choices.KnownPeople.ShouldContain(Focal.Name);
        (await new ListNextSteps(world.As(World.FocalPoint(World.Mexico)), world.Clock).RunAsync(World.Mexico, new(), null, 1)).Choices.People.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task History_keeps_who_it_was_and_an_address_is_no_name(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(Focal);
        var step = await AddAsync(gate, await world.InitiativeAsync(World.Honduras, "HN-ONE"), "first", null, "Ana Paz");
        var refused = await new SaveNextStep(gate).RunAsync(World.Honduras, NextStepDraft.Of(step) with { ResponsiblePerson = "ana@example.org" });
        (refused.Outcome, refused.Problem!.Field, refused.Problem.TextKey).ShouldBe((SaveOutcome.Refused, "ResponsiblePerson", "NoAddress"));
        (await new SaveNextStep(gate).RunAsync(World.Honduras, NextStepDraft.Of(step) with { ResponsiblePerson = null })).Ok.ShouldBeTrue();
        (await world.Behind.ScalarAsync<string>("select OldValue from FieldChange where Field = 'ResponsiblePerson' and SubjectId = @Id and NewValue is null", new { step.Id }))
            .ShouldBe("Ana Paz");
    }

    [Fact]
    public void A_persons_name_and_the_links_of_facts_stay_in_the_country()
    {
        var kept = new[] { "ResponsiblePerson", "FactLink" };
        var views = Directory.GetFiles(Path.Combine(House.Root, "sql", "views")).Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f)));
        var statements = Statements.All.Where(s => s.Room is "Region" or "Progress" or "Reports").SelectMany(s => s.Variants()).Select(v => (v.Name, v.Text));
        var all = views.Concat(statements).ToList();
        all.Count.ShouldBeGreaterThan(100);
        all.Where(s => kept.Any(k => s.Text.Contains(k, StringComparison.OrdinalIgnoreCase))).Select(s => s.Name).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_postponed_step_tells_its_first_date_and_its_last_reason_until_the_date_is_brought_back(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(Focal);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var step = await AddAsync(gate, id, "first", null, null, new(2021, 12, 1));
        await AddAsync(gate, id, "second", null, null, new(2021, 12, 1));
        (await PostponedAsync(world)).ShouldBeNull();
        step = await MoveAsync(gate, step, new(2022, 1, 1), "no room");
        (await PostponedAsync(world)).ShouldBe(new Postponement(new(2021, 12, 1), new(2021, 12, 1), 1, "no room"));
        step = await MoveAsync(gate, step, new(2022, 3, 1), "no money");
        (await PostponedAsync(world)).ShouldBe(new Postponement(new(2021, 12, 1), new(2022, 1, 1), 2, "no money"));
        step = await MoveAsync(gate, step, new(2022, 1, 1), null);
        (await PostponedAsync(world)).ShouldBe(new Postponement(new(2021, 12, 1), new(2021, 12, 1), 1, "no room"));
        step = await MoveAsync(gate, step, null, "unknown");
        (await PostponedAsync(world))!.Times.ShouldBe(2);
        await MoveAsync(gate, step, new(2021, 11, 30), null);
        (await PostponedAsync(world)).ShouldBeNull();
    }

    [Fact]
    public async Task The_list_says_the_old_date_and_the_reason_and_leads_to_a_new_step_of_an_initiative()
    {
        await using var world = await World.OpenAsync();
        var gate = world.As(Focal);
        var step = await AddAsync(gate, await world.InitiativeAsync(World.Honduras, "HN-ONE"), "first", "Registry", "Ana Paz", new(2021, 12, 1));
        await MoveAsync(gate, step, new(2022, 1, 1), "no room");
        await using var stage = PageStage.Of(world, Focal);
        var page = stage.Render<NextStepsPage>(p => p.Add(x => x.Country, "hnd"));
        page.WaitForAssertion(() => page.Find(".postponed").TextContent.ShouldContain("no room"));
        page.Find(".postponed").TextContent.ShouldContain("1 Dec 2021");
        page.Find(".about").TextContent.ShouldContain("Ana Paz");
        page.FindAll("#filter-incharge option").Select(o => o.TextContent).ShouldContain("Ana Paz");
        await page.Find(".add-to").SubmitAsync();
        stage.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/hnd/initiatives/HN-ONE?edit=step-new#steps");
    }

    private static async Task<NextStepRow> AddAsync(Gate gate, Guid initiative, string text, string? institution, string? person, DateOnly? due = null) =>
        (await new AddNextStep(gate).RunAsync(World.Honduras,
            new NextStepDraft { InitiativeId = initiative, Text = text, Responsible = institution, ResponsiblePerson = person, DueOn = due })).Row!;

    private static async Task<NextStepRow> MoveAsync(Gate gate, NextStepRow step, DateOnly? due, string? reason) =>
        (await new SaveNextStep(gate).RunAsync(World.Honduras, NextStepDraft.Of(step) with { DueOn = due }, reason)).Row!;

    private static async Task<Postponement?> PostponedAsync(World world) =>
        (await new ListNextSteps(world.As(Focal), world.Clock).RunAsync(World.Honduras, new(StepFilter.All), "code", 1)).Page.Rows[0].Postponed;

    private static async Task<List<string>> ListAsync(World world, StepQuery query) =>
        (await new ListNextSteps(world.As(Focal), world.Clock).RunAsync(World.Honduras, query, null, 1)).Page.Rows.Select(s => s.Code).ToList();
}
