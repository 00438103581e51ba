using Microsoft.AspNetCore.Authorization;
using Monitoring.Data;

namespace Monitoring.Web.Access;

internal sealed record AudienceRequirement(May May) : IAuthorizationRequirement;

/// <summary>Asks the gate whether the person may, with the country of the route, in a request or in a circuit.</summary>
internal sealed class AudienceHandler(Gate gate) : AuthorizationHandler<AudienceRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AudienceRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated != true) return;
        CountryCode? country = null;
        if (Rights.NeedsCountry(requirement.May))
        {
            if (!CountryCode.TryParse(Route(context.Resource), out var code)) return;
            country = code;
        }
        // A contributor may open what they could edit somewhere: which initiative is theirs is the door's question.
        var may = requirement.May is May.EditInitiative ? May.ReadCountry : requirement.May;
        if (await gate.HoldsAsync(may, country)) context.Succeed(requirement);
    }

    private static string? Route(object? resource) => resource switch
    {
        HttpContext http => http.GetRouteValue("Country")?.ToString(),
        Microsoft.AspNetCore.Components.RouteData route => route.RouteValues.GetValueOrDefault("Country")?.ToString(),
        _ => null,
    };
}
