using System.Net;
using System.Text.RegularExpressions;

namespace Monitoring.Tests.People;

/// <summary>The start page and the own account.</summary>
public sealed partial class AccountTests(AccountTests.Shared shared) : IClassFixture<AccountTests.Shared>
{
    private const string Next = "quite another phrase";

    private static readonly CountryCode Honduras = CountryCode.Parse("HND", null);

    private PeopleSite Site => shared.Site;

    [Theory]
    [InlineData(Role.FocalPoint, "/hnd")]
    [InlineData(Role.CountryAdministrator, "/hnd")]
    [InlineData(Role.SecretariatAnalyst, "/region")]
    [InlineData(Role.SecretariatLead, "/region")]
    [InlineData(Role.Donor, "/progress")]
    [InlineData(Role.Administrator, "/admin")]
    public async Task The_start_goes_straight_to_where_the_person_works(Role role, string place)
    {
        var email = $"start.{role}@test.example";
        await Site.PersonAsync(email, role, Rights.IsNational(role) ? Honduras : null);
        var visitor = Site.Visit("192.0.2.20");
        await visitor.SignInAsync(email);
        (await visitor.GetAsync("/")).Location.ShouldBe(place);
    }

    [Fact]
    public async Task Several_roles_give_a_choice_and_none_says_whom_to_ask()
    {
        var id = await Site.PersonAsync("several@test.example", Role.Donor);
        await GiveAsync(id, Role.SecretariatLead, null);
        var visitor = Site.Visit("192.0.2.21");
        await visitor.SignInAsync("several@test.example");
        var choice = await visitor.GetAsync("/");
        choice.Body.ShouldContain("href=\"/region\"");
        choice.Body.ShouldContain("href=\"/progress\"");
        choice.Body.ShouldNotContain("href=\"/hnd\"");

        await Site.WriteAsync(EndGrants, new { Whose = id });
        var none = await visitor.GetAsync("/");
        none.Status.ShouldBe(HttpStatusCode.OK);
        none.Body.ShouldContain("You have no role yet");
        (await visitor.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK, "the account is still theirs");
        (await visitor.GetAsync("/region")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_password_needs_the_current_one_and_ends_the_sessions_elsewhere()
    {
        await Site.PersonAsync("change@test.example", Role.Donor);
        var (here, elsewhere) = (Site.Visit("192.0.2.22"), Site.Visit("192.0.2.23"));
        await here.SignInAsync("change@test.example");
        await elsewhere.SignInAsync("change@test.example");

        (await ChangeAsync(here, "wrong entirely", Next)).Body.ShouldContain("This is not your current password");
        (await ChangeAsync(here, PeopleSite.Password, "short")).Body.ShouldContain("at least 12 characters");
        (await elsewhere.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);

        (await ChangeAsync(here, PeopleSite.Password, Next)).Location.ShouldBe("/account?done=password");
        (await here.GetAsync("/account?done=password")).Body.ShouldContain("Your password is changed");
        (await elsewhere.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Site.Visit("192.0.2.22").SignInAsync("change@test.example", Next)).IsSignedIn.ShouldBeTrue();
    }

    [Fact]
    public async Task Guessing_the_current_password_locks_like_guessing_at_the_sign_in()
    {
        await Site.PersonAsync("guess@test.example", Role.Donor);
        var visitor = Site.Visit("192.0.2.24");
        await visitor.SignInAsync("guess@test.example");
        for (var i = 0; i < 5; i++) await ChangeAsync(visitor, "wrong entirely", Next);
        (await ChangeAsync(visitor, PeopleSite.Password, Next)).Body.ShouldContain("This is not your current password");
    }

    [Fact]
    public async Task A_person_ends_an_own_session_and_nobody_elses()
    {
        await Site.PersonAsync("own@test.example", Role.Donor);
        await Site.PersonAsync("foreign@test.example", Role.Donor);
        var (here, elsewhere, foreign) = (Site.Visit("192.0.2.25"), Site.Visit("192.0.2.25"), Site.Visit("192.0.2.25"));
        await here.SignInAsync("own@test.example");
        await elsewhere.SignInAsync("own@test.example");
        await foreign.SignInAsync("foreign@test.example");
        var foreignSession = await Site.OneAsync<Guid>(SessionOf, new { EmailKey = "FOREIGN@TEST.EXAMPLE" });

        await here.SendAsync("/account", "session", ("Session", foreignSession.ToString()));
        (await foreign.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);

        var mine = SessionButton().Match((await here.GetAsync("/account")).Body).Groups[1].Value;
        (await here.SendAsync("/account", "session", ("Session", mine))).Location.ShouldBe("/account?done=session");
        (await elsewhere.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_language_of_a_person_follows_them_to_every_device()
    {
        await Site.PersonAsync("speaks@test.example", Role.Donor);
        var here = Site.Visit("192.0.2.26");
        await here.SignInAsync("speaks@test.example");
        await here.SendAsync("/account", "language", ("Language", "es"));
        (await here.GetAsync("/account")).Body.ShouldContain("Su cuenta");

        var elsewhere = Site.Visit("192.0.2.26");
        (await elsewhere.GetAsync("/sign-in")).Body.ShouldContain("Sign in");
        await elsewhere.SignInAsync("speaks@test.example");
        (await elsewhere.GetAsync("/account")).Body.ShouldContain("Su cuenta");
    }

    private static readonly PlatformSql EndGrants = PlatformSql.Of("update PersonGrant set EndedAt = @Now, EndedBy = @Person where PersonId = @Whose");

    private static readonly PlatformSql SessionOf = PlatformSql.Of("""
        select max(s.Id) from PersonSession s join Person p on p.Id = s.PersonId where p.EmailKey = @EmailKey
        """);

    private Task GiveAsync(Guid person, Role role, CountryCode? country) =>
        Site.WriteAsync(Monitoring.Web.People.Grants.Add, new { Id = Guid.CreateVersion7(), Whose = person, Role = role, CountryCode = country, By = "test" });

    private static Task<Answer> ChangeAsync(Visitor visitor, string current, string wanted) => visitor.SendAsync("/account", "password",
        ("Password.Current", current), ("Password.Password", wanted), ("Password.Repeat", wanted));

    [GeneratedRegex("name=\"Session\" value=\"([^\"]+)\"")]
    private static partial Regex SessionButton();

    public sealed class Shared : IAsyncLifetime
    {
        public PeopleSite Site { get; } = new();

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
