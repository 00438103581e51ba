using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Access;

namespace Monitoring.Tests.Walls;

/// <summary>Every page and endpoint says for whom it is. Those for everybody are named here.</summary>
public sealed class AudienceWallTests
{
    private static readonly string[] AnonymousPages = ["/not-found", "/error", "/sign-in", "/leave", "/set-up", "/invitation"];

    private static readonly string[] AnonymousEndpoints = ["/language/{culture}", "/theme/{theme}", "/sign-out"];

    [Fact]
    public void Every_page_says_for_whom_it_is() => Pages().SelectMany(p => PageViolations(p, AnonymousPages)).ShouldStand();

    [Fact]
    public void Every_anonymous_page_of_the_list_is_there() =>
        AnonymousPages.Except(Pages().Where(IsAnonymous).SelectMany(Routes)).ShouldBeEmpty();

    [Fact]
    public void Every_endpoint_says_for_whom_it_is()
    {
        using var site = new Site();
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        endpoints.Count.ShouldBeGreaterThan(5);
        endpoints.SelectMany(e => EndpointViolations(e, AnonymousEndpoints)).ShouldStand();
        AnonymousEndpoints.Except(endpoints.Select(Address)).ShouldBeEmpty("a name that is no longer needed");
    }

    [Fact]
    public void Planted_pages_without_a_fitting_audience_are_caught()
    {
        PageViolations(typeof(NoAudience), []).ShouldHaveSingleItem().ShouldContain("says for whom");
        PageViolations(typeof(Anonymous), []).ShouldHaveSingleItem().ShouldContain("not on the list");
        PageViolations(typeof(Anonymous), ["/planted"]).ShouldBeEmpty();
        PageViolations(typeof(CountryRightWithoutCountry), []).ShouldHaveSingleItem().ShouldContain("no {Country}");
        PageViolations(typeof(CountryWithoutCountryRight), []).ShouldHaveSingleItem().ShouldContain("asks for no right in it");
        PageViolations(typeof(Fine), []).ShouldBeEmpty();
        EndpointViolations(Endpoint("/planted"), []).ShouldNotBeEmpty();
        EndpointViolations(Endpoint("/planted", new AuthorizeAttribute()), []).ShouldNotBeEmpty();
        EndpointViolations(Endpoint("/planted", new AllowAnonymousAttribute()), []).ShouldNotBeEmpty();
        EndpointViolations(Endpoint("/planted", new AudienceAttribute(May.ReadRegion), new AllowAnonymousAttribute()), []).ShouldNotBeEmpty();
        EndpointViolations(Endpoint("/planted", new AudienceAttribute(May.ReadCountry)), []).ShouldNotBeEmpty();
        EndpointViolations(Endpoint("/planted", new AudienceAttribute(May.ReadRegion)), []).ShouldBeEmpty();
    }

    private static IEnumerable<Type> Pages() => typeof(Program).Assembly.GetTypes().Where(t => t.IsDefined(typeof(RouteAttribute), false));

    private static IEnumerable<string> Routes(Type page) => page.GetCustomAttributes<RouteAttribute>(false).Select(r => r.Template);

    private static bool IsAnonymous(Type page) => page.IsDefined(typeof(AllowAnonymousAttribute), true);

    private static IEnumerable<string> PageViolations(Type page, string[] anonymous)
    {
        var audiences = page.GetCustomAttributes<AudienceAttribute>(true).ToList();
        foreach (var route in Routes(page))
        {
            if (IsAnonymous(page))
            {
                if (!anonymous.Contains(route)) yield return $"{page.Name} {route} is for everybody and not on the list";
            }
            else if (audiences.Count == 0)
            {
                yield return $"{page.Name} {route}: no attribute says for whom it is";
            }
            foreach (var problem in CountryViolations($"{page.Name} {route}", route, audiences)) yield return problem;
        }
    }

    private static IEnumerable<string> CountryViolations(string name, string route, IReadOnlyList<AudienceAttribute> audiences)
    {
        var hasCountry = route.Contains("{Country", StringComparison.OrdinalIgnoreCase);
        if (!hasCountry && audiences.Any(a => Rights.NeedsCountry(a.May))) yield return $"{name} asks for a right in a country and has no {{Country}}";
        if (hasCountry && audiences.Count > 0 && !audiences.Any(a => Rights.NeedsCountry(a.May) || a.May is May.ReadRegion or May.ReadProgress or May.ReviewReport or May.AcceptReport or May.Publish or May.ManageCountries))
            yield return $"{name} names a country and asks for no right in it";
    }

    private static IEnumerable<string> EndpointViolations(RouteEndpoint endpoint, string[] anonymous)
    {
        var address = Address(endpoint);
        // Pages are looked at above; the files of the program and the circuit's own endpoints are the framework's.
        if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null) yield break;
        if (endpoint.Metadata.Any(m => m.GetType().Name is "StaticAssetDescriptor" or "BuiltFragmentMetadata")) yield break;
        // In development the program's own files are also served by one pattern.
        if (address == "/{**path:file}" && endpoint.Order == int.MaxValue) yield break;
        if (address.StartsWith("/_blazor", StringComparison.Ordinal) || address.StartsWith("/_framework", StringComparison.Ordinal)) yield break;
        var isAnonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (isAnonymous && anonymous.Contains(address)) yield break;
        var audiences = endpoint.Metadata.GetOrderedMetadata<AudienceAttribute>();
        if (isAnonymous) yield return $"{address} is for everybody and not on the list";
        if (audiences.Count == 0) yield return $"{address}: nothing says for whom it is";
        foreach (var problem in CountryViolations(address, address, audiences)) yield return problem;
    }

    private static string Address(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    private static RouteEndpoint Endpoint(string route, params object[] metadata) =>
        new(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse(route), 0, new EndpointMetadataCollection(metadata), route);

    [Route("/planted"), Authorize]
    private sealed class NoAudience;

    [Route("/planted"), AllowAnonymous]
    private sealed class Anonymous;

    [Route("/planted"), Audience(May.ReadCountry)]
    private sealed class CountryRightWithoutCountry;

    [Route("/{Country}/planted"), Audience(May.OwnAccount)]
    private sealed class CountryWithoutCountryRight;

    [Route("/{Country}/planted"), Audience(May.ReadCountry)]
    private sealed class Fine;
}
