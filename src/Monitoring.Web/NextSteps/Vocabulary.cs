namespace Monitoring.Web.NextSteps;

/// <summary>Where a next step stands; overdue is derived from its due date.</summary>
public enum NextStepStatus { Planned, UnderWay, Done, Dropped }
