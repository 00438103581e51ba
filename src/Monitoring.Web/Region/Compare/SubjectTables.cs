using Microsoft.Extensions.Localization;
using Monitoring.Web.Commitments;
using Monitoring.Web.Figures;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;
using Range = Monitoring.Web.Figures.Range;

namespace Monitoring.Web.Region.Compare;

/// <summary>Says a comparison in the reader's language, once for page, sheet and csv.</summary>
public sealed partial class SubjectTables(IStringLocalizer<RegionTexts> texts, IStringLocalizer<Words> words, IStringLocalizer<FiguresTexts> figures)
{
    public IReadOnlyList<SubjectTable> Of(Comparison of) => [.. of.Selection.Subjects.Select(subject => Ordered(subject, of))];

    /// <summary>The name of a subject.</summary>
    public string Title(Subject subject) => texts["Subject." + subject];

    /// <summary>Everything that was not added, is missing, or is doubtful in the source.</summary>
    public IReadOnlyList<Remark> Remarks(Comparison of, IReadOnlyList<SubjectTable> tables) =>
    [
        .. tables.SelectMany(t => t.Sums.SelectMany(s => figures.Why(s.Together).Select(why =>
            new Remark(t.Title, s.Group, s.Together is Range ? $"{figures.Say(s.Together)}. {why}" : why, Sources(s.Together))))),
        .. tables.SelectMany(t => of.Countries.Where(c => t.Entries.All(e => e.Country != c.Code)).Select(c =>
            new Remark(t.Title, c.Country.Name, texts[c.WhyNothing], null))),
        .. of.Anomalies.Select(a => new Remark(texts["FindingsTitle"], a.Code, a.Text, a.SourceLines == "-" ? null : a.SourceLines)),
    ];

    private static string? Sources(Aggregate aggregate)
    {
        var lines = string.Join("; ", aggregate.Parts.Select(p => p.SourceLines).OfType<string>().Distinct());
        return lines.Length == 0 ? null : lines;
    }

    // Rows in the order of the chapters, whatever country came first.
    private SubjectTable Ordered(Subject subject, Comparison of)
    {
        var table = WithTranslations(Table(subject, of));
        var axes = of.Axes.Select(a => a.Name).ToList();
        return new SubjectTable(table.Subject, table.Title, table.Columns, [.. table.Entries.OrderBy(e => axes.IndexOf(e.Group))], table.Sums);
    }

    // Beside the originals, which stay as they are, and only where there are any: a sheet without them keeps its columns.
    private SubjectTable WithTranslations(SubjectTable table)
    {
        if (table.Entries.All(e => e.Translated is null)) return table;
        var at = table.Columns.Count - 2;
        return table with
        {
            Columns = [.. table.Columns.Take(at), new TableColumn(texts["InReadersLanguage"], CellKind.Wide), .. table.Columns.Skip(at)],
            Entries = [.. table.Entries.Select(e => e with { Cells = [.. e.Cells.Take(at), InSheet(e.Translated), .. e.Cells.Skip(at)] })],
        };
    }

    private string? InSheet(Narrative? said) => said is null ? null : said.Row?.HowMade is HowMade.Machine ? texts["MachineMade", said.Text].Value : said.Text;

    private SubjectTable Table(Subject subject, Comparison of) => subject switch
    {
        Subject.Initiatives => Initiatives(of),
        Subject.Partners => Partners(of),
        Subject.Objectives => Items(of, subject, Section.Objective),
        Subject.EnablingElements => Items(of, subject, Section.EnablingElement),
        Subject.Challenges => Items(of, subject, Section.Challenge),
        Subject.ImprovementNeeds => Items(of, subject, Section.ImprovementNeed),
        Subject.NextSteps => NextSteps(of),
        Subject.Results => Results(of),
        Subject.Statements => Statements(of),
        Subject.Commitments => Commitments(of),
        Subject.LegalLadder => LegalLadder(of),
        Subject.Checklists => Checklists(of),
        Subject.CommonIndicators => CommonIndicators(of),
        Subject.Figures => FiguresOf(of),
        Subject.Budget => Budget(of),
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
    };

