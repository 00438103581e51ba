using Microsoft.AspNetCore.Components.Routing;

namespace Monitoring.Web.Layout;

/// <summary>One line of the menu. <paramref name="Icon"/> is the inner SVG of a 24 × 24 drawing, as MudBlazor's icons are.</summary>
public sealed record NavItem(string Href, string TextKey, string Icon, NavLinkMatch Match = NavLinkMatch.Prefix);
