namespace Monitoring.Web.Layout;

/// <summary>The words of the frame: LayoutTexts.resx and LayoutTexts.es.resx.</summary>
public sealed class LayoutTexts;
