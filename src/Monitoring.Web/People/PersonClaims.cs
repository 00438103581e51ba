using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Monitoring.Web.People;

/// <summary>What the cookie says of a person: who they are and their name. What they may do is asked of the database each time.</summary>
internal sealed class PersonClaims : IUserClaimsPrincipalFactory<PersonAccount>
{
    public Task<ClaimsPrincipal> CreateAsync(PersonAccount user)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(ClaimTypes.Name, user.DisplayName)];
        return Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)));
    }
}
