using Monitoring.Web.Budgets;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region.Compare;

// Subjects whose values are numbers, steps and money: these also say what they come to. Columns are named by keys of RegionTexts.
public sealed partial class SubjectTables
{
    private static readonly (string, CellKind)[] CommonColumns =
    [
        ("Code", CellKind.Narrow), ("Indicator", CellKind.Wide), ("Kind", CellKind.Narrow), ("Value", CellKind.Number), ("Unit", CellKind.Narrow), ("Numerator", CellKind.Number),
        ("Denominator", CellKind.Number), ("Percentage", CellKind.Share), ("Step", CellKind.Text), ("AsWorded", CellKind.Text), ("State", CellKind.Narrow),
    ];

    private static readonly (string, CellKind)[] FigureColumns =
    [
        ("Initiative", CellKind.Narrow), ("Code", CellKind.Narrow), ("Figure", CellKind.Wide), ("Kind", CellKind.Narrow), ("Planned", CellKind.Narrow), ("Value", CellKind.Number),
        ("Unit", CellKind.Narrow), ("Numerator", CellKind.Number), ("Denominator", CellKind.Number), ("Percentage", CellKind.Share), ("Step", CellKind.Text),
        ("State", CellKind.Narrow), ("Population", CellKind.Text), ("Period", CellKind.Narrow), ("Funder", CellKind.Narrow), ("AlsoIn", CellKind.Narrow), ("Note", CellKind.Text),
    ];

    private SubjectTable CommonIndicators(Comparison of)
    {
        var entries = new List<Entry>();
        var sums = new List<GroupSum>();
        foreach (var common in of.Common)
        {
            var group = $"{common.Indicator.Code} {common.Indicator.Name}";
            sums.Add(new GroupSum(group, common.Together(of.Codes), common.Subtotals(of.Codes), common.CountsAmounts ? texts["NoAmounts"].Value : null));
            entries.AddRange(of.Countries.SelectMany(c => common.Of(c.Code).Select(f => FigureEntry(c, group, f, isCommon: true,
                f.Code, f.Name, words.For(f.Kind), Plain(f), f.Unit, f.Numerator, f.Denominator, ShareOf(f), f.Rung, f.Note, Stated(c, f)))));
        }
        return new SubjectTable(Subject.CommonIndicators, Title(Subject.CommonIndicators), Framed(CommonColumns), entries, sums);
    }

    private SubjectTable LegalLadder(Comparison of)
    {
        var ladders = of.Common.Where(c => c.Indicator.Kind is IndicatorKind.Ladder).ToList();
        string national = texts["NationalLadder"];
        var entries = new List<Entry>();
        foreach (var common in ladders)
            entries.AddRange(of.Countries.SelectMany(c => common.Of(c.Code).Select(f => LadderEntry(c, common.Indicator.Name, f))));
        entries.AddRange(of.Countries.SelectMany(c => c.Figures.Where(f => f.Kind is IndicatorKind.Ladder).Select(f => LadderEntry(c, national, f))));
        return new SubjectTable(Subject.LegalLadder, Title(Subject.LegalLadder),
            Framed(("Ladder", CellKind.Text), ("Figure", CellKind.Text), ("Step", CellKind.Text), ("AllSteps", CellKind.Wide), ("Period", CellKind.Narrow), ("AsWorded", CellKind.Text), ("State", CellKind.Narrow)),
            entries, [.. ladders.Select(l => new GroupSum(l.Indicator.Name, l.Together(of.Codes), []))]);
    }

    private Entry LadderEntry(ComparedCountry country, string group, Figure figure)
    {
        var steps = string.Join(" › ", figure.Steps.Select(s => figure.StepsNotApplicable.Contains(s) ? $"{s} ({figures["NotApplicable"]})" : s));
        return FigureEntry(country, group, figure, isCommon: figure.Initiative is null && figure.Steps.Count == 0,
            group, figure.Name, figure.Rung, steps, figure.Period.Text, figure.Note, Stated(country, figure)) with
        {
            Detail = string.Join(" · ", Some(figure.Name == group ? null : figure.Name, steps, figure.Period.Text)),
            BesideName = string.Join(" · ", Some(steps, figure.Period.Text)),
        };
    }

    private SubjectTable FiguresOf(Comparison of)
    {
        var names = of.Countries.ToDictionary(c => c.Code);
        var entries = new List<Entry>();
        var sums = new List<GroupSum>();
        foreach (var figureGroup in ReadFigures.Grouped(of.Countries.SelectMany(c => c.Figures)))
        {
            var group = GroupTitle(figureGroup);
            if (figureGroup.SaysMore) sums.Add(new GroupSum(group, figureGroup.Together, figureGroup.Subtotals));
            entries.AddRange(figureGroup.Figures.Select(f => FigureEntry(names[f.Country], group, f, isCommon: false,
                f.Initiative, f.Code, f.Name, words.For(f.Kind), f.IsPlan ? figures["ReachedYes"].Value : null, Plain(f), f.Unit, f.Numerator, f.Denominator, ShareOf(f),
                f.Kind is IndicatorKind.Ladder or IndicatorKind.Milestone ? figures.Say(f) : null, words.For(StateOf(f)), f.Population, f.Period.Text, f.Funder, f.AlsoReportedIn, f.Note)));
        }
        return new SubjectTable(Subject.Figures, Title(Subject.Figures), Framed(FigureColumns), entries, sums);
    }

