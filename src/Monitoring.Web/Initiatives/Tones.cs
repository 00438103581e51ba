using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>What a chip of a stage or an outlook wants to say beside its words.</summary>
public static class Tones
{
    public static Tone Tone(this Stage stage) => stage switch
    {
        Stage.Idea or Stage.Preparation => Shared.Tone.Neutral,
        Stage.Pilot or Stage.Implementation => Shared.Tone.Info,
        Stage.Completed => Shared.Tone.Good,
        Stage.Suspended => Shared.Tone.Caution,
        Stage.Discontinued => Shared.Tone.Bad,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    public static Tone Tone(this Outlook outlook) => outlook switch
    {
        Outlook.NotAssessed => Shared.Tone.Neutral,
        Outlook.OnTrack => Shared.Tone.Good,
        Outlook.Delayed => Shared.Tone.Caution,
        Outlook.Blocked => Shared.Tone.Bad,
        _ => throw new ArgumentOutOfRangeException(nameof(outlook), outlook, null),
    };
}
