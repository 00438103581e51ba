using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The national approver lets the report go to the region; not one that they sent themself, nor through a deputy, unless the country allows it.</summary>
public sealed class ApproveReport(Gate gate)
{
    public Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportMove move, CancellationToken ct = default) =>
        MoveReport.RunAsync(gate, country, ReportActor.Approver, ReportAction.Approve, move, async (db, now) =>
            await IsForAsync(db, now, db.Behalf?.PersonId, ct) ? null : new Problem(nameof(ReportRow.State), "OwnReport"), ct);

    /// <summary>Can whoever opened this door approve what was sent, standing in for <paramref name="forPerson"/> or for nobody?</summary>
    public static async Task<bool> IsForAsync(CountryDb db, ReportRow report, Guid? forPerson, CancellationToken ct) =>
        !(await MoveReport.SentByAsync(db, report.Id, ct)).Share(Hands.Of(db.PersonId, forPerson)) || await db.OneAsync<bool>(AllowsOwn, null, ct);

    /// <summary>Does the country let an approver approve what they sent?</summary>
    public static readonly CountrySql AllowsOwn = CountrySql.Of("select AllowsOwnApproval from ReportSetting where Country = @Country");
}
