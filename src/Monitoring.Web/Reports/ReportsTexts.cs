namespace Monitoring.Web.Reports;

/// <summary>The words of this room.</summary>
public sealed class ReportsTexts;
