namespace Monitoring.Web.Initiatives;

/// <summary>The words of this room.</summary>
public sealed class InitiativesTexts;