    private SubjectTable Initiatives(Comparison of) => Build(Subject.Initiatives, of, c => c.Initiatives,
        [("Axis", CellKind.Text), ("Code", CellKind.Narrow), ("InitiativeTitle", CellKind.Wide), ("Stage", CellKind.Narrow), ("StageMark", CellKind.Narrow), ("StageNote", CellKind.Text),
            ("Outlook", CellKind.Narrow), ("Length", CellKind.Text), ("Coverage", CellKind.Text), ("TargetPopulation", CellKind.Text), ("InCharge", CellKind.Wide), ("StrategicPartners", CellKind.Wide)],
        i => Axis(of, i), i => i.Text, i => string.Join(" · ", Some(words.For(i.Stage) + $" ({i.StageMark.Letter()})", i.StageNote, words.For(i.Outlook), i.Length)),
        i => [Axis(of, i), i.Code, i.Text, words.For(i.Stage), Letter(i.StageMark), i.StageNote, words.For(i.Outlook), i.Length, i.Coverage, i.TargetPopulation, i.InCharge, i.Partners]);

    private SubjectTable Items(Comparison of, Subject subject, Section section) => Build(subject, of, c => c.Items.Where(i => i.Section == section),
        [("Axis", CellKind.Text), ("Initiative", CellKind.Narrow), ("Number", CellKind.Number), ("Text", CellKind.Wide), ("Responsible", CellKind.Text)],
        i => Axis(of, i), i => i.Text, i => string.Join(" · ", Some(i.Initiative, i.Responsible)),
        i => [Axis(of, i), i.Initiative, (decimal)i.Position, i.Text, i.Responsible]);

    private SubjectTable Partners(Comparison of) => Build(Subject.Partners, of, c => c.Partners,
        [("Part", CellKind.Narrow), ("Axis", CellKind.Text), ("Initiative", CellKind.Narrow), ("PrintedName", CellKind.Wide), ("Institution", CellKind.Text), ("Role", CellKind.Text)],
        p => words.For(p.Part), p => p.Text, p => string.Join(" · ", Some(p.Initiative, p.Role)),
        p => [words.For(p.Part), Axis(of, p), p.Initiative, p.Text, p.Institution, p.Role]);

    private SubjectTable NextSteps(Comparison of) => Build(Subject.NextSteps, of, c => c.NextSteps,
        [("Axis", CellKind.Text), ("Initiative", CellKind.Narrow), ("Code", CellKind.Narrow), ("NextStep", CellKind.Wide), ("Responsible", CellKind.Text), ("Status", CellKind.Narrow),
            ("DueOn", CellKind.Date), ("TargetNumber", CellKind.Number), ("Note", CellKind.Text)],
        n => Axis(of, n), n => n.Text, n => string.Join(" · ", Some(words.For(n.Status), Day(n.DueOn), n.Responsible)),
        n => [Axis(of, n), n.Initiative, n.Code, n.Text, n.Responsible, words.For(n.Status), n.DueOn, (decimal?)n.TargetNumber, n.Note]);

    private SubjectTable Results(Comparison of) => Build(Subject.Results, of, c => c.Results,
        [("Axis", CellKind.Text), ("Initiative", CellKind.Narrow), ("Code", CellKind.Narrow), ("Result", CellKind.Wide), ("ReportedBy", CellKind.Text), ("ReportedOn", CellKind.Date),
            ("Theme", CellKind.Narrow), ("Repeats", CellKind.Narrow)],
        r => Axis(of, r), r => r.Text, r => string.Join(" · ", Some(r.ReportedBy, Day(r.ReportedOn), r.DuplicateOf is null ? null : texts["RepeatsCode", r.DuplicateOf].Value)),
        r => [Axis(of, r), r.Initiative, r.Code, r.Text, r.ReportedBy, r.ReportedOn, r.Theme is { } theme ? words.For(theme) : null, r.DuplicateOf]);

    private SubjectTable Statements(Comparison of) => Build(Subject.Statements, of, c => c.Statements,
        [("Axis", CellKind.Text), ("Code", CellKind.Narrow), ("Statement", CellKind.Wide), ("HappenedText", CellKind.Narrow)],
        s => Axis(of, s), s => s.Text, s => s.HappenedText ?? "", s => [Axis(of, s), s.Code, s.Text, s.HappenedText]);

