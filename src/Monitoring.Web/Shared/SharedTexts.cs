namespace Monitoring.Web.Shared;

/// <summary>The words of the pieces in this folder: SharedTexts.resx and SharedTexts.es.resx.</summary>
public sealed class SharedTexts;
