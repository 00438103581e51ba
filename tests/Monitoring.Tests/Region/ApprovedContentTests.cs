using Dapper;
using Monitoring.Tests.Reports;
using Monitoring.Tests.Walls;
using Monitoring.Web.Region;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Region;

/// <summary>What the secretariat reads of a report on its way: nothing before national approval, all of it from there on, marked until accepted.</summary>
public sealed class ApprovedContentTests
{
    private const string Canary = "CANARY-41d9";

    // Living rows that a country writes between two reports, and what of each is text.
    private static readonly (string Table, string Columns)[] Written =
    [
        ("Initiative", "Title,Summary"), ("NextStep", "Text"), ("Result", "Text"), ("CommonIndicatorAnswer", "Text,Unit,RungsNotApplicable"), ("BudgetLine", "Funder"),
        ("IndicatorDefinition", "Name"), ("ChecklistAnswer", "Note"),
    ];

    [Theory, EveryDatabase]
    public async Task Analyst_and_lead_read_it_from_approval_on_and_nobody_else_ever_does(Engine engine)
    {
        foreach (var state in Enum.GetValues<ContentState>())
        {
            await using var world = await ReportWorld.OpenAsync(engine, demo: true);
            await WriteAsync(world, World.Honduras);
            await new Reporting(world, World.Honduras).BringToAsync(state);
            foreach (var person in World.People.Where(p => p.Country is null || p.Country == World.Honduras))
            {
                await using var reader = new Reader(world, person: person);
                var review = new ReadReview(world.As(person), world.Clock);
                if (person.Role is not (Role.SecretariatAnalyst or Role.SecretariatLead))
                {
                    await Should.ThrowAsync<AccessRefusedException>(reader.OverviewAsync);
                    await Should.ThrowAsync<AccessRefusedException>(() => review.RunAsync(World.Honduras, Reporting.Cycle));
                    continue;
                }
                var reads = state is not (ContentState.Draft or ContentState.Submitted);
                var region = await reader.OverviewAsync();
                region.Status.Any(s => s.Title == Canary).ShouldBe(reads, $"{person.Role} {state}: titles");
                region.Common.SelectMany(c => c.Of(World.Honduras)).Any(f => f.Note == Canary).ShouldBe(reads, $"{person.Role} {state}: answers");
                region.Budget.Any(b => b.Country == World.Honduras && b.Funder == Canary).ShouldBe(reads, $"{person.Role} {state}: amounts");
                (await reader.Get<ReadFigures>().RunAsync(CancellationToken.None)).SelectMany(g => g.Figures).Any(f => f.Name == Canary).ShouldBe(reads, $"{person.Role} {state}: figures");
                (await review.RunAsync(World.Honduras, Reporting.Cycle)).ShouldNotBeNull().ShouldSatisfyAllConditions(
                    r => (r.View.Content is not null).ShouldBe(reads), r => r.Decides.ShouldBe(person.Role is Role.SecretariatLead),
                    r => { if (!r.Decides) r.View.Possible.ShouldBeEmpty(); });

                // What is not accepted says so, wherever it stands.
                var awaits = state is ContentState.Approved;
                region.Common.SelectMany(c => c.Of(World.Honduras)).Where(f => !f.IsMissing).ShouldAllBe(f => f.IsAwaiting == awaits);
                region.Common.SelectMany(c => c.Of(World.Mexico)).ShouldAllBe(f => !f.IsAwaiting);
                region.Countries.Single(c => c.Country == World.Honduras).ApprovedCycle.ShouldBe(awaits ? Reporting.Cycle : null);
                (await reader.HtmlAsync<RegionPage>("/region")).ShouldSatisfyAllConditions(
                    h => h.Contains(Canary, StringComparison.Ordinal).ShouldBe(reads), h => h.Contains("not accepted yet", StringComparison.Ordinal).ShouldBe(awaits));
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task What_is_read_as_approved_is_what_acceptance_freezes(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        await WriteAsync(world, World.Honduras);
        var report = new Reporting(world, World.Honduras);
        await report.BringToAsync(ContentState.Approved);
        var approved = await RowsAsync(world, "SnapshotNo = 0");
        approved.Count.ShouldBeGreaterThan(10);
        approved.ShouldContain(r => r.View == "region_checklist_answer");
        (await report.StepAsync(World.Lead, ReportActor.Lead, ReportAction.Accept)).Ok.ShouldBeTrue();
        (await RowsAsync(world, "SnapshotNo = 0")).ShouldBeEmpty();
        (await RowsAsync(world, $"SnapshotNo > 0 and CycleCode = '{Reporting.Cycle}'")).Select(r => r.ToString()).ShouldBe(approved.Select(r => r.ToString()), ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task A_report_that_is_returned_is_gone_from_the_region_again(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        await WriteAsync(world, World.Honduras);
        var report = new Reporting(world, World.Honduras);
        await report.BringToAsync(ContentState.Approved);
        (await report.StepAsync(World.Lead, ReportActor.Lead, ReportAction.Return, "An amount is missing.")).Ok.ShouldBeTrue();
        await using var reader = new Reader(world);
        (await reader.HtmlAsync<RegionPage>("/region")).ShouldNotContain(Canary);
        (await reader.HtmlAsync<FiguresPage>("/region/figures")).ShouldNotContain(Canary);
    }

    [Theory, EveryDatabase]
    public async Task A_country_that_keeps_its_drafts_shows_nothing_before_it_approves(Engine engine)
    {
        foreach (var state in Enum.GetValues<ContentState>().Where(s => s < ContentState.Accepted))
        {
            await using var world = await ReportWorld.OpenAsync(engine, demo: true);
            await world.Behind.RawAsync("update Initiative set Outlook = 'Blocked' where Country = 'SLV'");
            await new Reporting(world, World.ElSalvador).BringToAsync(state);
            await using var reader = new Reader(world);
            var region = await reader.OverviewAsync();
            region.Countries.Single(c => c.Country == World.ElSalvador).SharesDrafts.ShouldBeFalse();
            var salvador = region.Of(World.ElSalvador).ShouldHaveSingleItem();
            (salvador.State, salvador.Outlook).ShouldBe(state is ContentState.Approved
                ? (ContentState.Approved, Monitoring.Web.Initiatives.Outlook.Blocked)
                : (ContentState.Published, Monitoring.Web.Initiatives.Outlook.NotAssessed), state.ToString());
        }
    }

    private static async Task WriteAsync(World world, CountryCode country)
    {
        // What runs owes an outlook before it can be sent.
        await world.Behind.RawAsync($"update Initiative set Outlook = 'OnTrack' where Country = '{country}'");
        await world.Behind.RawAsync($"""
            insert into ChecklistAnswer (Country, ChecklistCode, ItemNo, Id, Answer, Note, AnsweredOn, Mark, Version, ChangedAt, ChangedBy)
            values ('{country}', 'CL1', 2, '0192F000-0000-7000-8000-00000000C1C1', 'NotApplicable', 'x', '2021-10-01', 'Reported', 1, '2021-11-15 15:00:00', 'x')
            """);
        foreach (var (table, columns) in Written)
            await world.Behind.RawAsync($"update {table} set {string.Join(", ", columns.Split(',').Select(c => $"{c} = '{Canary}'"))} where Country = '{country}'");
    }

    // Every row of the row views but what a snapshot is.
    private static async Task<IReadOnlyList<(string View, string Row)>> RowsAsync(World world, string where)
    {
        await using var connection = await world.Behind.RawAsync();
        var rows = new List<(string, string)>();
        foreach (var view in Tables.Real.Views.Where(v => v.Value.Contains("region_accepted", StringComparison.Ordinal) && v.Key is not ("region_accepted" or "region_newest")).Select(v => v.Key))
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"select * from {view} where Country = 'HND' and {where}"))
                rows.Add((view, string.Join(" | ", row.Where(c => c.Key is not ("State" or "SnapshotNo" or "InCharge" or "Partners")).Select(c => $"{c.Key}={c.Value}"))));
        return rows;
    }
}
