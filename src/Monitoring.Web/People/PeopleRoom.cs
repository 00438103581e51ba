using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Monitoring.Web.Access;

namespace Monitoring.Web.People;

/// <summary>Sign-in, links, sessions, grants and countries.</summary>
public static class PeopleRoom
{
    public static readonly string[] Owns =
        ["Country", "Person", "PersonGrant", "GrantInitiative", "PersonSession", "SingleUseLink", "PlatformEvent", "PersonDeputy"];

    public static readonly string[] Reads = ["CountryRole", "Initiative"];

    public static IServiceCollection AddPeopleRoom(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSignInCookie(overHttpsOnly: !environment.IsDevelopment());
        services.AddThrottle();
        // The framework notes every address, and that of a single-use link is a secret.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        services.AddIdentityCore<PersonAccount>().AddSignInManager();
        services.AddScoped<IUserStore<PersonAccount>, PersonStore>();
        services.AddScoped<IUserClaimsPrincipalFactory<PersonAccount>, PersonClaims>();
        services.AddSingleton<IPasswordHasher<PersonAccount>>(PasswordHashing.Hasher);
        services.AddSingleton<ILookupNormalizer, EmailKeys>();

        services.AddScoped<SignIn>();
        services.AddScoped<StartSession>();
        services.AddScoped<EndSession>();
        services.AddScoped<CheckSession>();
        services.AddScoped<ForgetOldSessions>();
        services.AddScoped<ListDemoSignIns>();
        services.AddScoped<MakeSetUpLink>();
        services.AddScoped<ReadLink>();
        services.AddScoped<SetUpInstallation>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<ListPlaces>();
        services.AddScoped<AddCountry>();
        services.AddScoped<SuspendCountry>();
        services.AddScoped<ChangeSharing>();
        services.AddScoped<ListCountries>();
        services.AddScoped<AddFirstAdministrator>();
        services.AddScoped<AddRegionalPerson>();
        services.AddScoped<AddCountryPerson>();
        services.AddScoped<EndGrant>();
        services.AddScoped<RenewLink>();
        services.AddScoped<ListCountryPeople>();
        services.AddScoped<ListRegionalPeople>();
        services.AddScoped<ListEvents>();
        services.AddScoped<NameDeputy>();
        services.AddScoped<EndDeputyship>();
        services.AddScoped<ListDeputies>();
        services.AddScoped<ReadAccount>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<ChangeLanguage>();
        return services;
    }

    public static void MapPeopleRoom(this IEndpointRouteBuilder routes) =>
        routes.MapPost(SignInCookie.SignOutPath, SignOutAsync).AllowAnonymous();

    // Anonymous too: whoever's session has ended meanwhile wants to be out, and is.
    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery forms, EndSession end, SignInManager<PersonAccount> signIn)
    {
        if (!await forms.IsRequestValidAsync(context)) return Results.BadRequest();
        if (CallerClaims.Of(context.User) is { } who) await end.RunAsync(who.Session, who.Person, context.RequestAborted);
        await signIn.SignOutAsync();
        return Results.LocalRedirect(SignInCookie.SignInPath);
    }
}
