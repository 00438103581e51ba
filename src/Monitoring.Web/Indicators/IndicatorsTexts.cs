namespace Monitoring.Web.Indicators;

/// <summary>The words of this room.</summary>
public sealed class IndicatorsTexts;
