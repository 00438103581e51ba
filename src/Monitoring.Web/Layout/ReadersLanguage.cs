using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace Monitoring.Web.Layout;

/// <summary>
/// Two languages, each with one way of writing numbers and dates. Spanish is es-419 (Latin America): a decimal point and a
/// thousands comma, as Mexico, Guatemala, Honduras and El Salvador write, where plain es would write as Spain does. English is
/// en-GB: the day comes first in both, so that 4/11 is the same day to every reader of the region.
/// </summary>
public static class ReadersLanguage
{
    public const string Spanish = "es";
    public const string English = "en";

    private static readonly CultureInfo SpanishCulture = CultureInfo.GetCultureInfo("es-419");
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The language of the text being rendered: <c>es</c> or <c>en</c>.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : Spanish;

    /// <summary>The culture of a language code or tag; null when it is neither Spanish nor English.</summary>
    public static CultureInfo? CultureOf(string tag) => tag.Split('-')[0].ToLowerInvariant() switch
    {
        Spanish => SpanishCulture,
        English => EnglishCulture,
        _ => null,
    };

    public static void AddReadersLanguage(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SupportedCultures = options.SupportedUICultures = [SpanishCulture, EnglishCulture];
            options.DefaultRequestCulture = new RequestCulture(SpanishCulture);
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider(),
                new CustomRequestCultureProvider(context => Task.FromResult(FromBrowser(context.Request))),
            ];
        });

    // The framework's own reading of Accept-Language knows no way from es-HN to es-419.
    private static ProviderCultureResult? FromBrowser(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var asked)) return null;
        var culture = asked
            .Where(language => language.Quality is not 0 && language.Value.HasValue)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => CultureOf(language.Value.Value!))
            .FirstOrDefault(found => found is not null);
        return culture is null ? null : new ProviderCultureResult(culture.Name);
    }
}
