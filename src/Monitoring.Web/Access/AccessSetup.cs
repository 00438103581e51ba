using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitoring.Data;

namespace Monitoring.Web.Access;

public static class AccessSetup
{
    /// <summary>The gate, the caller, and one policy a right.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddScoped<Caller>();
        services.AddScoped<Gate>();
        services.AddScoped<CircuitHandler, CallerOfCircuit>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, AudienceHandler>());
        services.AddAuthorization(options =>
        {
            foreach (var may in Enum.GetValues<May>())
                options.AddPolicy(AudienceAttribute.PolicyName(may), p => p.RequireAuthenticatedUser().AddRequirements(new AudienceRequirement(may)));
        });
        return services;
    }

    /// <summary>After authentication: says who asks in this request, and answers what a door refuses with the page of what is not there.</summary>
    public static void UseAccess(this WebApplication app) => app.Use(async (context, next) =>
    {
        // What no country can be called is no address of a country, for anybody.
        if (context.GetRouteValue("Country") is string country && !CountryCode.TryParse(country, out _))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        CallerClaims.Fill(context.RequestServices.GetRequiredService<Caller>(), context.User);
        try
        {
            await next();
        }
        catch (AccessRefusedException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (UnknownChoiceException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    });
}
