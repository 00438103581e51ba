using Microsoft.AspNetCore.StaticAssets;

namespace Monitoring.Web;

public static class SecurityHeaders
{
    // Styles stay open to inline because MudBlazor writes its theme and its popover positions that way.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string DevicePolicy =
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // Written at the last moment: the exception handler clears everything that was set before.
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = DevicePolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        var isAsset = context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        var isSignedIn = context.User.Identity?.IsAuthenticated == true;
        if (isSignedIn && !isAsset) headers.CacheControl = "no-store";
    }
}
