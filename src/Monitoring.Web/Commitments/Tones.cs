using Monitoring.Web.Shared;

namespace Monitoring.Web.Commitments;

public static class Tones
{
    public static Tone Tone(this CommitmentStatus status) => status switch
    {
        CommitmentStatus.Fulfilled => Shared.Tone.Good,
        CommitmentStatus.UnderWay => Shared.Tone.Info,
        CommitmentStatus.NotFulfilled => Shared.Tone.Bad,
        _ => Shared.Tone.Neutral,
    };
}
