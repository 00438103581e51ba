namespace Monitoring.Tests.Kernel;

/// <summary>It stands at the instant at which the worlds of the proofs begin, in every process.</summary>
public sealed class StandingClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2021, 11, 15, 15, 0, 0, TimeSpan.Zero);
}
