using Monitoring.Data;

namespace Monitoring.Web.Countries;

/// <summary>What the country itself says about its progress.</summary>
public sealed record StatementRow : Row, IMarked
{
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public string ContentLanguage { get; init; } = "";

    /// <summary>A day, a month, a year or a span of years: <see cref="StatementRules.FirstDay"/>.</summary>
    public string? HappenedText { get; init; }
    public string AxisCode { get; init; } = "";
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public DateTime? RetiredAt { get; init; }

    public static readonly CountrySql All = CountrySql.Of("""
        select Id, Code, Text, ContentLanguage, HappenedText, AxisCode, Mark, SourceLines, RetiredAt, Version, ChangedAt, ChangedBy
          from CountryStatement
         where Country = @Country and RetiredAt is null
         order by Position, Code
        """);

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select Id, Code, Text, ContentLanguage, HappenedText, AxisCode, Mark, SourceLines, RetiredAt, Version, ChangedAt, ChangedBy
          from CountryStatement
         where Country = @Country and Id = @Id
        """);
}

public sealed record StatementDraft : Draft
{
    private string? _newCode;
    private bool _isReworded;

    public string Text { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public string? HappenedText { get; init; }
    public string AxisCode { get; init; } = "";

    /// <summary>Given once, when it is added.</summary>
    public string? NewCode => _newCode;

    /// <summary>It says something else than the source that it came from.</summary>
    public bool IsReworded => _isReworded;

    public StatementDraft As(string code) => new(this) { _newCode = code };

    public StatementDraft Over(StatementRow row) => new(this) { _isReworded = (Text, HappenedText) != (row.Text, row.HappenedText) };

    public static StatementDraft Of(StatementRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Text = row.Text,
        ContentLanguage = row.ContentLanguage,
        HappenedText = row.HappenedText,
        AxisCode = row.AxisCode,
    };
}
