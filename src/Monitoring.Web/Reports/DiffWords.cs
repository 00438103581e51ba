using System.Globalization;
using Microsoft.Extensions.Localization;
using Monitoring.Data;
using Monitoring.Web.Budgets;
using Monitoring.Web.Checklists;
using Monitoring.Web.Commitments;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Reports;

/// <summary>A frozen value in the reader's words: enumerations, marks, dates, amounts and numbers.</summary>
public sealed class DiffWords(IStringLocalizer<Words> words, IStringLocalizer<ReportsTexts> texts)
{
    public string Text(RowDiff row, string field, string? value) => value switch
    {
        null => texts["Nothing"],
        _ when bool.TryParse(value, out var yes) => texts[yes ? "Yes" : "No"],
        _ when EnumOf(row.Table, field) is { } name && words[$"{name}.{value}"] is { ResourceNotFound: false } word => word,
        _ when field.EndsWith("Minor", StringComparison.Ordinal) && long.TryParse(value, CultureInfo.InvariantCulture, out var minor) =>
            MoneyRules.Text(minor, row.Fields.FirstOrDefault(f => f.Field == "Currency")?.Now ?? CurrencyOf(row)).Trim(),
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture),
        _ when IsNumber(field) && decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) => number.ToString("#,0.####", CultureInfo.CurrentCulture),
        _ => value,
    };

    // The label of a budget line begins with its year and currency.
    private static string CurrencyOf(RowDiff row) => row.Label.Split(' ', ',') is [_, var currency, ..] ? currency : "";

    private static bool IsNumber(string field) => field is "Value" or "Numerator" or "Denominator" or "DistinctValue" or "PrintedPercent" or "Baseline" or "Target";

    private static string? EnumOf(string table, string field) => field switch
    {
        _ when field.EndsWith("Mark", StringComparison.Ordinal) => nameof(Mark),
        "Stage" => nameof(Stage),
        "Outlook" => nameof(Outlook),
        "Section" => nameof(Section),
        "Theme" => nameof(ActionTheme),
        "Attribution" => nameof(Attribution),
        "HowMade" => nameof(HowMade),
        "Answer" => nameof(ChecklistReply),
        "Kind" => nameof(IndicatorKind),
        "State" => nameof(ValueState),
        "Part" => nameof(InstitutionPart),
        "Status" => table == "Commitments" ? nameof(CommitmentStatus) : nameof(NextStepStatus),
        _ => null,
    };
}
