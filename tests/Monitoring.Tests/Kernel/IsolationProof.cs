namespace Monitoring.Tests.Kernel;

/// <summary>
/// Many tasks read many countries over few connections, some of them cancelled in the middle of a query: whatever a door returns is of
/// its own country, and a door of another country does not open.
/// </summary>
public static class IsolationProof
{
    private const int Tasks = 64;
    private const int Connections = 5;

    private static readonly CountrySql Initiatives = CountrySql.Of(
        "select Country, Code from Initiative where Country = @Country order by Position");

    /// <summary>What was seen. Proven when nothing foreign was, and something of each kind happened at all.</summary>
    public sealed record Outcome(int Reads, long Rows, int Cancelled, int Refused, int Foreign)
    {
        public bool Proven => Foreign == 0 && Reads > 0 && Rows > 0 && Cancelled > 0 && Refused > 0;
    }

    public static async Task<Outcome> RunAsync(ManyCountries world, int reads, int seed)
    {
        var counts = new Counts();
        using var connections = new SemaphoreSlim(Connections);
        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(async () =>
        {
            var dice = new Random(seed + task);
            while (Interlocked.Increment(ref counts.Started) <= reads)
            {
                await connections.WaitAsync();
                try
                {
                    await ReadAsync(world, dice, counts);
                }
                finally
                {
                    connections.Release();
                }
            }
        })));
        return new Outcome(counts.Reads, counts.Rows, counts.Cancelled, counts.Refused, counts.Foreign);
    }

    private static async Task ReadAsync(ManyCountries world, Random dice, Counts counts)
    {
        var own = world.Codes[dice.Next(world.Codes.Count)];
        var gate = world.FocalPointOf(own);
        if (dice.Next(50) == 0 && await OpensAsync(gate, world.Codes[(world.Codes.ToList().IndexOf(own) + 1) % world.Codes.Count], counts))
            Interlocked.Increment(ref counts.Foreign);

        using var hurry = new CancellationTokenSource();
        // Cancelled while the rows come in: a timer would be late on a crowded machine.
        InMidQuery.Value = dice.Next(10) == 0 ? new Impatience(hurry) { RowsLeft = 1 + dice.Next(world.InitiativesEach - 1) } : null;
        try
        {
            await using var db = await gate.ReadAsync(own, ct: hurry.Token);
            var rows = await db.ListAsync<Seen>(Initiatives, ct: hurry.Token);
            // Too few would mean that somebody else's cancellation ended this query.
            if (rows.Count != world.InitiativesEach || rows.Any(r => r.Country != own || !r.Code.StartsWith(own.Value, StringComparison.Ordinal)))
                Interlocked.Increment(ref counts.Foreign);
            Interlocked.Increment(ref counts.Reads);
            Interlocked.Add(ref counts.Rows, rows.Count);
        }
        catch (Exception) when (hurry.IsCancellationRequested)
        {
            // A driver says "cancelled" in its own words; what matters is what the others see.
            Interlocked.Increment(ref counts.Cancelled);
        }
    }

    private static async Task<bool> OpensAsync(Gate gate, CountryCode other, Counts counts)
    {
        try
        {
            await using var db = await gate.ReadAsync(other);
            return true;
        }
        catch (AccessRefusedException)
        {
            Interlocked.Increment(ref counts.Refused);
            return false;
        }
    }

    private sealed class Counts
    {
        public int Started;
        public int Reads;
        public long Rows;
        public int Cancelled;
        public int Refused;
        public int Foreign;
    }

    private static readonly AsyncLocal<Impatience?> InMidQuery = new();

    private sealed class Impatience(CancellationTokenSource hurry)
    {
        public int RowsLeft { get; set; }

        public void Row()
        {
            if (--RowsLeft == 0) hurry.Cancel();
        }
    }

    private sealed record Seen
    {
        public CountryCode Country { get; init; }

        public string Code
        {
            get;
            init
            {
                field = value;
                InMidQuery.Value?.Row();
            }
        } = "";
    }
}
