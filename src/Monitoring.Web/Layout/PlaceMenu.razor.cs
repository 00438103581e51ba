using Microsoft.AspNetCore.Components.Routing;
using Monitoring.Data;
using Monitoring.Web.People;
using MudBlazor;

namespace Monitoring.Web.Layout;

/// <summary>Shows what the person's grants allow now, and marks where they are.</summary>
public sealed partial class PlaceMenu : IDisposable
{
    private IReadOnlyList<Place> _places = [];
    private string _at = "";

    private Place? Here => _places.FirstOrDefault(p => p.Href == _at);

    private IReadOnlyList<Place> Others => _places.Where(p => p.Href != _at).ToList();

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        _at = First();
        var held = await Places.RunAsync();
        // Whoever works in a country or the region may read what is published, though it is no place of theirs.
        var reads = held.Any(p => p.Roles.Any(r => Rights.Allow(r, May.ReadProgress)));
        _places = reads && held.All(p => p.Kind is not PlaceKind.Progress) ? [.. held, new Place(PlaceKind.Progress, "/progress", [], null)] : held;
    }

    public void Dispose() => Navigation.LocationChanged -= Moved;

    private void Moved(object? sender, LocationChangedEventArgs e)
    {
        if (_at == First()) return;
        _at = First();
        _ = InvokeAsync(StateHasChanged);
    }

    // A country is written HND or hnd; its menu is the same.
    private string First() => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('/', '?', '#')[0].ToLowerInvariant();

    private string NameOf(Place place) => place.CountryName(ReadersLanguage.Current) ?? T["Place." + place.Kind];

    private static string IconOf(PlaceKind kind) => kind switch
    {
        PlaceKind.Country => Icons.Material.Outlined.Flag,
        PlaceKind.Region => Icons.Material.Outlined.Public,
        PlaceKind.Admin => Icons.Material.Outlined.AdminPanelSettings,
        _ => Icons.Material.Outlined.Insights,
    };

    private static IReadOnlyList<NavItem> ItemsOf(PlaceKind kind) => kind switch
    {
        PlaceKind.Region =>
        [
            new("/region", "Nav.Region", Icons.Material.Outlined.Public, NavLinkMatch.All),
            new("/region/figures", "Nav.Figures", Icons.Material.Outlined.Functions),
            new("/region/compare", "Nav.Compare", Icons.Material.Outlined.TableChart),
            new("/region/budget", "Nav.RegionBudget", Icons.Material.Outlined.Payments),
            new("/region/indicators", "Nav.RegionIndicators", Icons.Material.Outlined.BarChart),
            new("/region/checklists", "Nav.RegionChecklists", Icons.Material.Outlined.Checklist),
            new("/region/cycles", "Nav.Cycles", Icons.Material.Outlined.EventRepeat),
        ],
        PlaceKind.Admin =>
        [
            new("/admin", "Nav.Admin", Icons.Material.Outlined.Flag, NavLinkMatch.All),
            new("/admin/people", "Nav.AdminPeople", Icons.Material.Outlined.Group),
        ],
        _ => [new("/progress", "Nav.Progress", Icons.Material.Outlined.Insights)],
    };
}
