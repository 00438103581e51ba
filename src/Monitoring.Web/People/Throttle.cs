using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Monitoring.Web.People;

/// <summary>How often one address may send a password or a token. A ministry's people share an address: thirty at once, then one in two seconds.</summary>
public static class Throttle
{
    /// <summary>For <see cref="EnableRateLimitingAttribute"/>; forms only, reading is free.</summary>
    public const string Credentials = "credentials";

    public const int AtOnce = 30;

    internal static void AddThrottle(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Credentials, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(Neighbourhood(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = AtOnce,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds(2),
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("reading"));
    });

    // One household or office has a whole /64 of the new addresses.
    private static string Neighbourhood(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
