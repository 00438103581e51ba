using Monitoring.Data;

namespace Monitoring.Web.Countries;

/// <summary>Something that happened in the country and that its report tells.</summary>
public sealed record TimelineEventRow : Row, IMarked
{
    /// <summary>A day, a month, a year or a span of years: <see cref="StatementRules.FirstDay"/>.</summary>
    public string HappenedText { get; init; } = "";
    public string Text { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public Mark Mark { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>The report's timeline names no lines.</summary>
    public string? SourceLines => null;

    public static readonly CountrySql All = CountrySql.Of("""
        select Id, HappenedText, Text, ContentLanguage, Mark, RetiredAt, Version, ChangedAt, ChangedBy
          from TimelineEvent
         where Country = @Country and RetiredAt is null
         order by HappenedOn, Position, Id
        """);

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select Id, HappenedText, Text, ContentLanguage, Mark, RetiredAt, Version, ChangedAt, ChangedBy
          from TimelineEvent
         where Country = @Country and Id = @Id
        """);
}

public sealed record TimelineEventDraft : Draft
{
    private bool _isReworded;

    public string HappenedText { get; init; } = "";
    public string Text { get; init; } = "";
    public string ContentLanguage { get; init; } = "";

    /// <summary>By which it stands in the order of time.</summary>
    public DateOnly? HappenedOn => StatementRules.FirstDay(HappenedText);

    /// <summary>It says something else than the source that it came from.</summary>
    public bool IsReworded => _isReworded;

    public TimelineEventDraft Over(TimelineEventRow row) => new(this) { _isReworded = (Text, HappenedText) != (row.Text, row.HappenedText) };

    public static TimelineEventDraft Of(TimelineEventRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        HappenedText = row.HappenedText,
        Text = row.Text,
        ContentLanguage = row.ContentLanguage,
    };
}
