using Microsoft.Extensions.Localization;
using Monitoring.Data;
using Monitoring.Web.Access;
using Monitoring.Web.Layout;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>The list as it is filtered, sorted and shown, as a file.</summary>
public sealed class ExportInitiatives(ListInitiatives list, IStringLocalizer<InitiativesTexts> texts, IStringLocalizer<Words> words,
    IStringLocalizer<SharedTexts> shared)
{
    public async Task<GridFile> RunAsync(CountryCode country, InitiativeQuery query, CancellationToken ct = default)
    {
        var all = await list.AllAsync(country, query.Filter, query.Sort, ct);
        var axes = all.Axes.ToDictionary(a => a.Code, a => a.Name);
        var columns = query.Columns.SelectMany(Titles).Prepend(texts["Initiative"]).Prepend(texts["Field.Code"]).Select(t => t.ToString()).ToList();
        var rows = all.Page.Rows.Select(i => (IReadOnlyList<object?>)[i.Code, i.ShownTitle.Text, .. query.Columns.SelectMany(c => Cells(c, i, axes))]).ToList();
        return new GridFile(texts["Initiatives"], columns, rows);
    }

    /// <summary>The files of the list's address.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{Country}/initiatives.xlsx", (string country, [AsParameters] InitiativeAddress address, ExportInitiatives export, CancellationToken ct) =>
            FileAsync(country, address, export, f => f.Xlsx(), GridFile.XlsxType, "xlsx", ct)).For(May.ReadCountry);
        routes.MapGet("/{Country}/initiatives.csv", (string country, [AsParameters] InitiativeAddress address, ExportInitiatives export, CancellationToken ct) =>
            FileAsync(country, address, export, f => f.Csv(), GridFile.CsvType, "csv", ct)).For(May.ReadCountry);
    }

    private static async Task<IResult> FileAsync(string country, InitiativeAddress address, ExportInitiatives export, Func<GridFile, byte[]> write, string type,
        string ending, CancellationToken ct)
    {
        var code = CountryCode.Parse(country, null);
        var file = await export.RunAsync(code, InitiativeQuery.Of(address), ct);
        return Results.Stream(new MemoryStream(write(file)), type, $"{code.Slug}-initiatives-{ReadersLanguage.Current}.{ending}");
    }

    private IEnumerable<LocalizedString> Titles(InitiativeColumn column) => column is InitiativeColumn.NextSteps
        ? [texts["Column.NextSteps"], texts["StepsDone"], texts["StepsOverdue"]]
        : column is InitiativeColumn.Stage ? [texts["Column.Stage"], texts["MarkOfStage"]]
        : column is InitiativeColumn.Progress ? [texts["Column.Progress"], texts["MarkOfProgress"]]
        : column is InitiativeColumn.Changed ? [texts["Column.Changed"], texts["ChangedBy"]] : [texts["Column." + column]];

    // Missing stays empty: nothing that was not reported becomes a zero.
    private IEnumerable<object?> Cells(InitiativeColumn column, InitiativeFacts i, Dictionary<string, string> axes) => column switch
    {
        InitiativeColumn.Axis => [axes.GetValueOrDefault(i.AxisCode, i.AxisCode)],
        InitiativeColumn.Topics => [i.TopicNames],
        InitiativeColumn.InCharge => [i.InChargeNames],
        InitiativeColumn.Stage => [words.For(i.Stage), i.StageMark.Letter().ToString()],
        InitiativeColumn.Outlook => [words.For(i.Outlook)],
        InitiativeColumn.Progress => [i.ProgressPercent, i.ProgressPercent is null ? null : i.ProgressMark.Letter().ToString()],
        InitiativeColumn.Results => [i.Results == 0 ? null : i.Results],
        InitiativeColumn.NextSteps => i.Steps == 0 ? [null, null, null] : [i.Steps, i.StepsDone, i.StepsOverdue],
        InitiativeColumn.Completeness => [texts["PartsOf", CompletenessRules.Reported(i), CompletenessRules.Expected].Value],
        InitiativeColumn.Changed => [i.ChangedAt, ByWhom.Text(shared, i.ChangedBy)],
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };
}
