using System.Net;
using Monitoring.Web.People;

namespace Monitoring.Tests.People;

/// <summary>Single-use links: the first set-up, invitations, a new password.</summary>
public sealed class LinkTests
{
    private static readonly CountryCode Honduras = CountryCode.Parse("HND", null);

    private static readonly PlatformSql NewestSession = PlatformSql.Of("select max(Id) from PersonSession");
    private static readonly PlatformSql PersonByEmail = PlatformSql.Of("select Id from Person where EmailKey = @EmailKey");
    private static readonly PlatformSql Links = PlatformSql.Of("select count(*) from SingleUseLink where UsedAt is null and Purpose = 'SetUp'");
    private static readonly PlatformSql RolesOf = PlatformSql.Of("""
        select g.Role from PersonGrant g join Person p on p.Id = g.PersonId where p.EmailKey = @EmailKey
        """);

    [Fact]
    public async Task The_set_up_link_makes_one_Administrator_once()
    {
        await using var site = new PeopleSite();
        var token = await NewSetUpAsync(site);
        var visitor = site.Visit();

        (await SetUpAsync(visitor, token!, password: "short")).Body.ShouldContain("at least 12 characters");
        (await SetUpAsync(visitor, token!, repeat: "something else")).Body.ShouldContain("The two entries differ");
        var done = await SetUpAsync(visitor, token!);
        done.IsSignedIn.ShouldBeTrue();
        (await visitor.GetAsync("/")).Location.ShouldBe("/admin");
        (await site.OneAsync<string>(RolesOf, new { EmailKey = "ADA@INSTALL.EXAMPLE" })).ShouldBe("Administrator");

        var again = await site.Visit().GetAsync("/set-up?token=" + token);
        again.Body.ShouldContain("This link has already been used");
        again.Body.ShouldNotContain("Set up and sign in");
        (await NewSetUpAsync(site)).ShouldBeNull("there is somebody now");
    }

