using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>What is true about a country's own answer.</summary>
public static class CommonAnswerRules
{
    public const int Text = 400, Period = 60, Unit = 100;

    /// <summary>
    /// The answer as it is kept: numbers only of the kind that is asked and only where there is a value; the unit of the definition where
    /// that states one; the period by its days.
    /// </summary>
    public static CommonAnswerDraft Clean(CommonAnswerDraft draft, CommonDefinition of)
    {
        var isThere = draft.State is ValueState.Reported;
        var isNumber = isThere && of.Kind is IndicatorKind.Count or IndicatorKind.Rate or IndicatorKind.Fixed;
        var period = PeriodRules.Read(draft.PeriodText);
        return draft with
        {
            Value = isNumber ? draft.Value : null,
            Unit = of.Kind is IndicatorKind.Ladder or IndicatorKind.Milestone ? null : of.Unit ?? TextRules.Clean(draft.Unit),
            Numerator = isThere && of.Kind is IndicatorKind.Ratio ? draft.Numerator : null,
            Denominator = isThere && of.Kind is IndicatorKind.Ratio ? draft.Denominator : null,
            Rung = isThere && of.Kind is IndicatorKind.Ladder ? draft.Rung : null,
            RungsNotApplicable = isThere && of.Kind is IndicatorKind.Ladder ? LadderRules.Join(LadderRules.Lines(draft.RungsNotApplicable), of.Steps) : null,
            Reached = isThere && of.Kind is IndicatorKind.Milestone ? draft.Reached : null,
            PeriodText = period?.Text ?? TextRules.Clean(draft.PeriodText),
            PeriodStart = period?.Start,
            PeriodEnd = period?.End,
            Text = TextRules.Clean(draft.Text),
        };
    }

    /// <param name="draft">The answer, cleaned.</param>
    /// <param name="of">The definition as it is now.</param>
    /// <param name="today">Nothing is reported of a period that has not begun.</param>
    public static Problem? Problem(CommonAnswerDraft draft, CommonDefinition of, DateOnly today) =>
        (of.RetiredAt is null ? null : new Problem(nameof(draft.DefinitionVersion), "CommonRetired"))
        ?? (draft.DefinitionVersion == of.VersionNo ? null : new Problem(nameof(draft.DefinitionVersion), "CommonChanged", of.VersionNo))
        ?? (Enum.IsDefined(draft.State) ? null : new Problem(nameof(draft.State), "Required"))
        ?? (draft.PartNo is 1 || (draft.PartNo > 1 && MayHaveParts(of)) ? null : new Problem(nameof(draft.Unit), "OnePart"))
        ?? (draft.State is ValueState.Reported ? OfValue(draft, of) : null)
        ?? (draft.Rung is { } rung && LadderRules.Lines(draft.RungsNotApplicable).Contains(rung) ? new Problem(nameof(draft.RungsNotApplicable), "RungIsHere", rung) : null)
        ?? TextRules.Problem(nameof(draft.Unit), draft.Unit, Unit, isRequired: draft.PartNo > 1)
        ?? OfPeriod(draft, today)
        ?? TextRules.Problem(nameof(draft.Text), draft.Text, Text, isRequired: NeedsText(draft));

    /// <summary>What does not apply wants to be explained.</summary>
    public static bool NeedsText(CommonAnswerDraft draft) =>
        draft.State is ValueState.NotApplicable || (draft.State is ValueState.Reported && draft.RungsNotApplicable is not null);

    /// <summary>15 persons and 23 life projects are one answer in two parts: only where the definition leaves the unit open.</summary>
    public static bool MayHaveParts(CommonDefinition of) => of is { Kind: IndicatorKind.Count, Unit: null };

    // The same rules for numbers as for the country's own indicators.
    private static Problem? OfValue(CommonAnswerDraft draft, CommonDefinition of) => MeasurementRules.Problem(CellKey.TotalOf(CellKey.All), new CellValue
    {
        Value = draft.Value,
        Numerator = draft.Numerator,
        Denominator = draft.Denominator,
        Rung = draft.Rung,
        Reached = draft.Reached,
    }, new IndicatorRow { Kind = of.Kind }, of.Steps);

    private static Problem? OfPeriod(CommonAnswerDraft draft, DateOnly today) => draft.PeriodText switch
    {
        null => null,
        { } text => PeriodRules.Read(text) is not { } period ? new Problem(nameof(draft.PeriodText), "PeriodForm")
            : PeriodRules.Problem(period, today) is null ? null : new Problem(nameof(draft.PeriodText), "FuturePeriod", text),
    };
}