    private SubjectTable Commitments(Comparison of) => Build(Subject.Commitments, of, c => c.Commitments,
        [("Area", CellKind.Narrow), ("Code", CellKind.Narrow), ("Commitment", CellKind.Wide), ("Instrument", CellKind.Text), ("Status", CellKind.Narrow), ("TargetOn", CellKind.Date)],
        Area, c => c.Text, c => string.Join(" · ", Some(c.Instrument, c.Status is CommitmentStatus.NotReported ? texts["StatusNotReported"].Value : words.For(c.Status), Day(c.TargetOn))),
        c => [Area(c), c.Code, c.Text, c.Instrument, words.For(c.Status), c.TargetOn]);

    // An item a row, in the order of the lists, whoever answered first. Answers stand beside each other; they are never counted.
    private SubjectTable Checklists(Comparison of) => new(Subject.Checklists, Title(Subject.Checklists),
        Framed(("Checklist", CellKind.Text), ("ItemNumber", CellKind.Number), ("ItemColumn", CellKind.Wide), ("Answer", CellKind.Narrow), ("Note", CellKind.Wide), ("AnsweredOn", CellKind.Date)),
        [.. of.Countries.SelectMany(country => country.Answers.Select(a => (Country: country, Row: a))).OrderBy(a => a.Row.Position).ThenBy(a => a.Row.ItemNo).Select(a => new Entry
        {
            Country = a.Country.Code, Group = $"{a.Row.Checklist}.{a.Row.ItemNo} {a.Row.Text}", Text = words.For(a.Row.Answer), Mark = a.Row.Mark, Source = a.Row.SourceLines,
            Detail = string.Join(" · ", Some(a.Row.Note, Day(a.Row.AnsweredOn))) is { Length: > 0 } more ? more : null, Named = a.Row.Said, BesideName = Day(a.Row.AnsweredOn),
            Cells = [a.Country.Country.Name, $"{a.Row.Checklist} {a.Row.ChecklistName}", (decimal)a.Row.ItemNo, a.Row.Text, words.For(a.Row.Answer), a.Row.Note, a.Row.AnsweredOn, Letter(a.Row.Mark), a.Row.SourceLines],
        })], []);

    private SubjectTable Build<T>(Subject subject, Comparison of, Func<ComparedCountry, IEnumerable<T>> rows, (string Key, CellKind Kind)[] columns,
        Func<T, string> group, Func<T, string> text, Func<T, string> detail, Func<T, object?[]> cells) where T : AcceptedRow =>
        new(subject, Title(subject), Framed(columns), [.. of.Countries.SelectMany(country => rows(country).Select(row => new Entry
        {
            Country = country.Code, Group = group(row), Code = row.Code.Length > 0 ? row.Code : null, Text = text(row), Said = row.Said, IsContent = true,
            Detail = detail(row) is { Length: > 0 } more ? more : null, Mark = row.Mark, Source = row.SourceLines,
            Cells = [country.Country.Name, .. cells(row), Letter(row.Mark), row.SourceLines],
        }))], []);

    /// <summary>The country before, mark and source after: the same on every sheet.</summary>
    private IReadOnlyList<TableColumn> Framed(params IEnumerable<(string Key, CellKind Kind)> columns) =>
        [.. columns.Prepend(("Country", CellKind.Narrow)).Append(("Mark", CellKind.Narrow)).Append(("Source", CellKind.Narrow)).Select(c => new TableColumn(texts[c.Item1], c.Item2))];

    private static string Letter(Data.Mark mark) => mark.Letter().ToString();

    private string Axis(Comparison of, AcceptedRow row) => of.Axes.FirstOrDefault(a => a.Code == row.AxisCode)?.Name ?? row.AxisCode ?? texts["NoAxis"];

    private string Area(CommitmentRow row) => Enum.TryParse<ActionTheme>(row.Area, ignoreCase: true, out var theme) ? words.For(theme) : row.Area ?? texts["NoArea"];

    private static string? Day(DateOnly? day) => day?.ToString("d MMM yyyy", System.Globalization.CultureInfo.CurrentCulture);

    private static IEnumerable<string> Some(params string?[] words) => words.OfType<string>().Where(w => w.Length > 0);
}
