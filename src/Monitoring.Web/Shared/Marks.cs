using Monitoring.Data;

namespace Monitoring.Web.Shared;

/// <summary>How far content has come on its way from a country to the public.</summary>
public enum ContentState { Draft, Submitted, Approved, Accepted, Published }

/// <summary>What a chip wants to say beside its words.</summary>
public enum Tone { Neutral, Info, Good, Caution, Bad }

public static class Marks
{
    /// <summary>The letter that stands beside a figure, in every language, export and document.</summary>
    public static char Letter(this Mark mark) => mark switch
    {
        Mark.Reported => 'R',
        Mark.Stated => 'S',
        Mark.Derived => 'D',
        Mark.Inferred => 'I',
        Mark.Illustrative => 'X',
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
    };

    public static Tone Tone(this ContentState state) => state switch
    {
        ContentState.Draft => Shared.Tone.Neutral,
        ContentState.Submitted => Shared.Tone.Caution,
        ContentState.Approved or ContentState.Accepted => Shared.Tone.Info,
        ContentState.Published => Shared.Tone.Good,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
