using Microsoft.AspNetCore.Authentication.Cookies;

namespace Monitoring.Web;

/// <summary>The cookie that says who is signed in, and where people go who are not.</summary>
public static class SignInCookie
{
    public const string SignInPath = "/sign-in";
    public const string SignOutPath = "/sign-out";

    /// <summary>Asks before it signs out, with a form of its own.</summary>
    public const string LeavePath = "/leave";

    public static IServiceCollection AddSignInCookie(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "monitoring";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = SignInPath;
            cookie.LogoutPath = SignOutPath;
            // Somebody signed in who may not see a page gets the answer of a page that is not there.
            cookie.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization();
        return services;
    }
}
