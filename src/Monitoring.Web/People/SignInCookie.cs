using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Monitoring.Data;
using Monitoring.Web.Access;

namespace Monitoring.Web.People;

/// <summary>The cookie that says who is signed in, and where people go who are not.</summary>
public static class SignInCookie
{
    public const string SignInPath = "/sign-in";
    public const string SignOutPath = "/sign-out";

    /// <summary>Asks before it signs out, with a form of its own.</summary>
    public const string LeavePath = "/leave";

    internal static void AddSignInCookie(this IServiceCollection services, bool overHttpsOnly)
    {
        var secure = overHttpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        // With this prefix a browser takes the cookie from this host alone, and only over HTTPS.
        var prefix = overHttpsOnly ? "__Host-" : "";

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = prefix + "monitoring";
            cookie.Cookie.Path = "/";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = secure;
            cookie.LoginPath = SignInPath;
            cookie.LogoutPath = SignOutPath;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = StartSession.Lasts;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = ValidateAsync;
            // Somebody signed in who may not see a page gets the answer of a page that is not there.
            cookie.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = prefix + "monitoring-forms";
            forms.Cookie.Path = "/";
            forms.Cookie.SecurePolicy = secure;
        });
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // Everybody may have a stylesheet.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return;
        try
        {
            var check = context.HttpContext.RequestServices.GetRequiredService<CheckSession>();
            if (context.Principal is { } user && CallerClaims.Of(user) is { } who
                && await check.RunAsync(who.Session, who.Person, ct: context.HttpContext.RequestAborted)) return;
        }
        catch (DatabaseUnavailableException)
        {
            // The page says so; the gate lets nobody through meanwhile, and nobody has to sign in again afterwards.
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
