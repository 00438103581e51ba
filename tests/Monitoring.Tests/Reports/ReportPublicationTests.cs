using Monitoring.Tests.Progress;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Reports;

namespace Monitoring.Tests.Reports;

/// <summary>A cycle from its opening to what donors read.</summary>
public sealed class ReportPublicationTests
{
    [Fact]
    public async Task Donors_read_the_new_report_of_one_country_after_it_was_published_and_nothing_of_it_before()
    {
        await using var site = new PublishedSite();
        await site.InitializeAsync();
        var before = await EverythingAsync(site);
        var mexico = await HashAsync(site, "/progress/mex");
        async Task SameAsync(string when) => (await EverythingAsync(site)).ShouldBe(before, when);

        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        var cycle = new CycleDraft { Length = CycleLength.SecondHalf, Year = 2021, DueOn = today.AddDays(30) };
        (await new OpenCycle(site.As(Role.SecretariatLead), site.Clock).RunAsync(cycle)).Ok.ShouldBeTrue();
        await SameAsync("an open cycle is no report");

        await AssessAsync(site);
        await SameAsync("an edit is no report");
        (await new SubmitReport(site.As(Role.FocalPoint), site.Clock).RunAsync(World.Honduras, await MoveAsync(site))).Ok.ShouldBeTrue();
        await SameAsync("sent");
        (await new ApproveReport(site.As(Role.NationalApprover)).RunAsync(World.Honduras, await MoveAsync(site))).Ok.ShouldBeTrue();
        await SameAsync("approved");
        (await new AcceptReport(site.As(Role.SecretariatLead), site.Clock).RunAsync(World.Honduras, await MoveAsync(site))).Ok.ShouldBeTrue();
        await SameAsync("accepted");
        (await new PublishReport(site.As(Role.SecretariatLead)).RunAsync(World.Honduras, await MoveAsync(site))).Ok.ShouldBeTrue();

        (await site.TextAsync("/progress/hnd/HN-MAHE")).ShouldContain("no. 2, cycle 2021-S2");
        (await site.TextAsync("/progress/hnd/HN-MAHE")).ShouldContain("Suspended");
        (await HashAsync(site, "/progress/mex")).ShouldBe(mexico, "another country's page is what it was");
        await using var db = await site.Job.ReadAsync(World.Honduras);
        (await CheckSnapshots.FirstFaultAsync(db)).ShouldBeNull();
    }

    private static async Task AssessAsync(PublishedSite site)
    {
        IReadOnlyList<InitiativeFacts> all;
        await using (var db = await site.As(Role.FocalPoint).ReadAsync(World.Honduras)) all = await db.ListAsync<InitiativeFacts>(InitiativeFacts.All);
        foreach (var initiative in all)
        {
            InitiativeRow row;
            await using (var db = await site.As(Role.FocalPoint).ReadAsync(World.Honduras)) row = (await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { initiative.Id }))!;
            var draft = StatusDraft.Of(row) with { Stage = Monitoring.Web.Initiatives.Stage.Suspended, Outlook = Outlook.Delayed };
            (await new SaveStatus(site.As(Role.FocalPoint)).RunAsync(World.Honduras, draft)).Ok.ShouldBeTrue();
        }
    }

    private static async Task<ReportMove> MoveAsync(PublishedSite site) =>
        ReportMove.Of((await new ReadReport(site.As(Role.FocalPoint), site.Clock).RunAsync(World.Honduras, "2021-S2"))!.Report);

    private static async Task<string> EverythingAsync(PublishedSite site)
    {
        var all = new List<string>();
        foreach (var path in PublishedPagesTests.Pages.Append("/progress/figures.csv")) all.Add(await HashAsync(site, path) + " " + path);
        return string.Join('\n', all);
    }

    private static async Task<string> HashAsync(PublishedSite site, string path) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await site.BytesAsync(path)));
}
