using System.Globalization;

namespace Monitoring.Web.Shared;

/// <summary>A row that the region names in both languages.</summary>
public abstract record Named
{
    public string Code { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";

    /// <summary>In the reader's language.</summary>
    public string Name => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es" ? NameEs : NameEn;
}
