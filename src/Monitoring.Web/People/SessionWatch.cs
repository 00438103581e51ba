using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Monitoring.Data;
using Monitoring.Web.Access;

namespace Monitoring.Web.People;

/// <summary>
/// Ends the identity of an open circuit within five seconds of sign-out, expiry, a disabled account or a lost role. The page then goes
/// to the sign-in, which sends on whoever is still signed in to what they may still see.
/// </summary>
internal sealed class SessionWatch(ILoggerFactory log, IServiceScopeFactory scopes, TimeProvider clock)
    : RevalidatingServerAuthenticationStateProvider(log)
{
    // A second early: the columns keep whole milliseconds, and one reload too many harms nobody.
    private readonly DateTime _since = clock.GetUtcNow().UtcDateTime - TimeSpan.FromSeconds(1);

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(3);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (CallerClaims.Of(authenticationState.User) is not { } who) return false;
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<CheckSession>().RunAsync(who.Session, who.Person, _since, cancellationToken);
        }
        catch (DatabaseUnavailableException)
        {
            // Nobody reads or writes anything meanwhile; throwing everybody out would cost what they are typing.
            return true;
        }
    }
}
