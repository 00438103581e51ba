namespace Monitoring.Web.Links;

/// <summary>What ties a fact of a fact sheet to an indicator, a commitment or a next step. Of the country alone: neither region nor donors see it.</summary>
public static class LinksRoom
{
    /// <summary>The table, and its name in history.</summary>
    public const string FactLink = "FactLink";

    public static readonly string[] Owns = [FactLink];
    public static readonly string[] Reads = ["Initiative", "InitiativeItem", "Result", "NextStep", "Indicator", "IndicatorDefinition", "Commitment"];

    public static IServiceCollection AddLinksRoom(this IServiceCollection services) => services
        .AddScoped<ListLinks>()
        .AddScoped<AddLink>()
        .AddScoped<RetireLink>()
        .AddScoped<LinkEdits>();
}
