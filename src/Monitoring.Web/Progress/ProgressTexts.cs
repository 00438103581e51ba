using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Progress;

/// <summary>The words of the published pages: ProgressTexts.resx and ProgressTexts.es.resx.</summary>
public sealed class ProgressTexts;

public static class CountedTexts
{
    /// <summary>"1 initiative", "7 initiatives": key <c>Initiatives.One</c> or <c>Initiatives.Many</c>, with the number first.</summary>
    public static string Counted(this IStringLocalizer<ProgressTexts> texts, string key, decimal count, params object[] more) =>
        texts[$"{key}.{(count == 1 ? "One" : "Many")}", [Reading.Number(count), .. more]];
}
