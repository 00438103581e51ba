namespace Monitoring.Web.NextSteps;

/// <summary>The words of the calendar.</summary>
public sealed class CalendarTexts;
