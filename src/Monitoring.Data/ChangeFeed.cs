namespace Monitoring.Data;

/// <summary>
/// Says where something was saved, never what: an open page reads again through its own door. Asks the database, so that a save in any
/// instance is seen in each; asks only while somebody listens.
/// </summary>
public sealed class ChangeFeed(Database database, TimeProvider clock) : IDisposable
{
    /// <summary>How often the database is asked.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private static readonly RegionSql Ends = RegionSql.Of("select Country, LastLink from region_change");

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly List<Action<IReadOnlyCollection<CountryCode>>> _listeners = [];
    private CancellationTokenSource? _asking;

    /// <summary>From here on <paramref name="changed"/> is told which countries were written; disposing ends it.</summary>
    /// <param name="changed">Called on no thread in particular; must not throw and must not wait.</param>
    /// <param name="ct">Cancels the wait for the first look.</param>
    /// <exception cref="DatabaseUnavailableException">There could be no first look, so nothing later could be told from it.</exception>
    public async Task<IDisposable> ListenAsync(Action<IReadOnlyCollection<CountryCode>> changed, CancellationToken ct = default)
    {
        await _door.WaitAsync(ct);
        try
        {
            if (_asking is null)
            {
                var seen = await EndsAsync(ct);
                _asking = new CancellationTokenSource();
                // Nobody waits for it: it ends with its last listener. Nothing of the first listener's (language, identity) goes along.
                using (ExecutionContext.SuppressFlow()) _ = AskAsync(seen, _asking.Token);
            }
            lock (_listeners) _listeners.Add(changed);
        }
        finally
        {
            _door.Release();
        }
        return new Listening(() => Leave(changed));
    }

    private void Leave(Action<IReadOnlyCollection<CountryCode>> listener)
    {
        _door.Wait();
        try
        {
            lock (_listeners)
            {
                _listeners.Remove(listener);
                if (_listeners.Count > 0) return;
            }
            Stop();
        }
        finally
        {
            _door.Release();
        }
    }

    private async Task AskAsync(Dictionary<CountryCode, int> seen, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                Dictionary<CountryCode, int> now;
                try
                {
                    now = await EndsAsync(ct);
                }
                catch (DatabaseUnavailableException)
                {
                    // What was saved meanwhile is seen once it answers again: the ends are compared, not events counted.
                    continue;
                }
                var changed = now.Where(e => seen.GetValueOrDefault(e.Key) != e.Value).Select(e => e.Key).ToList();
                seen = now;
                if (changed.Count == 0) continue;
                Action<IReadOnlyCollection<CountryCode>>[] listeners;
                lock (_listeners) listeners = [.. _listeners];
                foreach (var listener in listeners) listener(changed);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The last listener has left.
        }
    }

    private async Task<Dictionary<CountryCode, int>> EndsAsync(CancellationToken ct)
    {
        await using var session = await Session.OpenAsync(database, edit: false, ct);
        await session.ForReachAsync(Reach.Region, ct);
        return (await session.ListAsync<End>(Ends, null, ct)).ToDictionary(e => e.Country, e => e.LastLink);
    }

    private void Stop()
    {
        _asking?.Cancel();
        _asking?.Dispose();
        _asking = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _door.Dispose();
    }

    private sealed class Listening(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }

    private sealed record End
    {
        public CountryCode Country { get; init; }
        public int LastLink { get; init; }
    }
}
