using Microsoft.AspNetCore.Authorization;
using Monitoring.Data;

namespace Monitoring.Web.Access;

/// <summary>
/// For whom a page or endpoint is. Decides what is shown, for requests and inside circuits alike; the door that the page opens asks
/// again and is what protects. Rights on a country take it from the route value <c>Country</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AudienceAttribute : AuthorizeAttribute
{
    public AudienceAttribute(May may) : base(PolicyName(may)) => May = may;

    public May May { get; }

    internal static string PolicyName(May may) => "may:" + may;
}

public static class AudienceEndpoints
{
    /// <summary>The audience of a mapped endpoint.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoint, May may) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AudienceAttribute(may));
}
