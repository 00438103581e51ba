using Monitoring.Data;
using Monitoring.Web.Indicators;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Figures;

/// <summary>
/// What a country says to a common indicator, and whether it may be added under the definition as it is now. Region, progress and preview
/// all ask here, so they cannot differ.
/// <para>
/// The rule: a country counts once. Its own answer counts as long as it answers the present definition; only where it says nothing
/// (or "not collected") do the national indicators count that the country has mapped. What does not fit the definition stands beside
/// the figure with the reason, and is never part of it.
/// </para>
/// </summary>
public static class CommonRules
{
    // Counts initiatives that name an amount at all: none is "no amounts reported", not "zero per cent".
    public const string NamingAnAmount = "RC7";

    /// <summary>How answers of a kind come together unless the definition says otherwise: each counts within its own country.</summary>
    public static OverlapRule UsualOverlap(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Count => OverlapRule.Disjoint,
        IndicatorKind.Ratio => OverlapRule.SumOfParts,
        IndicatorKind.Ladder => OverlapRule.CountriesPerStep,
        IndicatorKind.Milestone => OverlapRule.Countries,
        _ => OverlapRule.NotAdded,
    };

    /// <summary>The figures of one country; one that says "not collected" where it has said nothing.</summary>
    /// <param name="now">The definition that is asked.</param>
    /// <param name="versions">All of its versions, for those who answered an earlier one.</param>
    /// <param name="country">Whose.</param>
    /// <param name="own">Its own answer, in parts where it holds several units.</param>
    /// <param name="national">The newest figures of its indicators that are mapped to this one.</param>
    public static IReadOnlyList<Figure> Of(CommonDefinition now, IReadOnlyList<CommonDefinition> versions, CountryCode country, IEnumerable<CommonAnswer> own, IEnumerable<Figure> national)
    {
        var answers = own.OrderBy(a => a.PartNo).Select(a => Answer(now, versions, a)).ToList();
        var feeding = national.Where(f => f is { IsMissing: false, IsPlan: false }).Select(f => Fed(now, f)).ToList();
        var fitting = feeding.FindAll(f => f.SetAside is null);
        if (answers.Exists(a => a.SetAside is null && (!a.IsMissing || a.State is ValueState.NotApplicable)))
        {
            var also = string.Join(", ", fitting.Select(f => f.FedBy).Distinct());
            return also.Length == 0 ? answers : [.. answers.Select(a => a.IsMissing ? a : a with { AlsoFedBy = also })];
        }
        var aside = answers.FindAll(a => a.SetAside is not null);
        return fitting.Count > 0 ? [.. aside, .. feeding]
            : answers.Count + feeding.Count == 0 ? [Answer(now, versions, new CommonAnswer { Country = country, AnswerState = ValueState.NotCollected, Mark = now.Mark })]
            : [.. answers, .. feeding];
    }

    private static Figure Answer(CommonDefinition now, IReadOnlyList<CommonDefinition> versions, CommonAnswer answer)
    {
        var answered = versions.FirstOrDefault(v => v.VersionNo == (answer.DefinitionVersion ?? 1)) ?? now;
        return new Figure
        {
            Country = answer.Country,
            Code = now.Code,
            PartNo = answer.PartNo,
            DefinitionNo = now.VersionNo,
            Name = now.Name,
            // What does not answer the present definition is still shown as it was answered.
            Kind = answered.Kind,
            Overlap = now.OverlapRule,
            Unit = answer.Unit ?? answered.Unit,
            Population = answered.Population,
            Period = new Period(answer.PeriodText, answer.PeriodStart, answer.PeriodEnd),
            State = answer.AnswerState,
            IsAwaiting = answer.ContentState is ContentState.Approved,
            Value = answer.Value,
            Numerator = answer.Numerator,
            Denominator = answer.Denominator,
            Rung = answer.Rung,
            Reached = answer.Reached,
            Steps = now.Steps,
            StepsNotApplicable = LadderRules.Lines(answer.RungsNotApplicable),
            Mark = answer.Mark,
            Note = answer.Text,
            ZeroIsAbsence = now.Code == NamingAnAmount,
            SetAside = answered.VersionNo == now.VersionNo || answer.AnswerState is not ValueState.Reported ? null : Earlier(now, answered, versions, answer),
        };
    }

    private static Figure Fed(CommonDefinition now, Figure national) => national with
    {
        Code = now.Code,
        DefinitionNo = now.VersionNo,
        Steps = now.Kind is IndicatorKind.Ladder ? now.Steps : [],
        Mark = national.Mark > Mark.Derived ? national.Mark : Mark.Derived,
        FedBy = national.Code,
        DuplicateOf = null,
        SetAside = Refusal(now, new Mapped(national.Code, national.Kind, national.Unit, national.Population, national.Steps)),
    };

    /// <summary>Why an answer to an earlier version is not added to answers of this one; null where it counts the same.</summary>
    private static Reason? Earlier(CommonDefinition now, CommonDefinition answered, IReadOnlyList<CommonDefinition> versions, CommonAnswer answer)
    {
        Reason Because(string key, params string[] more) => new(key, [answer.Country.Value, Plain(answered.VersionNo), Plain(now.VersionNo), .. more]);
        var unit = answer.Unit ?? answered.Unit;
        if (answered.Kind != now.Kind) return Because(Reason.EarlierKind);
        if (now.Unit is not null && !Same(unit, now.Unit)) return Because(Reason.EarlierUnit, unit ?? "–", now.Unit);
        if (now.Population is not null && !Same(answered.Population, now.Population)) return Because(Reason.EarlierPopulation, answered.Population ?? "–", now.Population);
        if (now.Kind is IndicatorKind.Ladder && !now.Steps.Contains(answer.Rung, StringComparer.OrdinalIgnoreCase)) return Because(Reason.EarlierStep, answer.Rung ?? "–");
        return versions.Append(now).Any(v => v.VersionNo > answered.VersionNo && v.VersionNo <= now.VersionNo && !v.KeepsAnswers) ? Because(Reason.EarlierDeclared) : null;
    }

    /// <summary>Why a national indicator cannot feed a common one; null where it can.</summary>
    public static Reason? Refusal(CommonDefinition now, Mapped national)
    {
        if (national.Kind != now.Kind) return new Reason(Reason.FeedsKind, national.Code);
        if (now.Unit is not null && !Same(national.Unit, now.Unit)) return new Reason(Reason.FeedsUnit, national.Code, national.Unit ?? "–", now.Unit);
        if (now.Population is not null && !Same(national.Population, now.Population)) return new Reason(Reason.FeedsPopulation, national.Code, national.Population ?? "–", now.Population);
        return now.Kind is IndicatorKind.Ladder && national.Steps.FirstOrDefault(s => !now.Steps.Contains(s, StringComparer.OrdinalIgnoreCase)) is { } step
            ? new Reason(Reason.FeedsStep, national.Code, step) : null;
    }

    private static bool Same(string? a, string? b) => string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Plain(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What decides whether a national indicator may feed a common one.</summary>
public sealed record Mapped(string Code, IndicatorKind Kind, string? Unit, string? Population, IReadOnlyList<string> Steps);
