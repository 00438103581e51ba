using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Monitoring.Data;

namespace Monitoring.Web.Access;

/// <summary>Fills <see cref="Caller"/> of a circuit from the authentication state before its first component runs, and empties it when that ends.</summary>
internal sealed class CallerOfCircuit(AuthenticationStateProvider authentication, Caller caller) : CircuitHandler, IDisposable
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        CallerClaims.Fill(caller, (await authentication.GetAuthenticationStateAsync()).User);
        authentication.AuthenticationStateChanged += Changed;
    }

    public void Dispose() => authentication.AuthenticationStateChanged -= Changed;

    private async void Changed(Task<AuthenticationState> state)
    {
        var user = (await state).User;
        if (user.Identity?.IsAuthenticated != true) caller.Leave();
    }
}

/// <summary>The two claims that say who asks.</summary>
public static class CallerClaims
{
    /// <summary>The id of the sign-in's session.</summary>
    public const string Session = "sid";

    /// <summary>Who <paramref name="user"/> says they are; null for nobody.</summary>
    public static (Guid Person, Guid Session)? Of(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
        && Guid.TryParse(user.FindFirstValue(Session), out var session)
            ? (person, session)
            : null;

    public static void Fill(Caller caller, ClaimsPrincipal user)
    {
        if (Of(user) is { } who) caller.Is(who.Person, who.Session);
    }
}
