using Monitoring.Web.Initiatives;
using Monitoring.Web.Reports;

namespace Monitoring.Tests.Progress;

/// <summary>What reaches donors, and when. Each test changes its site, so each has its own.</summary>
public sealed class PublicationTests
{
    private static readonly CountrySql Mahe = CountrySql.Of("select Id from Initiative where Country = @Country and Code = 'HN-MAHE'");

    private static readonly CountrySql PublishLast = CountrySql.Of("""
        update Snapshot set State = 'Published', PublishedAt = @Now, PublishedBy = @Person
         where Country = @Country and State = 'Accepted'
        """);

    private static readonly CountrySql FewPersons = CountrySql.Of("""
        update FrozenMeasurement set Value = 4, Mark = 'Reported', SourceLines = null
         where Country = @Country and IndicatorCode = 'MX-PILOT-I1'
        """);

    private static readonly CountrySql FewFamilies = CountrySql.Of("""
        update FrozenMeasurement set Mark = 'Reported', SourceLines = null where Country = @Country and IndicatorCode = 'HN-MAHE-I4'
        """);

    private static readonly CountrySql OneAmount = CountrySql.Of("""
        insert into FrozenBudgetLine (Country, SnapshotNo, BudgetLineId, InitiativeId, FiscalYear, Currency, RequiredMinor, Mark)
        select i.Country, i.SnapshotNo, i.InitiativeId, i.InitiativeId, 2022, 'USD', 12500050, 'Illustrative'
          from FrozenInitiative i
         where i.Country = @Country and i.Code = 'HN-MAHE'
        """);

    [Fact]
    public async Task A_donor_sees_a_figure_only_after_it_was_published()
    {
        await using var site = new PublishedSite();
        await site.InitializeAsync();
        var before = await EverythingAsync(site);

        await EditAsync(site);
        (await EverythingAsync(site)).ShouldBe(before, "a focal point's edit leaves what is published as it is, byte by byte");

        await using (var db = await site.Job.EditAsync(World.Honduras))
        {
            var frozen = await FreezeReport.StageAsync(db, new Acceptance(Guid.CreateVersion7(), "2021-S1", "A correction", "lead", null), CancellationToken.None);
            await db.CommitAsync(new Change(ChangeAction.Accepted, nameof(Snapshot), frozen.Id, "2021-S1", []), Guid.CreateVersion7());
        }
        (await EverythingAsync(site)).ShouldBe(before, "accepted is not published");

        await site.LoadAsync(World.Honduras, PublishLast);
        var after = await site.TextAsync("/progress/hnd/HN-MAHE");
        after.ShouldContain("Suspended");
        after.ShouldContain("A result that nobody outside has seen.");
        after.ShouldContain("no. 2, cycle 2021-S1");
        (await site.TextAsync("/progress")).ShouldContain("Results reported 42 44 are printed");
    }

    [Fact]
    public async Task A_count_of_few_persons_without_a_public_source_is_protected_everywhere()
    {
        await using var site = new PublishedSite();
        await site.InitializeAsync();
        (await site.TextAsync("/progress/hnd")).ShouldContain("7 families");

        await site.LoadAsync(World.Mexico, FewPersons);
        await site.LoadAsync(World.Honduras, FewFamilies);

        foreach (var path in new[] { "/progress/mex", "/progress/mex/MX-PILOT" })
        {
            var text = await site.TextAsync(path);
            text.ShouldNotContain("4 persons");
            text.ShouldContain("protected (few persons)");
        }
        (await site.TextAsync("/progress/hnd")).ShouldNotContain("7 families", Case.Sensitive);
        // The common indicator repeats the seven families, and its total would give them back.
        var common = (await site.PageAsync("/progress")).QuerySelectorAll(".common tbody tr").Single(r => r.TextContent.Contains("RC4"));
        common.TextContent.ShouldNotContain("7");
        common.QuerySelectorAll("td")[^1].TextContent.Trim().ShouldBe("protected (few persons)");
        var csv = System.Text.Encoding.UTF8.GetString(await site.BytesAsync("/progress/figures.csv"));
        csv.Split("\r\n").Single(l => l.Contains("MX-PILOT-I1,")).ShouldNotContain(",4,");
        csv.Split("\r\n").Single(l => l.Contains("HN-MAHE-I4,")).ShouldNotContain(",7,");
    }

    [Fact]
    public async Task An_amount_stands_in_its_currency_with_its_mark_and_what_is_missing_is_said()
    {
        await using var site = new PublishedSite();
        await site.InitializeAsync();
        await site.LoadAsync(World.Honduras, OneAmount);

        var text = await site.TextAsync("/progress/hnd/HN-MAHE");
        text.ShouldContain("1 of 1 initiatives name an amount.");
        var cells = (await site.PageAsync("/progress/hnd/HN-MAHE")).QuerySelectorAll("[aria-labelledby=funding] tbody tr").ShouldHaveSingleItem().Children;
        cells.Select(PublishedSite.Words).ShouldBe(["HN-MAHE", "2022", "not reported", "USD X (Illustrative, not real)", "125,000.50", "not reported", "not reported",
            "not reported", "not reported"]);
        (await site.TextAsync("/progress")).ShouldContain("1 of 7 initiatives name an amount.");
    }

    private static async Task EditAsync(PublishedSite site)
    {
        var gate = site.As(Role.FocalPoint);
        InitiativeRow row;
        await using (var db = await gate.ReadAsync(World.Honduras))
        {
            var id = await db.OneAsync<Guid>(Mahe);
            row = (await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { Id = id }))!;
        }
        (await new SaveStatus(gate).RunAsync(World.Honduras, new StatusDraft
        {
            Id = row.Id,
            Version = row.Version,
            Operation = Guid.CreateVersion7(),
            Stage = Monitoring.Web.Initiatives.Stage.Suspended,
            Outlook = Outlook.Blocked,
        })).Ok.ShouldBeTrue();
        (await new AddResult(gate, site.Clock).RunAsync(World.Honduras, new ResultDraft
        {
            Id = Guid.CreateVersion7(),
            Operation = Guid.CreateVersion7(),
            InitiativeId = row.Id,
            Text = "A result that nobody outside has seen.",
        })).Ok.ShouldBeTrue();
    }

    private static async Task<string> EverythingAsync(PublishedSite site)
    {
        var all = new List<string>();
        foreach (var path in PublishedPagesTests.Pages.Append("/progress/figures.csv"))
            foreach (var language in new[] { "en", "es" })
                all.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await site.BytesAsync(path, language))) + " " + path + " " + language);
        return string.Join('\n', all);
    }
}