    /// <summary>The heading over figures that somebody might want to add: kind and unit.</summary>
    public string GroupTitle(FigureGroup group)
    {
        string title = group.Unit is null ? words.For(group.Kind) : texts["GroupOf", words.For(group.Kind), group.Unit];
        return group.IsPlan ? texts["GroupPlanned", title] : title;
    }

    private SubjectTable Budget(Comparison of)
    {
        string amounts = texts["Amounts"];
        string said = words.For(Section.BudgetFact);
        var entries = of.Countries.SelectMany(c => c.Budget.Where(b => b.HasAmount).Select(b => new Entry
        {
            Country = c.Code,
            Group = amounts,
            Code = b.Initiative,
            Mark = b.Mark,
            Unit = b.Currency,
            Text = string.Join(" · ", Amounts.All.Where(a => a.Of(b) is not null).Select(a => $"{texts[a.TextKey]}: {MoneyRules.Text(a.Of(b)!.Value, b.Currency)}")),
            Detail = string.Join(" · ", Some(b.FiscalYear.ToString(System.Globalization.CultureInfo.InvariantCulture), b.Funder)),
            Cells =
            [
                c.Country.Name, b.Initiative, null, (decimal)b.FiscalYear, b.Funder, b.Currency, .. Amounts.All.Select(a => (object?)Amounts.Major(a.Of(b), b.Currency)), Letter(b.Mark), null,
            ],
        })).ToList();
        entries.AddRange(of.Countries.SelectMany(c => c.Items.Where(i => i.Section is Section.BudgetFact).Select(i => new Entry
        {
            Country = c.Code,
            Group = said,
            Text = i.Text,
            Detail = i.Initiative,
            Mark = i.Mark,
            Source = i.SourceLines,
            IsContent = true,
            Cells = [c.Country.Name, i.Initiative, i.Text, null, null, null, null, null, null, null, null, Letter(i.Mark), i.SourceLines],
        })));
        return new SubjectTable(Subject.Budget, Title(Subject.Budget),
            Framed([("Initiative", CellKind.Narrow), ("Text", CellKind.Wide), ("FiscalYear", CellKind.Narrow), ("Funder", CellKind.Text), ("Currency", CellKind.Narrow),
                .. Amounts.All.Select(a => (a.TextKey, CellKind.Number))]),
            entries, [new GroupSum(amounts, Amounts.Naming(of), [], texts["NoAmounts"])]);
    }

    private Entry FigureEntry(ComparedCountry country, string group, Figure figure, bool isCommon, params object?[] cells) => new()
    {
        Country = country.Code,
        Group = group,
        Code = isCommon ? null : figure.Code,
        Text = !country.HasData ? texts[country.WhyNothing] : figures.Say(figure),
        Detail = isCommon ? null : string.Join(" · ", Some(figure.Name, figure.Period.Text, figure.Funder)),
        Named = isCommon ? null : figure.Shown,
        BesideName = string.Join(" · ", Some(figure.Period.Text, figure.Funder)),
        Number = figure.IsMissing ? null : figure.HasParts ? ShareOf(figure) : Plain(figure),
        Unit = figure.IsMissing ? null : figure.HasParts ? figures["OfParts", FigureWords.Number(figure.Numerator!.Value), FigureWords.Number(figure.Denominator!.Value)] : figure.Unit,
        Mark = figure.IsMissing ? null : figure.Weakest,
        Source = figure.SourceLines,
        Cells = [country.Country.Name, .. cells, figure.IsMissing ? null : Letter(figure.Weakest), figure.SourceLines],
    };

    // Nobody said that it was not collected where there is no report.
    private string Stated(ComparedCountry country, Figure figure) => country.HasData ? words.For(StateOf(figure)) : texts[country.WhyNothing];

    private static ValueState StateOf(Figure figure) => figure.IsMissing && figure.State is ValueState.Reported ? ValueState.NotCollected : figure.State;

    private static object? Plain(Figure figure) =>
        figure.IsMissing || figure.Kind is IndicatorKind.Ladder or IndicatorKind.Milestone or IndicatorKind.Ratio ? null : figure.Counted;

    // "0 of 1" needs no percentage, and "0 of 7" that name an amount has none.
    private static object? ShareOf(Figure figure) =>
        figure is { HasParts: true, IsMissing: false, Numerator: not 0, Denominator: not 0 } ? new Share(figure.Numerator!.Value / figure.Denominator!.Value) : null;
}
