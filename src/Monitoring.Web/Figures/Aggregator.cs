using System.Globalization;
using Monitoring.Data;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Figures;

/// <summary>
/// What may be added to what. Pure: no database, no clock, no language. The tests run in one order and the first that fails is the
/// reason given: unit, population, definition, period, overlap.
/// <para>
/// Where the rules come from: the 2021 report counts cases, persons, families and life projects for what looks like one thing, so units
/// and populations come first; it gives 27 cases of a pilot and 38 of the phase after it without saying whether the 38 contain the 27
/// (its lines 675 and 683–686), hence the range; and it prints 15 persons, three families and 25 a month in two fact sheets (821–833 and
/// 994–1012), hence "counts once". Ratios come together from their parts because an average of percentages weighs one country's
/// seven cases like another's seven hundred.
/// </para>
/// </summary>
public static class Aggregator
{
    /// <summary>What <paramref name="figures"/> come to.</summary>
    public static Aggregate Of(IEnumerable<Figure> figures)
    {
        var all = figures.OrderBy(Place, StringComparer.Ordinal).ToList();
        var notes = new HashSet<Reason>();
        var once = Once(all, notes);
        var said = once.FindAll(f => !f.IsMissing);
        var there = said.FindAll(f => f.SetAside is null);
        SayWhoIsMissing(once, said, notes);
        var aside = said.Where(f => f.SetAside is not null).Select(f => f.SetAside!).Distinct().ToList();
        notes.UnionWith(there.Count == 0 ? aside.Skip(1) : aside);
        SayWhoCountsOnce(there, notes);

        var answer = there.Count > 0 ? Tested(there, notes)
            : aside.Count > 0 ? new Refusal(aside[0])
            : new Missing(new Reason(Reason.NothingReported));
        return answer with
        {
            Parts = there,
            Notes = [.. notes.OrderBy(n => n.Sortable, StringComparer.Ordinal)],
            Unit = there.Select(f => f.Unit).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 ? there[0].Unit : null,
        };
    }

