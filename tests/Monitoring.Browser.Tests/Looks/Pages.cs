using System.Reflection;
using Microsoft.AspNetCore.Components;
using Monitoring.Web;

namespace Monitoring.Browser.Tests.Looks;

/// <summary>An address that shows a routable page as one of its readers sees it.</summary>
/// <param name="Route">The page's own template.</param>
/// <param name="Address">One address of it, with content.</param>
/// <param name="Person">Who reads it; null for nobody signed in.</param>
/// <param name="Status">What the server answers.</param>
public sealed record Visit(string Route, string Address, string? Person, int Status = 200)
{
    /// <summary>For test names and files: <c>hnd-initiatives-hn-mahe</c>.</summary>
    public override string ToString() => Address.Trim('/') is { Length: > 0 } path ? path.Replace('/', '-').Split('?')[0] : "start";
}

/// <summary>Every page of the product, with who reads it. A page that is missing here fails <see cref="LooksTests"/>.</summary>
public static class Pages
{
    public static readonly IReadOnlyList<Visit> All =
    [
        new("/sign-in", "/sign-in", null),
        new("/set-up", "/set-up?token=none", null),
        new("/invitation", "/invitation?token=none", null),
        new("/not-found", "/no/such/page/here", null, 404),
        new("/error", "/error", null),
        new("/leave", "/leave", "donor"),
        new("/account", "/account", "donor"),
        new("/{Country}", "/hnd", "focal.hnd"),
        new("/{Country}/initiatives", "/hnd/initiatives", "focal.hnd"),
        new("/{Country}/next-steps", "/hnd/next-steps", "focal.hnd"),
        new("/{Country}/commitments", "/mex/commitments", "focal.mex"),
        new("/{Country}/indicators", "/hnd/indicators", "focal.hnd"),
        new("/{Country}/indicators/common", "/hnd/indicators/common", "focal.hnd"),
        new("/{Country}/indicators/new", "/hnd/indicators/new", "focal.hnd"),
        new("/{Country}/indicators/{Code}", "/hnd/indicators/HN-MAHE-I1?period=2021-S2&edit=values", "focal.hnd"),
        new("/{Country}/indicators/{Code}", "/hnd/indicators/HN-LAW-I1", "focal.hnd"),
        new("/{Country}/next-steps/calendar", "/hnd/next-steps/calendar", "focal.hnd"),
        new("/{Country}/commitments", "/mex/commitments?view=board", "focal.mex"),
        new("/{Country}/commitments", "/mex/commitments?view=timeline", "focal.mex"),
        new("/{Country}/budget", "/hnd/budget", "focal.hnd"),
        new("/{Country}/budget", "/hnd/budget?in=usd", "focal.hnd"),
        new("/{Country}/checklists", "/hnd/checklists", "focal.hnd"),
        new("/{Country}/institutions", "/hnd/institutions", "focal.hnd"),
        new("/{Country}/report", "/hnd/report", "focal.hnd"),
        new("/{Country}/report/snapshots", "/hnd/report/snapshots", "focal.hnd"),
        new("/{Country}/history", "/hnd/history", "focal.hnd"),
        new("/{Country}/initiatives/new", "/hnd/initiatives/new", "focal.hnd"),
        new("/{Country}/initiatives/{Code}", "/hnd/initiatives/HN-MAHE", "focal.hnd"),
        new("/{Country}/initiatives/{Code}", "/mex/initiatives/MX-PNDH", "focal.mex"),
        new("/{Country}/initiatives/{Code}/translate", "/hnd/initiatives/HN-MAHE/translate", "focal.hnd"),
        new("/{Country}/translations", "/hnd/translations", "focal.hnd"),
        new("/{Country}/translations/country", "/mex/translations/country", "focal.mex"),
        new("/{Country}/search", "/hnd/search?q=cases", "focal.hnd"),
        new("/{Country}/people", "/hnd/people", "chief.hnd"),
        new("/region", "/region", "lead"),
        new("/region", "/region?map=completeness", "analyst"),
        new("/region/figures", "/region/figures", "lead"),
        new("/region/figures/parts", "/region/figures/parts?of=results", "analyst"),
        new("/region/budget", "/region/budget", "analyst"),
        new("/region/checklists", "/region/checklists", "analyst"),
        new("/region/compare", "/region/compare", "lead"),
        new("/region/indicators", "/region/indicators", "lead"),
        new("/region/indicators/{Code}", "/region/indicators/RC3", "lead"),
        new("/region/indicators/{Code}", "/region/indicators/new", "lead"),
        new("/region/cycles", "/region/cycles", "lead"),
        new("/region/cycles/{Code}", "/region/cycles/2021-S2", "lead"),
        new("/region/cycles/{Code}/{Country}", "/region/cycles/2021-S1/hnd", "lead"),
        new("/progress", "/progress", "donor"),
        new("/progress/{Of}", "/progress/hnd", "donor"),
        new("/progress/{Of}/{Code}", "/progress/hnd/HN-MAHE", "donor"),
        new("/admin", "/admin", "admin"),
        new("/admin/people", "/admin/people", "admin"),
    ];

    /// <summary>Pages that only send people on.</summary>
    public static readonly IReadOnlyList<string> WithoutLooks = ["/"];

    /// <summary>The templates of all routable pages.</summary>
    public static IEnumerable<string> Routes =>
        typeof(App).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>(inherit: false)).Select(r => r.Template);
}
