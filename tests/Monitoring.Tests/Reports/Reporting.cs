using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>Takes the steps of a country's report of 2021-S2 as somebody.</summary>
internal sealed class Reporting(World world, CountryCode country)
{
    public const string Cycle = "2021-S2";

    public static readonly (ReportActor By, ReportAction Action)[] Steps =
    [
        (ReportActor.Sender, ReportAction.Send), (ReportActor.Sender, ReportAction.Recall), (ReportActor.Approver, ReportAction.Approve),
        (ReportActor.Approver, ReportAction.Return), (ReportActor.Lead, ReportAction.Return), (ReportActor.Lead, ReportAction.Accept),
        (ReportActor.Lead, ReportAction.Publish),
    ];

    private static readonly CountrySql Current = CountrySql.Of("""
        select r.Id, r.CycleCode, r.State, r.StateSince, r.Version, r.ChangedAt, r.ChangedBy from CountryReport r where r.Country = @Country and r.CycleCode = '2021-S2'
        """);

    public TestPerson Focal => World.FocalPoint(country);

    public TestPerson Approver => World.Person(Role.NationalApprover, country);

    public async Task<ReportRow> NowAsync()
    {
        await using var db = await world.Job.ReadAsync(country);
        return await db.OneAsync<ReportRow>(Current) ?? ReportRow.None(Cycle);
    }

    public async Task<Saved<ReportRow>> StepAsync(TestPerson who, ReportActor by, ReportAction action, string? reason = null) =>
        await StepAsync(who, by, action, ReportMove.Of(await NowAsync(), reason));

    /// <summary>Null where the gate refuses.</summary>
    public async Task<Saved<ReportRow>?> TryAsync(TestPerson who, ReportActor by, ReportAction action, ReportMove move)
    {
        try
        {
            return await StepAsync(who, by, action, move);
        }
        catch (AccessRefusedException)
        {
            return null;
        }
    }

    public Task<Saved<ReportRow>> StepAsync(TestPerson who, ReportActor by, ReportAction action, ReportMove move)
    {
        var gate = world.As(who);
        return action switch
        {
            ReportAction.Send => new SubmitReport(gate, world.Clock).RunAsync(country, move),
            ReportAction.Recall => new RecallReport(gate).RunAsync(country, move),
            ReportAction.Approve => new ApproveReport(gate).RunAsync(country, move),
            ReportAction.Return => new ReturnReport(gate).RunAsync(country, by, move),
            ReportAction.Accept => new AcceptReport(gate, world.Clock).RunAsync(country, move),
            _ => new PublishReport(gate).RunAsync(country, move),
        };
    }

    /// <summary>Brings a draft to that state, each step by whoever may.</summary>
    public Task BringToAsync(ContentState state) => BringAsync(state, 0);

    /// <summary>The same from where it stands.</summary>
    public async Task BringOnAsync(ContentState state) => await BringAsync(state, (int)(await NowAsync()).State);

    private async Task BringAsync(ContentState state, int taken)
    {
        (TestPerson, ReportActor, ReportAction)[] way =
        [
            (Focal, ReportActor.Sender, ReportAction.Send), (Approver, ReportActor.Approver, ReportAction.Approve),
            (World.Lead, ReportActor.Lead, ReportAction.Accept), (World.Lead, ReportActor.Lead, ReportAction.Publish),
        ];
        foreach (var (who, by, action) in way.Take((int)state).Skip(taken))
        {
            var done = await StepAsync(who, by, action);
            done.Ok.ShouldBeTrue($"{action}: {done.Outcome} {done.Problem?.TextKey}");
        }
        (await NowAsync()).State.ShouldBe(state);
    }
}
