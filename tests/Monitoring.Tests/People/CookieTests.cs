namespace Monitoring.Tests.People;

public sealed class CookieTests
{
    [Fact]
    public async Task In_production_the_cookies_come_only_over_https_to_this_host_and_no_script_reads_them()
    {
        await using var site = new PeopleSite("Production");
        await site.PersonAsync("maria@ministry.example", Role.Administrator);
        var visitor = site.Visit();
        var page = await visitor.GetAsync("/sign-in");
        var signedIn = await visitor.SendAsync("/sign-in", "sign-in", page, ("Input.Email", "maria@ministry.example"), ("Input.Password", PeopleSite.Password));

        var cookie = signedIn.Cookies.Single(c => c.StartsWith("__Host-monitoring=", StringComparison.Ordinal));
        Flags(cookie).ShouldBe(["path=/", "secure", "samesite=lax", "httponly"], ignoreOrder: true);
        var forms = page.Cookies.Single(c => c.StartsWith("__Host-monitoring-forms=", StringComparison.Ordinal));
        Flags(forms).ShouldBe(["path=/", "secure", "samesite=strict", "httponly"], ignoreOrder: true);
    }

    private static string[] Flags(string cookie) => [.. cookie.Split(';').Skip(1).Select(f => f.Trim().ToLowerInvariant())];
}
