using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitoring.Web.Access;

namespace Monitoring.Tests.Progress;

/// <summary>The whole program on the loaded 2021 report, and a person of each role with a cookie.</summary>
public sealed class PublishedSite : IAsyncLifetime
{
    private static readonly PlatformSql AddPerson = PlatformSql.Of("""
        insert into Person (Id, Email, EmailKey, DisplayName, SecurityStamp, CreatedAt)
        values (@Id, @Email, @Email, @Name, 'stamp', @Now)
        """);

    private static readonly PlatformSql AddGrant = PlatformSql.Of("""
        insert into PersonGrant (Id, PersonId, Role, CountryCode, GrantedAt, GrantedBy)
        values (@GrantId, @Id, @Role, @Country, @Now, @Person)
        """);

    private static readonly PlatformSql AddSession = PlatformSql.Of(
        "insert into PersonSession (Id, PersonId, StartedAt, ExpiresAt) values (@SessionId, @Id, @Now, @ExpiresAt)");

    private readonly Site _site = new();
    private readonly Dictionary<Role, TestPerson> _people = Enum.GetValues<Role>().ToDictionary(role => role, role =>
        new TestPerson(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), role, Rights.IsNational(role) ? World.Honduras : null));

    private HttpClient _client = null!;

    /// <summary>The doors of a job.</summary>
    public JobGate Job => new Gate(Database, new Caller(), Clock).ForJob(JobName.Load);

    private Database Database => _site.Services.GetRequiredService<Database>();

    public TimeProvider Clock => _site.Services.GetRequiredService<TimeProvider>();

    /// <summary>The gate as the person of that role has it; national ones are of Honduras.</summary>
    public Gate As(Role role)
    {
        var caller = new Caller();
        caller.Is(_people[role].Id, _people[role].SessionId);
        return new Gate(Database, caller, Clock);
    }

    public async ValueTask InitializeAsync()
    {
        _client = _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        await using var db = await Job.EditPeopleAsync();
        foreach (var person in _people.Values)
        {
            await db.WriteAsync(AddPerson, new { person.Id, person.Email, person.Name });
            await db.WriteAsync(AddGrant, new { person.GrantId, person.Id, person.Role, person.Country });
            await db.WriteAsync(AddSession, new { person.SessionId, person.Id, ExpiresAt = Clock.GetUtcNow().UtcDateTime.AddHours(12) });
        }
        await db.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    /// <summary>An answer to somebody; nobody when <paramref name="role"/> is null.</summary>
    public Task<HttpResponseMessage> AskAsync(string path, Role? role = Role.Donor, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        if (role is { } known) request.Headers.Add("Cookie", Cookie(_people[known]));
        return _client.SendAsync(request);
    }

    /// <summary>The bytes of a page that a donor is shown.</summary>
    public async Task<byte[]> BytesAsync(string path, string language = "en")
    {
        using var answer = await AskAsync(path, Role.Donor, language);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>A page that a donor is shown.</summary>
    public async Task<IHtmlDocument> PageAsync(string path, string language = "en")
    {
        using var stream = new MemoryStream(await BytesAsync(path, language));
        return await new HtmlParser().ParseDocumentAsync(stream);
    }

    /// <summary>Its words, with single spaces.</summary>
    public async Task<string> TextAsync(string path, string language = "en") => Words(await PageAsync(path, language));

    public static string Words(IHtmlDocument page) => Words(page.QuerySelector("main")!);

    /// <summary>The words of a part of a page, a space between any two pieces.</summary>
    public static string Words(IElement part) =>
        string.Join(' ', part.Descendants<IText>().SelectMany(t => t.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>One statement of a country as one loaded operation.</summary>
    public async Task LoadAsync(CountryCode country, CountrySql sql)
    {
        await using var db = await Job.EditAsync(country);
        (await db.StageAsync(sql)).ShouldBeGreaterThan(0);
        await db.CommitAsync(new Change(ChangeAction.Loaded, "Test", Guid.CreateVersion7(), "test", []), Guid.CreateVersion7());
    }

    private string Cookie(TestPerson person)
    {
        var options = _site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.Name, person.Name), new(CallerClaims.Session, person.SessionId.ToString())];
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)),
            new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddHours(12) }, IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}
