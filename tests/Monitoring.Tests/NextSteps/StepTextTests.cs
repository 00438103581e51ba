using Bunit;
using Monitoring.Web.Countries;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Translations;

namespace Monitoring.Tests.NextSteps;

public sealed class StepTextTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Fact]
    public async Task Lists_of_steps_are_read_in_the_readers_language_and_in_the_original_once_that_has_changed()
    {
        await using var world = await ReportWorld.OpenAsync();
        var gate = world.As(Focal);
        await world.Behind.RawAsync("update Initiative set ContentLanguage = 'es' where Code = 'HN-MAHE'");
        await world.Behind.RawAsync("update NextStep set DueOn = '2021-11-01' where Code = 'HN-MAHE-N1'");
        var pair = (await new ReadTranslations(gate).RunAsync(World.Honduras, "HN-MAHE"))!.Texts.Single(t => t.Original.Subject == "NextStep" && t.Original.Label.Contains("HN-MAHE-N1", StringComparison.Ordinal));
        (await new SaveTranslation(gate).RunAsync(World.Honduras, pair.Draft with { Text = "As it is said in English" })).Ok.ShouldBeTrue();

        (await ShownAsync()).ShouldAllBe(markup => markup.Contains("As it is said in English", StringComparison.Ordinal) && !markup.Contains(pair.Original.Text, StringComparison.Ordinal));

        var step = (await new ListNextSteps(gate, world.Clock).RunAsync(World.Honduras, new StepQuery(StepFilter.All), null, 1)).Page.Rows.Single(s => s.Code == "HN-MAHE-N1");
        (await new SaveNextStep(gate).RunAsync(World.Honduras, NextStepDraft.Of(step) with { Text = "Dicho de otro modo" })).Ok.ShouldBeTrue();
        (await ShownAsync()).ShouldAllBe(markup => markup.Contains("Dicho de otro modo", StringComparison.Ordinal) && !markup.Contains("As it is said in English", StringComparison.Ordinal));

        async Task<string[]> ShownAsync()
        {
            await using var stage = PageStage.Of(world, Focal);
            return
            [
                stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd")).Find("#overdue + ul").InnerHtml,
                stage.Render<NextStepsPage>(p => p.Add(x => x.Country, "hnd")).Markup,
                stage.Render<CalendarPage>(p => p.Add(x => x.Country, "hnd")).Find("ul.steps").InnerHtml,
            ];
        }
    }
}
