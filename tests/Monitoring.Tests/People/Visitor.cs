using System.Net;
using System.Text.RegularExpressions;

namespace Monitoring.Tests.People;

/// <summary>A browser without a script: it keeps cookies, reads pages and sends the forms that it finds there.</summary>
public sealed partial class Visitor(HttpClient client)
{
    public async Task<Answer> GetAsync(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await Answer.OfAsync(response);
    }

    /// <summary>Opens the page and sends the form of that name with its hidden fields and these values.</summary>
    public async Task<Answer> SendAsync(string page, string form, params (string Name, string Value)[] values) =>
        await SendAsync(page, form, await GetAsync(page), values);

    /// <summary>Sends a form of a page that was opened before.</summary>
    public async Task<Answer> SendAsync(string page, string form, Answer opened, params (string Name, string Value)[] values)
    {
        var markup = FormTag().Matches(opened.Body).Select(m => m.Value)
            .FirstOrDefault(f => f.Contains($"value=\"{form}\"", StringComparison.Ordinal) || f.Contains($"action=\"{form}\"", StringComparison.Ordinal));
        markup.ShouldNotBeNull($"{page} has no form {form} ({opened.Status})");
        var fields = Hidden().Matches(markup).Select(m => (Name().Match(m.Value).Groups[1].Value, Value().Match(m.Value).Groups[1].Value))
            .Where(f => f.Item1.Length > 0).Select(f => KeyValuePair.Create(WebUtility.HtmlDecode(f.Item1), WebUtility.HtmlDecode(f.Item2)));
        using var content = new FormUrlEncodedContent(fields.Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));
        var to = form.StartsWith('/') ? form : page;
        using var response = await client.PostAsync(new Uri(to, UriKind.Relative), content);
        return await Answer.OfAsync(response);
    }

    /// <summary>Sends fields without having opened the page: what a forger can do.</summary>
    public async Task<Answer> ForgeAsync(string path, params (string Name, string Value)[] values)
    {
        using var content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Answer.OfAsync(response);
    }

    public Task<Answer> SignInAsync(string email, string password = PeopleSite.Password, string page = "/sign-in") =>
        SendAsync(page, "sign-in", ("Input.Email", email), ("Input.Password", password));

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormTag();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("\\bname=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\bvalue=\"([^\"]*)\"")]
    private static partial Regex Value();
}

/// <summary>What came back: <paramref name="Location"/> as path and query.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, IReadOnlyList<string> Cookies, string Body)
{
    public bool IsSignedIn => Status is HttpStatusCode.Redirect && Cookies.Any(c => c.Contains("monitoring=", StringComparison.Ordinal) && !c.Contains("monitoring=;", StringComparison.Ordinal));

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var location = response.Headers.Location;
        if (location is { IsAbsoluteUri: true })
        {
            location.Host.ShouldBe("localhost", "a redirect away from here");
            location = new Uri(location.PathAndQuery, UriKind.Relative);
        }
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToList() : [];
        return new Answer(response.StatusCode, location?.ToString(), cookies, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }
}
