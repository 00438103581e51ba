using Microsoft.AspNetCore.Components;
using Monitoring.Web.Access;
using Monitoring.Web.Layout;

namespace Monitoring.Web.People;

public sealed partial class SignInPage
{
    private bool _failed;
    private bool _emailMissing;
    private bool _passwordMissing;

    [Inject] private SignIn SignIn { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }
    [SupplyParameterFromForm(FormName = "sign-in")] private SignInInput? Input { get; set; }

    // A circuit that lost its identity comes here: whoever is still signed in goes back to what they may still see.
    protected override void OnInitialized()
    {
        if (CallerClaims.Of(Http.User) is not null && HttpMethods.IsGet(Http.Request.Method)) GoOn();
    }

    private async Task SignInAsync()
    {
        _emailMissing = string.IsNullOrWhiteSpace(Input?.Email);
        _passwordMissing = !_emailMissing && string.IsNullOrEmpty(Input?.Password);
        if (!_emailMissing && !_passwordMissing) await TryAsync(Input!.Email!, Input.Password!);
    }

    private Task UseDemoAsync(DemoSignIn? person) => TryAsync(person?.Email ?? "", DemoSignIn.Password);

    private async Task TryAsync(string email, string password)
    {
        if (await SignIn.RunAsync(email, password, Device.Of(Http.Request.Headers.UserAgent), Http.RequestAborted) is not { } person)
        {
            _failed = true;
            return;
        }
        if (person.Language is { } language) ReadersChoices.KeepLanguage(Http, language);
        GoOn();
    }

    private void GoOn() => Navigation.NavigateTo(ReturnUrl is { } wanted && ReadersChoices.IsHere(wanted) ? wanted : "/");
}

public sealed class SignInInput
{
    public string? Email { get; set; }
    public string? Password { get; set; }
}
