using Monitoring.Tests.Translations;
using Monitoring.Web.Budgets;
using Monitoring.Web.Checklists;
using Monitoring.Web.Comments;
using Monitoring.Web.Commitments;
using Monitoring.Web.Countries;
using Monitoring.Web.Evidence;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Search;

namespace Monitoring.Tests.Search;

/// <summary>What hangs on other things is found too, and leads to its place.</summary>
public sealed class SearchOfEverythingTests : IDisposable
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, EveryDatabase]
    public async Task Evidence_comments_budget_lines_notes_statements_and_events_lead_to_their_places_until_they_are_taken_out(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(Focal);
        await CountryTexts.WriteAsync(world);
        var home = (await new ReadCountryHome(gate, world.Clock).RunAsync(World.Honduras))!;
        var initiative = home.Initiatives.Single().Id;
        var commitment = (await new ListCommitments(gate).RunAsync(World.Honduras)).Facts.Single();
        var step = await world.NextStepAsync(World.Honduras, initiative, "HN-ONE-N1");
        var result = (await new AddResult(gate, world.Clock).RunAsync(World.Honduras, new ResultDraft { InitiativeId = initiative, Text = "Done." })).Row!;
        var line = (await new AddBudgetLine(gate, world.Clock).RunAsync(World.Honduras, new BudgetLineDraft { InitiativeId = initiative, FiscalYear = 2021, Currency = "USD", RequiredMinor = 1, Funder = "Fondo Cenzontle" })).Row!;
        var other = (await new AddBudgetLine(gate, world.Clock).RunAsync(World.Honduras, new BudgetLineDraft { CommitmentId = commitment.Id, FiscalYear = 2021, Currency = "USD", RequiredMinor = 1, Note = "cenzontle" })).Row!;
        var indicator = (await new AddIndicator(gate).RunAsync(World.Honduras, new IndicatorDraft { ContentLanguage = "en", Code = "HN-I2", Name = "Persons", Unit = "persons" })).Row!;
        var period = PeriodRules.Read("2021-S2")!;
        await new SaveValues(gate, world.Clock).RunAsync(World.Honduras, new ValuesDraft
        {
            IndicatorId = indicator.Id,
            DefinitionNo = 1,
            Period = period,
            Cells = [new CellEntry(CellKey.TotalOf(CellKey.All), 0, new CellValue { Value = 5 })],
        });
        var value = (await new ReadIndicator(gate, world.Clock).RunAsync(World.Honduras, "HN-I2"))!.Of(period).Single();
        Thing[] things =
        [
            new("Initiative", initiative, initiative, "initiatives/HN-ONE", "HN-ONE"), new("Result", result.Id, initiative, $"initiatives/HN-ONE#result-{result.Code}", result.Code),
            new("NextStep", step, initiative, "initiatives/HN-ONE#step-HN-ONE-N1", "HN-ONE-N1"), new("Commitment", commitment.Id, null, "commitments#commitment-HN-C1", "HN-C1"),
            new("Measurement", value.Id, null, "indicators/HN-I2", "HN-I2"), new("ChecklistAnswer", AnswerRules.IdOf("CL1", 1), null, "checklists#CL1", "CL1.1"),
        ];
        var files = new FileStore(new Monitoring.Web.Installation.Installation(false, _folder), world.Clock);
        foreach (var thing in things)
            (await new AddEvidence(gate, files).RunAsync(World.Honduras, thing, new EvidenceDraft { Title = "Acta Cenzontle", Address = "https://example.org/acta" })).Ok.ShouldBeTrue(thing.Subject);
        var comment = (await new SaveComment(gate).RunAsync(World.Honduras, things[1], new CommentDraft { Text = "¿Y el cenzontle?" })).Row!;

        var found = await FindAsync("cenzontle");
        found.Where(f => f.Kind == FoundKind.Evidence).Select(f => f.Href(World.Honduras)).ShouldBe(things.Select(t => "/hnd/" + t.Place), ignoreOrder: true);
        found.Where(f => f.Kind == FoundKind.BudgetLine).Select(f => (f.Label, f.Href(World.Honduras))).ShouldBe(
            [("HN-C1 2021 USD", $"/hnd/budget#line-{other.Id}"), ("HN-ONE 2021 USD", $"/hnd/budget#line-{line.Id}")]);
        found.Where(f => f.Kind == FoundKind.Comment).Select(f => f.Href(World.Honduras)).ShouldBe([$"/hnd/initiatives/HN-ONE?comments={result.Code}#result-{result.Code}"]);
        var said = await FindAsync("law displacement");
        foreach (var (kind, href) in new[] { (FoundKind.Statement, "/hnd#statement-HN-P1"), (FoundKind.Event, "/hnd#event-0192f000-0000-7000-8000-0000000000a2"), (FoundKind.Answer, "/hnd/checklists#CL1") })
            said.Single(f => f.Kind == kind).Href(World.Honduras).ShouldBe(href);

        (await new SearchCountry(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico, "cenzontle")).Found.ShouldBeEmpty();
        (await new SearchCountry(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico, "law displacement")).Found.ShouldBeEmpty();

        (await new RetireTimelineEvent(gate, world.Clock).RunAsync(World.Honduras, home.Events.Single())).Ok.ShouldBeTrue();
        (await new RetireStatement(gate, world.Clock).RunAsync(World.Honduras, home.Statements.Single())).Ok.ShouldBeTrue();
        (await FindAsync("law displacement")).ShouldNotContain(f => f.Kind == FoundKind.Event || f.Kind == FoundKind.Statement);
        await world.Behind.RawAsync("update Comment set ResolvedAt = '2021-11-15 15:00:00'; update Evidence set RetiredAt = '2021-11-15 15:00:00'; update BudgetLine set RetiredAt = '2021-11-15 15:00:00'");
        comment.ResolvedAt.ShouldBeNull();
        (await FindAsync("cenzontle")).ShouldBeEmpty();

        async Task<IReadOnlyList<Found>> FindAsync(string words) => (await new SearchCountry(gate).RunAsync(World.Honduras, words)).Found;
    }
}
