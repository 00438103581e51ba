namespace Monitoring.Web.Commitments;

/// <summary>The words of this room.</summary>
public sealed class CommitmentsTexts;
