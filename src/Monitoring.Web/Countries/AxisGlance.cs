using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Countries;

/// <summary>The status of one axis at a glance.</summary>
public sealed record AxisGlance(Axis Axis, IReadOnlyList<InitiativeFacts> Initiatives)
{
    public int WithResults => Initiatives.Count(i => i.Results > 0);
    public int Results => Initiatives.Sum(i => i.Results);
    public int Steps => Initiatives.Sum(i => i.Steps);
    public int StepsDone => Initiatives.Sum(i => i.StepsDone);
    public int StepsOverdue => Initiatives.Sum(i => i.StepsOverdue);
    public int Parts => Initiatives.Sum(CompletenessRules.Reported);
    public int PartsExpected => Initiatives.Count * CompletenessRules.Expected;

    /// <summary>Every axis, also one without an initiative: that is a fact too.</summary>
    public static IReadOnlyList<AxisGlance> Of(CountryHome home) =>
        home.Axes.Select(a => new AxisGlance(a, home.Initiatives.Where(i => i.AxisCode == a.Code).ToList())).ToList();
}
