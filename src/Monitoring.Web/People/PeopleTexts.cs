namespace Monitoring.Web.People;

/// <summary>The words of this room.</summary>
public sealed class PeopleTexts;
