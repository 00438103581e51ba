using Microsoft.AspNetCore.Components.Routing;
using Monitoring.Data;
using Monitoring.Web.Layout;
using MudBlazor;

namespace Monitoring.Web.Countries;

/// <summary>The menu of a country's workspace; its words are <see cref="CountriesTexts"/>.</summary>
public static class CountryNav
{
    public static IReadOnlyList<NavItem> Items(CountryCode country, bool managesPeople)
    {
        var at = "/" + country.Slug;
        NavItem[] all =
        [
            new(at, "Nav.Home", Icons.Material.Outlined.Home, NavLinkMatch.All),
            new(at + "/initiatives", "Nav.Initiatives", Icons.Material.Outlined.Article),
            new(at + "/next-steps", "Nav.NextSteps", Icons.Material.Outlined.EventAvailable),
            new(at + "/commitments", "Nav.Commitments", Icons.Material.Outlined.Handshake),
            new(at + "/indicators", "Nav.Indicators", Icons.Material.Outlined.BarChart),
            new(at + "/budget", "Nav.Budget", Icons.Material.Outlined.Payments),
            new(at + "/checklists", "Nav.Checklists", Icons.Material.Outlined.Checklist),
            new(at + "/report", "Nav.Report", Icons.Material.Outlined.AssignmentTurnedIn),
            new(at + "/institutions", "Nav.Institutions", Icons.Material.Outlined.AccountBalance),
            new(at + "/history", "Nav.History", Icons.Material.Outlined.History),
        ];
        return managesPeople ? [.. all, new NavItem(at + "/people", "Nav.People", Icons.Material.Outlined.Group)] : all;
    }
}
