namespace Monitoring.Web.Figures;

/// <summary>The words about figures, for all rooms that show some: FiguresTexts.resx and FiguresTexts.es.resx.</summary>
public sealed class FiguresTexts;
