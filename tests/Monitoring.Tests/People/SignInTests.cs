using System.Net;
using System.Text.RegularExpressions;
using Monitoring.Web.People;

namespace Monitoring.Tests.People;

/// <summary>Getting in with e-mail and password, and staying out without.</summary>
public sealed partial class SignInTests(SignInTests.Shared shared) : IClassFixture<SignInTests.Shared>
{
    private const string Maria = "maria@ministry.example";

    private static readonly PlatformSql Attempts = PlatformSql.Of("select FailedSignIns from Person where EmailKey = @EmailKey");
    private static readonly PlatformSql SessionsOf = PlatformSql.Of("select count(*) from PersonSession where PersonId = @Whose and EndedAt is null");
    private static readonly PlatformSql NewestSession = PlatformSql.Of("select max(Id) from PersonSession where PersonId = @Whose");
    private static readonly PlatformSql EndSession = PlatformSql.Of("update PersonSession set EndedAt = @Now where PersonId = @Whose");
    private static readonly PlatformSql Disable = PlatformSql.Of("update Person set Disabled = @Disabled where Id = @Whose");

    private PeopleSite Site => shared.Site;

    [Fact]
    public async Task The_right_password_signs_in_however_the_address_is_written()
    {
        await Site.ForgiveAsync(Maria);
        var answer = await Site.Visit().SignInAsync(" MARIA@Ministry.Example ");
        answer.IsSignedIn.ShouldBeTrue();
        answer.Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_locked_account_get_the_same_answer()
    {
        await Site.ForgiveAsync(Maria);
        var wrong = await Site.Visit("192.0.2.2").SignInAsync(Maria, "not the password at all");
        var unknown = await Site.Visit("192.0.2.2").SignInAsync("nobody@ministry.example", "not the password at all");
        for (var i = 1; i < LockRules.AttemptsInARow; i++) await Site.Visit("192.0.2.2").SignInAsync(Maria, "not the password at all");
        var locked = await Site.Visit("192.0.2.2").SignInAsync(Maria);

        wrong.Status.ShouldBe(HttpStatusCode.OK);
        wrong.IsSignedIn.ShouldBeFalse();
        wrong.Body.ShouldContain("You are not signed in");
        Plain(unknown.Body).ShouldBe(Plain(wrong.Body).Replace(Maria, "nobody@ministry.example", StringComparison.Ordinal));
        Plain(locked.Body).ShouldBe(Plain(wrong.Body), "the right password of a resting account");
    }

    [Fact]
    public async Task After_five_failures_the_account_rests_for_five_minutes()
    {
        await Site.ForgiveAsync(Maria);
        for (var i = 0; i < LockRules.AttemptsInARow; i++) await Site.Visit("192.0.2.3").SignInAsync(Maria, "not the password at all");
        (await Site.Visit("192.0.2.3").SignInAsync(Maria)).IsSignedIn.ShouldBeFalse();

        Site.Clock.Advance(TimeSpan.FromMinutes(4.9));
        (await Site.Visit("192.0.2.3").SignInAsync(Maria)).IsSignedIn.ShouldBeFalse();
        Site.Clock.Advance(TimeSpan.FromMinutes(0.2));
        (await Site.Visit("192.0.2.3").SignInAsync(Maria)).IsSignedIn.ShouldBeTrue();
        (await Site.OneAsync<int>(Attempts, new { EmailKey = EmailRules.Key(Maria) })).ShouldBe(0, "a success forgives");
    }

    [Fact]
    public async Task Attempts_side_by_side_get_no_more_looks_at_the_password_than_one_after_another()
    {
        await Site.ForgiveAsync(Maria);
        var visitors = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var visitor = Site.Visit("192.0.2.4");
            return (visitor, page: await visitor.GetAsync("/sign-in"));
        }));

        await Task.WhenAll(visitors.Select(v =>
            v.visitor.SendAsync("/sign-in", "sign-in", v.page, ("Input.Email", Maria), ("Input.Password", "not the password at all"))));

        (await Site.OneAsync<int>(Attempts, new { EmailKey = EmailRules.Key(Maria) })).ShouldBe(LockRules.AttemptsInARow);
        (await Site.Visit("192.0.2.4").SignInAsync(Maria)).IsSignedIn.ShouldBeFalse();
    }

    [Fact]
    public async Task One_address_may_try_only_so_often_and_the_others_do_not_notice()
    {
        var visitor = Site.Visit("198.51.100.7");
        var page = await visitor.GetAsync("/sign-in");
        var answers = await Task.WhenAll(Enumerable.Range(0, Throttle.AtOnce + 5).Select(i =>
            visitor.SendAsync("/sign-in", "sign-in", page, ("Input.Email", $"nobody{i}@ministry.example"), ("Input.Password", "guess"))));

        answers.Count(a => a.Status is HttpStatusCode.TooManyRequests).ShouldBeInRange(1, 5, "a token may have come back meanwhile");
        answers.First(a => a.Status is HttpStatusCode.TooManyRequests).Body.ShouldContain("Wait a minute");
        (await visitor.GetAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.OK, "reading is free");
        await Site.ForgiveAsync(Maria);
        (await Site.Visit("198.51.100.8").SignInAsync(Maria)).IsSignedIn.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "whatever", "Enter an e-mail address.")]
    [InlineData(Maria, "", "Enter a password.")]
    public async Task What_is_missing_is_said_at_its_field_and_the_rest_stays(string email, string password, string says)
    {
        var answer = await Site.Visit("192.0.2.5").SignInAsync(email, password);
        answer.Body.ShouldContain(says);
        answer.Body.ShouldContain("aria-invalid=\"true\"");
        if (email.Length > 0) answer.Body.ShouldContain($"value=\"{email}\"");
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("/hnd/initiatives?sort=code", "/hnd/initiatives?sort=code")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    public async Task Sign_in_returns_to_a_page_of_ours_and_nowhere_else(string wanted, string goes)
    {
        await Site.ForgiveAsync(Maria);
        var answer = await Site.Visit("192.0.2.6").SignInAsync(Maria, page: "/sign-in?returnUrl=" + Uri.EscapeDataString(wanted));
        answer.IsSignedIn.ShouldBeTrue();
        answer.Location.ShouldBe(goes);
    }

    [Fact]
    public async Task A_forged_form_signs_nobody_in_or_out()
    {
        await Site.ForgiveAsync(Maria);
        (await Site.Visit().ForgeAsync("/sign-in", ("_handler", "sign-in"), ("Input.Email", Maria), ("Input.Password", PeopleSite.Password)))
            .Status.ShouldBe(HttpStatusCode.BadRequest);
        var visitor = Site.Visit();
        await visitor.SignInAsync(Maria);
        (await visitor.ForgeAsync("/sign-out")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_sign_in_is_a_session_and_signing_out_ends_it_with_every_right()
    {
        await Site.ForgiveAsync(Maria);
        await Site.WriteAsync(EndSession, new { Whose = shared.MariaId });
        var visitor = Site.Visit();
        await visitor.SignInAsync(Maria);
        (await Site.OneAsync<int>(SessionsOf, new { Whose = shared.MariaId })).ShouldBe(1);
        var gate = Site.As(shared.MariaId, await Site.OneAsync<Guid>(NewestSession, new { Whose = shared.MariaId }));
        (await gate.MayAsync(May.ManageCountries)).ShouldBeTrue();

        var answer = await visitor.SendAsync("/leave", "/sign-out");

        answer.Location.ShouldBe("/sign-in");
        (await Site.OneAsync<int>(SessionsOf, new { Whose = shared.MariaId })).ShouldBe(0);
        (await gate.MayAsync(May.ManageCountries)).ShouldBeFalse("an open circuit of this sign-in");
        (await gate.MayAsync(May.OwnAccount)).ShouldBeFalse();
        (await visitor.GetAsync("/admin")).Location.ShouldBe("/sign-in?returnUrl=%2Fadmin");
    }

    [Fact]
    public async Task A_cookie_whose_session_was_ended_elsewhere_is_worth_nothing()
    {
        await Site.ForgiveAsync(Maria);
        var visitor = Site.Visit();
        await visitor.SignInAsync(Maria);
        (await visitor.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        await Site.WriteAsync(EndSession, new { Whose = shared.MariaId });
        (await visitor.GetAsync("/account")).Location.ShouldBe("/sign-in?returnUrl=%2Faccount");
    }

    [Fact]
    public async Task A_disabled_person_is_out_and_does_not_come_in()
    {
        await Site.ForgiveAsync(Maria);
        var visitor = Site.Visit("192.0.2.9");
        await visitor.SignInAsync(Maria);
        await Site.WriteAsync(Disable, new { Whose = shared.MariaId, Disabled = true });
        try
        {
            (await visitor.GetAsync("/account")).Location.ShouldBe("/sign-in?returnUrl=%2Faccount");
            (await Site.Visit("192.0.2.9").SignInAsync(Maria)).IsSignedIn.ShouldBeFalse();
        }
        finally
        {
            await Site.WriteAsync(Disable, new { Whose = shared.MariaId, Disabled = false });
        }
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy_it_was()
    {
        await Site.ForgiveAsync(Maria);
        var visitor = Site.Visit("192.0.2.10");
        await visitor.SignInAsync(Maria);
        for (var hours = 0; hours < 11; hours++)
        {
            Site.Clock.Advance(TimeSpan.FromHours(1));
            (await visitor.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        }
        Site.Clock.Advance(TimeSpan.FromHours(1));
        (await visitor.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_demo_people_are_not_shown_where_there_is_no_demo() =>
        (await Site.Visit().GetAsync("/sign-in")).Body.ShouldNotContain(DemoSignIn.Password);

    // The tokens and sealed state of a page differ each time.
    private static string Plain(string body) => Sealed().Replace(body, "");

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Sealed();

    public sealed class Shared : IAsyncLifetime
    {
        public PeopleSite Site { get; } = new();

        public Guid MariaId { get; private set; }

        public async ValueTask InitializeAsync() => MariaId = await Site.PersonAsync(Maria, Role.Administrator);

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
