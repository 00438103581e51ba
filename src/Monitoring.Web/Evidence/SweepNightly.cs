using Monitoring.Data;

namespace Monitoring.Web.Evidence;

/// <summary>Sweeps at the start, and then once a night at three o'clock UTC.</summary>
public sealed partial class SweepNightly(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SweepNightly> log) : BackgroundService
{
    private static readonly TimeOnly At = new(3, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first page is not kept waiting.
        await Task.Delay(TimeSpan.FromMinutes(1), clock, stoppingToken);
        while (true)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception e) when (e is DatabaseUnavailableException or IOException or UnauthorizedAccessException)
            {
                // What could not be looked at tonight is looked at tomorrow; nothing is taken away unseen.
                NotDone(log, e);
            }
            var now = clock.GetUtcNow();
            var next = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime).ToDateTime(At), TimeSpan.Zero);
            await Task.Delay((next > now ? next : next.AddDays(1)) - now, clock, stoppingToken);
        }
    }

    /// <summary>One round; how many files went.</summary>
    public async Task<int> RoundAsync(CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var gone = await scope.ServiceProvider.GetRequiredService<SweepFiles>().RunAsync(ct);
        if (gone > 0) Swept(log, gone);
        return gone;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Files that were taken in and never saved, taken away: {Count}.")]
    private static partial void Swept(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files that were never saved could not be swept.")]
    private static partial void NotDone(ILogger log, Exception e);
}
