using Microsoft.AspNetCore.Components;

namespace Monitoring.Web;

public static class StaticPages
{
    // The framework's own note of what an endpoint may render; it is not public.
    private const string RenderModes = "ConfiguredRenderModesMetadata";

    /// <summary>
    /// A page without a circuit hands no state over to one. The framework would append it nevertheless, encrypted and thus different at
    /// every request, and published pages are the same bytes every time. Told that the endpoint has no render modes, it leaves it out;
    /// should a later framework keep that note elsewhere, the pages work as before and the test of equal bytes says so.
    /// </summary>
    public static TBuilder WithoutStateOnStaticPages<TBuilder>(this TBuilder pages) where TBuilder : IEndpointConventionBuilder
    {
        pages.Add(page =>
        {
            if (!page.Metadata.OfType<ExcludeFromInteractiveRoutingAttribute>().Any()) return;
            if (page.Metadata.LastOrDefault(m => m.GetType().Name == RenderModes) is { } modes
                && modes.GetType().GetConstructor([typeof(IComponentRenderMode[])]) is { } make)
                page.Metadata.Add(make.Invoke([Array.Empty<IComponentRenderMode>()]));
        });
        return pages;
    }
}
