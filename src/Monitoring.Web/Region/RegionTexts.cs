namespace Monitoring.Web.Region;

/// <summary>The words of the region's pages and sheets: RegionTexts.resx and RegionTexts.es.resx.</summary>
public sealed class RegionTexts;
