namespace Monitoring.Web.Institutions;

/// <summary>The words of this room.</summary>
public sealed class InstitutionsTexts;
