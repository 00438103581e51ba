namespace Monitoring.Web.NextSteps;

/// <summary>The words of this room.</summary>
public sealed class NextStepsTexts;