    [Fact]
    public async Task The_set_up_link_ends_after_thirty_minutes_and_each_start_replaces_the_one_before()
    {
        await using var site = new PeopleSite();
        var first = await NewSetUpAsync(site);
        var second = await NewSetUpAsync(site);
        (await site.OneAsync<int>(Links, new { })).ShouldBe(1);
        (await site.Visit().GetAsync("/set-up?token=" + first)).Body.ShouldContain("This link does not work");
        (await site.Visit().GetAsync("/set-up")).Body.ShouldContain("This link does not work");

        site.Clock.Advance(TimeSpan.FromMinutes(29));
        var visitor = site.Visit();
        var page = await visitor.GetAsync("/set-up?token=" + second);
        page.Body.ShouldContain("Set up and sign in");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await site.Visit().GetAsync("/set-up?token=" + second)).Body.ShouldContain("This link has expired");
        // The form that was open when it ran out.
        (await SetUpAsync(visitor, second!, page: page)).IsSignedIn.ShouldBeFalse();
        (await site.PeopleAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_set_up_link_that_is_used_twice_at_once_makes_one_Administrator()
    {
        await using var site = new PeopleSite();
        var token = await NewSetUpAsync(site);
        var visitors = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            var visitor = site.Visit();
            return (i, visitor, page: await visitor.GetAsync("/set-up?token=" + token));
        }));
        var answers = await Task.WhenAll(visitors.Select(v => SetUpAsync(v.visitor, token!, $"ada{v.i}@install.example", page: v.page)));
        answers.Count(a => a.IsSignedIn).ShouldBe(1);
        (await site.PeopleAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_invited_person_chooses_name_and_password_and_works_where_the_role_is()
    {
        await using var site = new PeopleSite();
        var (chief, invited) = await InviteAsync(site, "focal@hnd.example");
        var path = "/invitation?token=" + invited.Token;
        var visitor = site.Visit();

        (await visitor.GetAsync(path)).Body.ShouldContain("focal@hnd.example");
        (await AcceptAsync(visitor, path, "focal@hnd.example")).Body.ShouldContain("not made of your e-mail address");
        (await AcceptAsync(visitor, path)).IsSignedIn.ShouldBeTrue();
        (await visitor.GetAsync("/")).Location.ShouldBe("/hnd");
        (await site.Visit().SignInAsync("focal@hnd.example")).IsSignedIn.ShouldBeTrue();
        (await site.Visit().GetAsync(path)).Body.ShouldContain("This link has already been used");
        (await new ListEvents(chief).RunAsync(Honduras, 1)).Rows[0].Action.ShouldBe(PlatformAction.InvitationAccepted);
    }

    [Fact]
    public async Task An_invitation_ends_after_seven_days_and_a_new_link_ends_the_one_before()
    {
        await using var site = new PeopleSite();
        var (chief, invited) = await InviteAsync(site, "focal@hnd.example");
        site.Clock.Advance(Invite.Lasts - TimeSpan.FromMinutes(1));
        (await site.Visit().GetAsync("/invitation?token=" + invited.Token)).Body.ShouldContain("Save and sign in");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await site.Visit().GetAsync("/invitation?token=" + invited.Token)).Body.ShouldContain("This link has expired");

        // The chief's session is over too by now.
        chief = await SignedInAsync(site, "chief@hnd.example");
        var person = await site.OneAsync<Guid>(PersonByEmail, new { EmailKey = "FOCAL@HND.EXAMPLE" });
        var second = await new RenewLink(chief, site.Clock).RunAsync(Honduras, person);
        var third = await new RenewLink(chief, site.Clock).RunAsync(Honduras, person);
        (await site.Visit().GetAsync("/invitation?token=" + second.Token)).Body.ShouldContain("This link has already been used");
        (await AcceptAsync(site.Visit(), "/invitation?token=" + third.Token)).IsSignedIn.ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_for_a_new_password_ends_every_session_and_the_old_password()
    {
        await using var site = new PeopleSite();
        var (chief, _) = await InviteAsync(site, "other@hnd.example");
        var focal = await site.PersonAsync("focal@hnd.example", Role.FocalPoint, Honduras);
        var before = site.Visit();
        await before.SignInAsync("focal@hnd.example");

        var renewed = await new RenewLink(chief, site.Clock).RunAsync(Honduras, focal);
        (await before.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK, "nothing happens until the link is used");
        var answer = await site.Visit().SendAsync("/invitation?token=" + renewed.Token, "invitation",
            ("Input.Password", "quite another phrase"), ("Input.Repeat", "quite another phrase"));

        answer.IsSignedIn.ShouldBeTrue();
        (await before.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.Visit().SignInAsync("focal@hnd.example")).IsSignedIn.ShouldBeFalse();
        (await site.Visit().SignInAsync("focal@hnd.example", "quite another phrase")).IsSignedIn.ShouldBeTrue();
        (await new ListEvents(chief).RunAsync(Honduras, 1)).Rows[0].Action.ShouldBe(PlatformAction.PasswordRenewed);
    }

    [Fact]
    public async Task A_set_up_token_is_no_invitation_and_an_invitation_no_set_up()
    {
        await using var site = new PeopleSite();
        var setUp = await NewSetUpAsync(site);
        (await site.Visit().GetAsync("/invitation?token=" + setUp)).Body.ShouldContain("This link does not work");
        var (_, invited) = await InviteAsync(site, "focal@hnd.example");
        (await site.Visit().GetAsync("/set-up?token=" + invited.Token)).Body.ShouldContain("This link does not work");
    }

    private static Task<string?> NewSetUpAsync(PeopleSite site) => site.RunAsync<MakeSetUpLink, string?>(make => make.RunAsync());

    private static async Task<Answer> SetUpAsync(Visitor visitor, string token, string email = "ada@install.example", string password = PeopleSite.Password,
        string? repeat = null, Answer? page = null)
    {
        var path = "/set-up?token=" + token;
        return await visitor.SendAsync(path, "set-up", page ?? await visitor.GetAsync(path),
            ("Input.Name", "Ada"), ("Input.Email", email), ("Input.Password", password), ("Input.Repeat", repeat ?? password));
    }

    private static Task<Answer> AcceptAsync(Visitor visitor, string path, string password = PeopleSite.Password) =>
        visitor.SendAsync(path, "invitation", ("Input.Name", "Luis"), ("Input.Password", password), ("Input.Repeat", password));

    private static async Task<(Gate Chief, Invited Invited)> InviteAsync(PeopleSite site, string email)
    {
        await site.PersonAsync("chief@hnd.example", Role.CountryAdministrator, Honduras);
        var chief = await SignedInAsync(site, "chief@hnd.example");
        var invited = await new AddCountryPerson(chief, site.Clock).RunAsync(Honduras, email, "Focal Point", Role.FocalPoint, []);
        invited.Token.ShouldNotBeNull();
        return (chief, invited);
    }

    private static async Task<Gate> SignedInAsync(PeopleSite site, string email)
    {
        (await site.Visit().SignInAsync(email)).IsSignedIn.ShouldBeTrue();
        return site.As(await site.OneAsync<Guid>(PersonByEmail, new { EmailKey = EmailRules.Key(email) }), await site.OneAsync<Guid>(NewestSession, new { }));
    }
}
