namespace Monitoring.Web.Countries;

/// <summary>The words of this room.</summary>
public sealed class CountriesTexts;
