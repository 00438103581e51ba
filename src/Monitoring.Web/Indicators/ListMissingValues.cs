using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>An indicator of which nothing was said in a period: no value, and not that none was collected.</summary>
public sealed record MissingValue
{
    public Guid Id { get; init; }
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public Guid? InitiativeId { get; init; }
}

/// <summary>What a country still has to say in the cycle that it works on.</summary>
public static class ListMissingValues
{
    /// <summary>In the period from <c>@From</c> until <c>@Until</c>.</summary>
    public static readonly CountrySql Of = CountrySql.Of("""
        select k.Id, k.Code, d.Name, d.ContentLanguage, k.InitiativeId
          from Indicator k
          left join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
          left join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = k.CurrentDefinition
         where k.Country = @Country and k.RetiredAt is null and i.ArchivedAt is null
           and not exists (select 1 from Measurement m
                            where m.Country = @Country and m.IndicatorId = k.Id and m.RetiredAt is null and m.PeriodStart >= @From and m.PeriodEnd <= @Until)
         order by k.Position, k.Code
        """);
}
