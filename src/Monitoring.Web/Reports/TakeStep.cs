using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The six steps behind one call, for a page that offers what is possible now.</summary>
public sealed class TakeStep(SubmitReport submit, RecallReport recall, ApproveReport approve, ReturnReport give, AcceptReport accept, PublishReport publish)
{
    public Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportActor by, ReportAction action, ReportMove move, CancellationToken ct = default) => action switch
    {
        ReportAction.Send => submit.RunAsync(country, move, ct),
        ReportAction.Recall => recall.RunAsync(country, move, ct),
        ReportAction.Approve => approve.RunAsync(country, move, ct),
        ReportAction.Return => give.RunAsync(country, by, move, ct),
        ReportAction.Accept => accept.RunAsync(country, move, ct),
        ReportAction.Publish => publish.RunAsync(country, move, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };
}
