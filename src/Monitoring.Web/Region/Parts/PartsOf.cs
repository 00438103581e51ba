using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region.Parts;

/// <summary>The parts of each figure of an overview. No database in here.</summary>
internal sealed class PartsOf(RegionOverview region, IReadOnlyList<CountryRow> countries, Sources sources, string? code, string? currency)
{
    private readonly List<CountryCode> _codes = [.. countries.Select(c => c.Country)];

    private IEnumerable<StatusRow> Initiatives => region.Status.Where(s => _codes.Contains(s.Country) && (code is null || s.Code == code));

    public (Aggregate? Whole, IReadOnlyList<FigurePart> Parts) Open(FigureOf figure) => figure switch
    {
        FigureOf.Initiatives => (null, [.. Initiatives.Select(s => Of(s, null))]),
        // The figure counts initiatives; of one initiative its results are the parts.
        FigureOf.Results => code is null ? (region.Completeness(countries), [.. Initiatives.Select(s => Of(s, s.HasResults))]) : (null, [.. Initiatives.SelectMany(ResultsOf)]),
        FigureOf.Steps => (null, [.. Initiatives.SelectMany(s => region.Steps[s.InitiativeId]).Select(s => Of(s, s.Status is NextSteps.NextStepStatus.Done))]),
        FigureOf.Overdue => (null, [.. Initiatives.SelectMany(s => region.Steps[s.InitiativeId]).Where(s => s.IsOverdue(region.Today)).Select(s => Of(s, null))]),
        FigureOf.Funding => (region.Funding(countries), [.. Initiatives.Select(s => Of(s, region.Budget.Any(b => b.Country == s.Country && b.Initiative == s.Code && b.HasAmount)))]),
        FigureOf.Amount => Amount(),
        FigureOf.Common => Common(),
        FigureOf.OnTimeReports => (OnTimeRules.Rate(region.Pace.Reports, _codes), [.. region.Pace.Reports.Where(t => _codes.Contains(t.Country)).Select(t => Of(t, "CountryReport"))]),
        FigureOf.OnTimeSteps => (OnTimeRules.Rate(region.Pace.Steps, _codes), [.. region.Pace.Steps.Where(t => _codes.Contains(t.Country)).Select(t => Of(t, "NextStep"))]),
        FigureOf.Movement => (null, [.. region.Pace.Moves.Where(m => _codes.Contains(m.Country)).Select(Of)]),
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    private (Aggregate?, IReadOnlyList<FigurePart>) Amount()
    {
        var amount = Amounts.All.FirstOrDefault(a => a.TextKey == code) ?? throw new UnknownChoiceException("code", code ?? "");
        var lines = region.Budget.Where(b => _codes.Contains(b.Country) && (currency is null || b.Currency == currency)).ToList();
        return (Amounts.Together(lines, amount), [.. lines.Where(b => amount.Of(b) is not null).Select(b => new FigurePart
        {
            Country = b.Country,
            Code = b.Initiative ?? b.FiscalYear.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Row = ("BudgetLine", b.BudgetLineId),
            State = b.ContentState,
            Mark = b.Mark,
            Line = b,
        })]);
    }

    private (Aggregate?, IReadOnlyList<FigurePart>) Common()
    {
        var common = region.Common.FirstOrDefault(c => c.Indicator.Code == code) ?? throw new UnknownChoiceException("code", code ?? "");
        return (common.Together(_codes), [.. _codes.SelectMany(common.Of).Select(f => new FigurePart
        {
            Country = f.Country,
            Code = f.Code,
            Text = f.Note,
            Language = "en",
            State = f.IsAwaiting ? ContentState.Approved : countries.First(c => c.Country == f.Country).State,
            Mark = f.IsMissing ? null : f.Weakest,
            SourceLines = f.SourceLines,
            Figure = f,
        })]);
    }

    private IEnumerable<FigurePart> ResultsOf(StatusRow initiative)
    {
        var results = sources.Results.Where(r => r.Country == initiative.Country && r.InitiativeId == initiative.InitiativeId).ToList();
        if (results.Count == 0) return [Of(initiative, initiative.HasResults)];
        return results.Select(r => new FigurePart
        {
            Country = r.Country,
            Code = r.Code,
            Row = ("Result", r.Id),
            Text = r.Text,
            Language = r.Language,
            State = initiative.State,
            Mark = r.Mark,
            SourceLines = r.SourceLines,
        });
    }

    private FigurePart Of(StatusRow s, bool? counts) => new()
    {
        Country = s.Country,
        Code = s.Code,
        Row = ("Initiative", s.InitiativeId),
        Text = s.Title,
        Language = s.ContentLanguage,
        State = s.State,
        Mark = s.IsDraft ? null : s.StageMark,
        SourceLines = sources.Initiatives.GetValueOrDefault((s.Country, s.InitiativeId))?.SourceLines,
        Counts = counts,
        Initiative = s,
    };

    private FigurePart Of(StepRow s, bool? counts)
    {
        var source = sources.Steps.GetValueOrDefault((s.Country, s.NextStepId));
        return new FigurePart
        {
            Country = s.Country,
            Code = s.Code,
            Row = ("NextStep", s.NextStepId),
            Text = source?.Text,
            Language = source?.Language,
            State = s.State,
            Mark = source?.Mark,
            SourceLines = source?.SourceLines,
            Counts = counts,
            Step = s,
        };
    }

    private FigurePart Of(Timed t, string subject) => new()
    {
        Country = t.Country,
        Code = t.Code,
        Row = t.Id is { } id ? (subject, id) : null,
        Text = t.Id is { } step ? sources.Steps.GetValueOrDefault((t.Country, step))?.Text : null,
        Language = t.Id is { } one ? sources.Steps.GetValueOrDefault((t.Country, one))?.Language : null,
        State = t.State,
        Counts = t.IsOnTime,
        Timed = t,
    };

    private FigurePart Of(Move m)
    {
        var source = m.Kind is MoveKind.NextStep ? sources.Steps.GetValueOrDefault((m.Country, m.Id)) : sources.Initiatives.GetValueOrDefault((m.Country, m.Id));
        return new FigurePart
        {
            Country = m.Country,
            Code = m.Code,
            Row = (m.Kind is MoveKind.NextStep ? "NextStep" : "Initiative", m.Id),
            Text = source?.Text,
            Language = source?.Language,
            State = m.State,
            SourceLines = source?.SourceLines,
            Move = m,
        };
    }
}
