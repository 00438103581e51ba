using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Monitoring.Web.People;

/// <summary>
/// What the console says once the program listens: the address, and how to get in. The console and not the log, which keeps no secrets.
/// </summary>
public static class Welcome
{
    public static async Task WelcomeAsync(this WebApplication app, CancellationToken ct = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<ForgetOldSessions>().RunAsync(ct);
        var setUp = await services.GetRequiredService<MakeSetUpLink>().RunAsync(ct);
        var demo = await services.GetRequiredService<ListDemoSignIns>().RunAsync(ct);
        app.Lifetime.ApplicationStarted.Register(() => Console.Out.Write(Words(AddressOf(app), setUp, demo)));
    }

    internal static string Words(string address, string? setUpToken, IReadOnlyList<DemoSignIn> demo)
    {
        var lines = new List<string> { "", $"  MIRPS Monitoring is at {address}", "" };
        if (setUpToken is not null)
        {
            lines.Add("  Nobody can sign in yet. Make the first administrator here (works once, for 30 minutes; a new start makes a new link):");
            lines.Add($"  {address}/set-up?token={setUpToken}");
            lines.Add("");
        }
        if (demo.Count > 0)
        {
            lines.Add($"  Demo sign-ins, each with the password {DemoSignIn.Password}:");
            lines.AddRange(demo.Select(d => $"    {d.Email,-34} {d.Role}{(d.CountryEn is null ? "" : ", " + d.CountryEn)}"));
            lines.Add("");
        }
        return string.Join(Environment.NewLine, lines) + Environment.NewLine;
    }

    // A test server listens nowhere.
    private static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
        ?? "http://localhost";
}
