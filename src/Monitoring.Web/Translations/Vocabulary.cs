namespace Monitoring.Web.Translations;

/// <summary>Who made a translation. The system translates nothing: a machine's text is one that somebody pasted and said so.</summary>
public enum HowMade { Person, Machine }

/// <summary>How a text stands in the other language.</summary>
public enum TranslationState
{
    /// <summary>Nobody has translated it.</summary>
    Missing,
    /// <summary>It says an original that has changed since.</summary>
    Stale,
    /// <summary>It says what the original says now.</summary>
    Current,
}