    /// <summary>
    /// One aggregate for each unit and population, plans apart from what was done: what can still be said where the whole is refused.
    /// A figure whose population is not stated stands alone, because nobody knows whom it may be added to.
    /// </summary>
    public static IReadOnlyList<Aggregate> Subtotals(IEnumerable<Figure> figures) =>
        figures.Where(f => f is { IsMissing: false, SetAside: null })
            .GroupBy(f => string.Join('\u0001', f.IsPlan ? "plan" : "done", Key(f.Unit), Key(f.Population), f.Population is null ? f.Code : ""))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Of(g))
            .ToList();

    private static Aggregate Tested(List<Figure> figures, HashSet<Reason> notes)
    {
        if (Unlike(figures) is { } reason) return new Refusal(reason);
        return figures[0].Kind switch
        {
            IndicatorKind.Ladder => Steps(figures),
            IndicatorKind.Milestone => new Total(figures.Where(f => f.Reached == true).Select(f => f.Country).Distinct().Count()) { CountsCountries = true },
            IndicatorKind.Ratio => Ratio(figures),
            _ => Sum(figures, notes),
        };
    }

    /// <summary>Unit, population, definition: the reason why these are not the same thing, or null.</summary>
    private static Reason? Unlike(List<Figure> figures)
    {
        if (Differ(figures, f => f.Unit)) return new Reason(Reason.UnitsDiffer, Listed(figures, f => f.Unit));
        if (Differ(figures, f => f.Population)) return new Reason(Reason.PopulationsDiffer, Listed(figures, f => f.Population));
        if (Differ(figures, f => f.Code) && figures.Any(f => f.Population is null && !IsState(f))) return new Reason(Reason.PopulationNotStated, Codes(figures));

        if (Differ(figures, f => f.Kind.ToString())) return new Reason(Reason.KindsDiffer, Codes(figures));
        if (figures.Any(f => f.IsPlan) && figures.Any(f => !f.IsPlan)) return new Reason(Reason.PlansAndActuals, Codes(figures.Where(f => f.IsPlan)));
        if (figures.GroupBy(f => f.Code).Any(g => g.Select(f => f.DefinitionNo).Distinct().Count() > 1))
            return new Reason(Reason.DefinitionsDiffer, Codes(figures));
        if (figures[0].Kind is IndicatorKind.Ladder && Differ(figures, f => string.Join('\u0001', f.Steps))) return new Reason(Reason.LaddersDiffer, Codes(figures));
        return figures[0].Kind is IndicatorKind.Milestone && Differ(figures, f => f.Code) ? new Reason(Reason.DefinitionsDiffer, Codes(figures)) : null;
    }

    private static Aggregate Sum(List<Figure> figures, HashSet<Reason> notes)
    {
        foreach (var f in figures.Where(f => f is { Overlap: OverlapRule.Distinct, DistinctValue: not null, Value: not null } && f.Value != f.DistinctValue))
            notes.Add(new Reason(Reason.DistinctOf, f.Code, Plain(f.DistinctValue!.Value), Plain(f.Value!.Value)));

        var values = figures.Select(f => f.Counted!.Value).ToList();
        if (figures.Count == 1) return new Total(values[0]);

        // The period: of two services it cannot be bridged; of one, the later may contain the earlier.
        var periodsDiffer = figures.Any(f => !f.Period.IsSameAs(figures[0].Period));
        if (periodsDiffer && !IsOneService(figures)) return new Refusal(new Reason(Reason.PeriodsDiffer, Periods(figures)));

        // The overlap.
        if (NeverAdded(figures) is { } never) return new Refusal(never);
        if (values.Any(v => v < 0)) return new Refusal(new Reason(Reason.NegativeValue, Codes(figures)));
        var overlap = periodsDiffer ? new Reason(Reason.PeriodsMayOverlap, Periods(figures))
            : figures.Any(f => f.Overlap is OverlapRule.Unknown) ? new Reason(Reason.OverlapUnknown, Codes(figures))
            : figures.Any(f => f.Overlap is OverlapRule.WithinFunderAndPeriod) && Differ(figures, f => f.Funder)
                ? new Reason(Reason.FundersDiffer, Listed(figures, f => f.Funder))
            : null;
        var (low, high) = (values.Max(), values.Sum());
        return overlap is null || low == high ? new Total(high) : new Range(low, high, overlap);
    }

    private static Aggregate Ratio(List<Figure> figures)
    {
        if (figures is [{ HasParts: false } alone]) return new Total(alone.Value!.Value);
        if (figures.Any(f => !f.HasParts)) return new Refusal(new Reason(Reason.PartsMissing, Codes(figures.Where(f => !f.HasParts))));
        if (figures.Count > 1)
        {
            // Two shares of one service have no range: the parts of both may overlap.
            if (figures.Any(f => !f.Period.IsSameAs(figures[0].Period))) return new Refusal(new Reason(Reason.PeriodsDiffer, Periods(figures)));
            if (NeverAdded(figures) is { } never) return new Refusal(never);
            if (figures.Any(f => f.Overlap is OverlapRule.Unknown)) return new Refusal(new Reason(Reason.OverlapUnknown, Codes(figures)));
            if (figures.Any(f => f.Overlap is OverlapRule.WithinFunderAndPeriod) && Differ(figures, f => f.Funder))
                return new Refusal(new Reason(Reason.FundersDiffer, Listed(figures, f => f.Funder)));
        }
        var (numerator, denominator) = (figures.Sum(f => f.Numerator!.Value), figures.Sum(f => f.Denominator!.Value));
        if (denominator == 0) return new Missing(new Reason(Reason.EmptyDenominator));
        if (numerator == 0 && figures.All(f => f.ZeroIsAbsence)) return new Missing(new Reason(Reason.NoneOf, Plain(denominator)));
        return new Total(numerator / denominator) { Numerator = numerator, Denominator = denominator };
    }

    private static PerStep Steps(List<Figure> figures)
    {
        var ladder = figures[0].Steps;
        // A rung that the ladder does not name stands after it: never dropped, never guessed into it.
        var names = ladder.Concat(figures.Select(f => f.Rung!).Where(r => !ladder.Contains(r, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return new PerStep([.. names.Select(n => new StepCount(n, [.. figures.Where(f => Same(f.Rung, n)).Select(f => f.Country).Distinct()]))]);
    }

    private static Reason? NeverAdded(List<Figure> figures)
    {
        Reason? Found(Func<Figure, bool> isSo, string key) => figures.Any(isSo) ? new Reason(key, Codes(figures.Where(isSo))) : null;
        return Found(f => f.Kind is IndicatorKind.Fixed, Reason.FixedValue)
            ?? Found(f => f.Kind is IndicatorKind.Rate, Reason.RateNotAdded)
            ?? Found(f => f.Overlap is OverlapRule.Derived, Reason.ComputedFromOthers)
            ?? Found(f => f.Overlap is OverlapRule.NotAdded or OverlapRule.Countries or OverlapRule.CountriesPerStep, Reason.NeverAdded);
    }

    /// <summary>Facts printed twice count once: the figure that is repeated stays, or the first of those that repeat it where it is not among these.</summary>
    private static List<Figure> Once(List<Figure> all, HashSet<Reason> notes)
    {
        var kept = new List<Figure>();
        var standIns = new Dictionary<(CountryCode, string), Figure>();
        // One without a value never stands in for one that has it.
        foreach (var figure in all.OrderBy(f => f.IsMissing))
        {
            var fact = (figure.Country, Code: Fact(figure, all));
            var stays = figure.DuplicateOf is null ? figure
                : all.Find(f => f.DuplicateOf is null && !f.IsMissing && f.Country == fact.Country && f.Code == fact.Code)
                ?? standIns.GetValueOrDefault(fact, figure);
            if (ReferenceEquals(stays, figure))
            {
                kept.Add(figure);
                if (figure.DuplicateOf is not null) standIns.Add(fact, figure);
                if (figure.AlsoReportedIn is { } also && !figure.IsMissing) notes.Add(new Reason(Reason.CountsOnce, figure.Code, also));
            }
            else
            {
                notes.Add(new Reason(Reason.Repeats, figure.Code, stays.Code));
            }
        }
        return kept;
    }

    // Follows "repeats" to the figure at its end; two that name each other end at the one whose code comes first.
    private static string Fact(Figure figure, List<Figure> all)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var code = figure.Code;
        for (var at = figure; at?.DuplicateOf is { } next; at = all.Find(f => f.Country == figure.Country && f.Code == next))
        {
            if (!seen.Add(at.Code)) return seen.Min!;
            code = next;
        }
        return code;
    }

    private static void SayWhoIsMissing(List<Figure> once, List<Figure> there, HashSet<Reason> notes)
    {
        var answered = there.Select(f => f.Country).ToHashSet();
        var silent = once.Where(f => f.IsMissing && !answered.Contains(f.Country)).ToLookup(f => f.State is ValueState.NotApplicable, f => f.Country.Value);
        if (silent[false].Any()) notes.Add(new Reason(Reason.NotReportedBy, Join(silent[false])));
        if (silent[true].Except(silent[false]).Any()) notes.Add(new Reason(Reason.NotApplicableIn, Join(silent[true].Except(silent[false]))));
    }

    private static void SayWhoCountsOnce(List<Figure> there, HashSet<Reason> notes)
    {
        var once = there.FindAll(f => f.AlsoFedBy is not null);
        if (once.Count > 0) notes.Add(new Reason(Reason.AnsweredDirectly, Join(once.Select(f => f.Country.Value)), Join(once.Select(f => f.AlsoFedBy!))));
    }

    private static bool IsOneService(List<Figure> figures) =>
        !Differ(figures, f => f.Country.Value) && (!Differ(figures, f => f.Code) || (figures[0].Initiative is not null && !Differ(figures, f => f.Initiative)));

    // A rung, a milestone and a fixed value are not counted among anybody.
    private static bool IsState(Figure figure) => figure.Kind is IndicatorKind.Ladder or IndicatorKind.Milestone or IndicatorKind.Fixed;

    private static bool Differ(List<Figure> figures, Func<Figure, string?> of) => figures.Any(f => !Same(of(f), of(figures[0])));

    private static bool Same(string? a, string? b) => string.Equals(Key(a), Key(b), StringComparison.Ordinal);

    private static string Key(string? text) => text?.Trim().ToUpperInvariant() ?? "";

    private static string Codes(IEnumerable<Figure> figures) => Join(figures.Select(f => f.Code));

    private static string Periods(List<Figure> figures) => Join(figures.Select(f => f.Period.ToString()));

    private static string Listed(List<Figure> figures, Func<Figure, string?> of) => Join(figures.Select(f => of(f) ?? "–"));

    private static string Join(IEnumerable<string> words) => string.Join(", ", words.Distinct(StringComparer.OrdinalIgnoreCase));

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    // One order for every order in which the figures may come.
    private static string Place(Figure f) => string.Join('\u0001', f.Country.Value, f.Code, f.DefinitionNo, f.Period.Start?.ToString("O", CultureInfo.InvariantCulture),
        f.Period, f.Unit, f.Population, f.Funder, f.State, f.Counted, f.Numerator, f.Denominator, f.Rung, f.Reached, f.DuplicateOf, f.IsPlan, f.Mark);
}
