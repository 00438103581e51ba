namespace Monitoring.Web.Search;

/// <summary>The words of this room.</summary>
public sealed class SearchTexts;
