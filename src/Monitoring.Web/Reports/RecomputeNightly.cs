using Monitoring.Data;
using Monitoring.Web.People;

namespace Monitoring.Web.Reports;

/// <summary>
/// Once a night, at two o'clock UTC: are the kept totals what their leaves come to? What is not is an event of the country concerned,
/// which its administrator reads, and an error in the log. Neither holds a figure.
/// </summary>
public sealed partial class RecomputeNightly(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecomputeNightly> log) : BackgroundService
{
    private static readonly TimeOnly At = new(2, 0);

    /// <summary>How long it is from <paramref name="now"/> until the next round.</summary>
    public static TimeSpan UntilNext(DateTimeOffset now)
    {
        var today = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime).ToDateTime(At), TimeSpan.Zero);
        return (today > now ? today : today.AddDays(1)) - now;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(UntilNext(clock.GetUtcNow()), clock, stoppingToken);
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (DatabaseUnavailableException e)
            {
                // A database that is away tonight is asked again tomorrow; doctor says it at once.
                Unavailable(log, e);
            }
        }
    }

    /// <summary>One round; the countries whose totals differ.</summary>
    public async Task<int> RoundAsync(CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var faults = 0;
        foreach (var (country, fault) in await scope.ServiceProvider.GetRequiredService<RecomputeTotals>().RunAsync(ct))
        {
            if (fault is null) continue;
            faults++;
            Unequal(log, country.Value, fault.SnapshotNo, fault.IndicatorCode);
            await using var people = await scope.ServiceProvider.GetRequiredService<Gate>().ForJob(JobName.Recompute).EditPeopleAsync(ct);
            await people.WriteEventAsync(Doer.Of(people), PlatformAction.TotalsUnequal, country, null, $"#{fault.SnapshotNo} {fault.IndicatorCode}", null, ct);
            await people.CommitAsync(ct);
        }
        return faults;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Kept totals of {Country}, snapshot {SnapshotNo}, differ from their leaves at {Indicator}: run the command doctor.")]
    private static partial void Unequal(ILogger log, string country, int snapshotNo, string indicator);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Kept totals could not be looked at: the database is not there.")]
    private static partial void Unavailable(ILogger log, Exception e);
}
