namespace Monitoring.Web.Audit;

/// <summary>The words of this room.</summary>
public sealed class AuditTexts;
