using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Monitoring.Web.Layout;

/// <summary>Language and theme are plain links, so that they work on pages without a script.</summary>
public static class ReadersChoices
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static string LanguageLink(string language, string returnTo) =>
        $"/language/{language}?returnUrl={Uri.EscapeDataString(returnTo)}";

    public static string ThemeLink(string theme, string returnTo) =>
        $"/theme/{theme}?returnUrl={Uri.EscapeDataString(returnTo)}";

    public static void MapReadersChoices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/language/{culture}", ChooseLanguage).AllowAnonymous();
        routes.MapGet("/theme/{theme}", ChooseTheme).AllowAnonymous();
    }

    private static IResult ChooseLanguage(HttpContext context, string culture, string? returnUrl)
    {
        if (ReadersLanguage.CultureOf(culture) is not { } chosen || !IsHere(returnUrl)) return Results.NotFound();
        Keep(context, chosen);
        return Results.LocalRedirect(returnUrl ?? "/");
    }

    private static IResult ChooseTheme(HttpContext context, string theme, string? returnUrl)
    {
        if (!ReadersTheme.Choices.Contains(theme) || !IsHere(returnUrl)) return Results.NotFound();
        context.Response.Cookies.Append(ReadersTheme.Cookie, theme, Preference(context));
        return Results.LocalRedirect(returnUrl ?? "/");
    }

    /// <summary>The language that a person prefers, from now on in this browser.</summary>
    public static void KeepLanguage(HttpContext context, string language)
    {
        if (ReadersLanguage.CultureOf(language) is { } chosen) Keep(context, chosen);
    }

    private static void Keep(HttpContext context, CultureInfo culture) => context.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), Preference(context));

    private static CookieOptions Preference(HttpContext context) => new()
    {
        MaxAge = Remembered,
        Path = "/",
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };

    /// <summary>Does the address lead to a page of ours? What leads to another site is refused before a redirect.</summary>
    public static bool IsHere(string? url) =>
        url is null || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)
            && !url.StartsWith("/\\", StringComparison.Ordinal) && !url.Any(char.IsControl));
}
