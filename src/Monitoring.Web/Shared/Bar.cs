using Monitoring.Data;

namespace Monitoring.Web.Shared;

/// <summary>One bar of a chart. <paramref name="Text"/> is the figure as it is written, with its unit.</summary>
public sealed record Bar(string Label, double? Value, string Text, Mark? Mark = null);
