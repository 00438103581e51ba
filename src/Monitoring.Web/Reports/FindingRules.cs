using System.Text.RegularExpressions;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Reports;

/// <summary>What is missing, contradictory or unlikely in a country's content. Pure: the same facts give the same findings.</summary>
public static partial class FindingRules
{
    /// <summary>From this factor on a value is far from the one before it.</summary>
    public const int Far = 5;

    public static IReadOnlyList<ReportFinding> Of(FindingFacts facts) => [.. All(facts).OrderBy(f => f.Kind).ThenBy(f => f.Label, StringComparer.Ordinal)];

    public static int Blocking(FindingFacts facts) => All(facts).Count(f => f.Blocks);

    private static IEnumerable<ReportFinding> All(FindingFacts facts)
    {
        if (facts.Initiatives.Count == 0) yield return new ReportFinding(FindingKind.NoInitiatives, "", "initiatives/new");
        foreach (var i in facts.Initiatives)
        {
            if (Runs(i.Stage) && i.Outlook is Outlook.NotAssessed) yield return new ReportFinding(FindingKind.OutlookMissing, i.Code, $"initiatives/{i.Code}?edit=status#status");
            if (i.StepsOverdue > 0) yield return new ReportFinding(FindingKind.StepsOverdue, i.Code, $"initiatives/{i.Code}#steps", i.StepsOverdue);
            if (i.Results == 0) yield return new ReportFinding(FindingKind.NoResults, i.Code, $"initiatives/{i.Code}#results");
        }
        foreach (var finding in facts.Values.SelectMany(OfValue).Concat(OfSeries(facts.Values))) yield return finding;
        foreach (var group in facts.Others.GroupBy(o => (o.Kind, o.Code)))
        {
            var kind = Enum.Parse<FindingKind>(group.Key.Kind);
            var path = kind is FindingKind.CommitmentStatusMissing ? "commitments" : kind is FindingKind.DisbursedOverCommitted ? "budget" : "initiatives/" + group.Key.Code;
            yield return new ReportFinding(kind, group.Key.Code, path, group.Count());
        }
        foreach (var text in facts.Texts.Where(t => FewPersons().IsMatch(t.Text)))
            yield return new ReportFinding(FindingKind.FewPersonsInText, text.Code, $"initiatives/{text.Code[..text.Code.LastIndexOf('-')]}#{(text.Kind == "Result" ? "result" : "step")}-{text.Code}");
    }

    // Whoever has ended or rests owes no outlook.
    private static bool Runs(Stage stage) => stage is Stage.Idea or Stage.Preparation or Stage.Pilot or Stage.Implementation;

    private static IEnumerable<ReportFinding> OfValue(ValueFact v)
    {
        if (v.State is not ValueState.Reported) yield break;
        if (v is { Value: null, Numerator: null, Denominator: null, Rung: null, Reached: null, Target: null }) yield return new ReportFinding(FindingKind.ValueMissing, v.Code, "indicators");
        if (v.Numerator > v.Denominator) yield return new ReportFinding(FindingKind.PartLargerThanWhole, v.Code, "indicators", v.Numerator, v.Denominator!);
    }

    private static IEnumerable<ReportFinding> OfSeries(IEnumerable<ValueFact> values)
    {
        foreach (var series in values.Where(v => v is { State: ValueState.Reported, Value: > 0, PeriodEnd: not null }).GroupBy(v => (v.IndicatorId, v.Part)))
        {
            var inOrder = series.OrderBy(v => v.PeriodEnd).ToList();
            for (var i = 1; i < inOrder.Count; i++)
                if (inOrder[i].Value > inOrder[i - 1].Value * Far || inOrder[i].Value * Far < inOrder[i - 1].Value)
                    yield return new ReportFinding(FindingKind.FarFromBefore, inOrder[i].Code, "indicators", inOrder[i - 1].Value!, inOrder[i].Value!);
        }
    }

    // One to nine persons, in digits, as the two languages of the reports put it.
    [GeneratedRegex(@"(?<![\d.,])[1-9]\s+(?:personas?|persons?|people|familias?|famil(?:y|ies)|niñ[oa]s?|child(?:ren)?|mujer(?:es)?|wom[ae]n|hombres?|m[ae]n|víctimas?|victims?)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex FewPersons();
}
