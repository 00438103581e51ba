using Microsoft.AspNetCore.Diagnostics;
using Monitoring.Web.Access;
using Monitoring.Web.Layout;
using Monitoring.Web.Shared;
using MudBlazor;
using MudBlazor.Services;

namespace Monitoring.Web;

/// <summary>What every room stands on: pages, circuit, language, theme and the protecting headers.</summary>
public static class Shell
{
    private const string OurAddress = "http://localhost:5080";

    // A long narrative goes to the server in one message; the default of 32 KB would end the circuit on paste.
    private const long LargestMessage = 1024 * 1024;

    /// <summary>Listens on port 5080 when neither environment, command line nor settings name an address.</summary>
    public static void ListenOnOurPortUnlessTold(this WebApplicationBuilder builder)
    {
        string[] keys = ["urls", "http_ports", "https_ports"];
        var settings = builder.Configuration;
        var told = keys.Any(key => !string.IsNullOrWhiteSpace(settings[key]))
            || settings.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (!told) builder.WebHost.UseUrls(OurAddress);
    }

    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(circuit =>
            {
                // Long enough for a lift, a tunnel or a sleeping laptop; drafts outlive the circuit anyway.
                circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(5);
                circuit.DisconnectedCircuitMaxRetained = 200;
            })
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);

        services.AddScoped<LastSaves>();
        services.AddCascadingAuthenticationState();
        services.AddLocalization();
        services.AddReadersLanguage();
        services.AddTransient<MudLocalizer, SpanishForMud>();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.PreventDuplicates = true;
        });
        return services;
    }

    /// <summary>The order matters: headers outermost, so that error and not-found pages carry them too.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(ShowAnswerPagesWithGet);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAccess();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapReadersChoices();
        app.MapRazorComponents<App>()
            .WithoutStateOnStaticPages()
            // Our own header already says frame-ancestors 'none'; a second, weaker one would only confuse.
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }

    // A failed POST is answered by a page; running that page as a POST would ask it for a form it does not have.
    private static Task ShowAnswerPagesWithGet(HttpContext context, RequestDelegate next)
    {
        var answersAnother = context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (answersAnother) context.Request.Method = HttpMethods.Get;
        return next(context);
    }
}
