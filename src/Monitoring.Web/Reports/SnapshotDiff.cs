using System.Globalization;
using System.Reflection;

namespace Monitoring.Web.Reports;

public enum DiffKind { Added, Removed, Changed }

/// <summary>One field of a row from one value to another; null is nothing.</summary>
public sealed record FieldDiff(string Field, string? Was, string? Now);

/// <summary>A row that differs between two contents.</summary>
/// <param name="Table">Which list of the content: <c>Results</c>.</param>
/// <param name="Kind">New, gone or different.</param>
/// <param name="Label">What a person calls it: a code, or how its text begins.</param>
/// <param name="Initiative">Code of the initiative that it belongs to, or null.</param>
/// <param name="Fields">What differs; of a row that is new or gone, all that it holds.</param>
public sealed record RowDiff(string Table, DiffKind Kind, string Label, string? Initiative, IReadOnlyList<FieldDiff> Fields);

/// <summary>Two contents of a country field by field: two snapshots, or a snapshot and what the country has now.</summary>
internal static class SnapshotDiff
{
    // A mark follows its value, and a place in a list is no content; both would hide what a person wants to see. Marks of single fields
    // are told by the columns that hold them.
    private static readonly string[] Tables =
    [
        "Initiatives", "Institutions", "Items", "Results", "NextSteps", "Measurements", "Steps", "CommonAnswers", "ChecklistAnswers", "Statements", "Timeline",
        "Commitments", "BudgetLines", "Translations", "CountryTranslations",
    ];

    public static IReadOnlyList<RowDiff> Between(FrozenContent was, FrozenContent now)
    {
        var codes = was.Rows("Initiatives").Concat(now.Rows("Initiatives")).Cast<FrozenInitiative>().GroupBy(i => i.InitiativeId).ToDictionary(g => g.Key, g => g.Last().Code);
        return [.. Tables.SelectMany(t => Between(t, was.Rows(t), now.Rows(t), codes))];
    }

    private static IEnumerable<RowDiff> Between(string table, IReadOnlyList<FrozenRow> was, IReadOnlyList<FrozenRow> now, IReadOnlyDictionary<Guid, string> codes)
    {
        var before = was.ToDictionary(KeyOf);
        var keys = now.Select(KeyOf).ToHashSet();
        foreach (var row in now.OrderBy(r => r.Order, StringComparer.Ordinal))
        {
            var old = before.GetValueOrDefault(KeyOf(row));
            var fields = Fields(old, row);
            if (fields.Count > 0) yield return new RowDiff(table, old is null ? DiffKind.Added : DiffKind.Changed, LabelOf(row), InitiativeOf(row, codes), fields);
        }
        foreach (var row in was.Where(r => !keys.Contains(KeyOf(r))).OrderBy(r => r.Order, StringComparer.Ordinal))
            yield return new RowDiff(table, DiffKind.Removed, LabelOf(row), InitiativeOf(row, codes), Fields(row, null));
    }

    private static List<FieldDiff> Fields(FrozenRow? was, FrozenRow? now) => [.. (now ?? was)!.GetType().GetProperties()
        .Where(p => p.Name is not (nameof(FrozenRow.SnapshotNo) or "Position" or "SourceLines" or "OverlapRule" or "ContentLanguage" or "SourceText" or "Subject" or "Field") && Nullable.GetUnderlyingType(p.PropertyType) != typeof(Guid) && p.PropertyType != typeof(Guid))
        .Select(p => new FieldDiff(p.Name, Text(p, was), Text(p, now)))
        .Where(f => f.Was != f.Now)];

    private static string? Text(PropertyInfo property, FrozenRow? row) => row is null ? null : property.GetValue(row) switch
    {
        null => null,
        decimal number => number.ToString("0.########", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };

    private static string KeyOf(FrozenRow row) => row switch
    {
        FrozenInitiative r => r.InitiativeId.ToString(),
        FrozenInstitution r => r.PartId.ToString(),
        FrozenItem r => r.ItemId.ToString(),
        FrozenResult r => r.ResultId.ToString(),
        FrozenNextStep r => r.NextStepId.ToString(),
        FrozenMeasurement r => r.MeasurementId.ToString(),
        FrozenStep r => $"{r.MeasurementId} {r.Position}",
        FrozenCommonAnswer r => $"{r.CommonIndicatorCode} {r.PartNo}",
        FrozenChecklistAnswer r => r.AnswerId.ToString(),
        FrozenStatement r => r.StatementId.ToString(),
        FrozenTimelineEvent r => r.EventId.ToString(),
        FrozenCommitment r => r.CommitmentId.ToString(),
        FrozenBudgetLine r => r.BudgetLineId.ToString(),
        FrozenTranslation r => r.TranslationId.ToString(),
        FrozenCountryTranslation r => r.TranslationId.ToString(),
        _ => row.Order,
    };

    private static string LabelOf(FrozenRow row) => row switch
    {
        FrozenInitiative r => r.Code,
        FrozenInstitution r => r.PrintedName,
        FrozenItem r => Beginning(r.Text),
        FrozenResult r => r.Code,
        FrozenNextStep r => r.Code,
        FrozenMeasurement r => r.PeriodText is null ? r.IndicatorCode : $"{r.IndicatorCode} ({r.PeriodText})",
        FrozenStep r => r.Name,
        FrozenCommonAnswer r => r.CommonIndicatorCode,
        FrozenChecklistAnswer r => $"{r.ChecklistCode}.{r.ItemNo}",
        FrozenStatement r => r.Code,
        FrozenTimelineEvent r => $"{r.HappenedText} {Beginning(r.Text)}",
        FrozenCommitment r => r.Code,
        FrozenBudgetLine r => r.Funder is null ? $"{r.FiscalYear} {r.Currency}" : $"{r.FiscalYear} {r.Currency}, {r.Funder}",
        FrozenTranslation r => Beginning(r.Text),
        FrozenCountryTranslation r => Beginning(r.Text),
        _ => row.Order,
    };

    private static string? InitiativeOf(FrozenRow row, IReadOnlyDictionary<Guid, string> codes) => row switch
    {
        FrozenInstitution r => codes.GetValueOrDefault(r.InitiativeId),
        FrozenItem r => codes.GetValueOrDefault(r.InitiativeId),
        FrozenResult r => codes.GetValueOrDefault(r.InitiativeId),
        FrozenNextStep r => codes.GetValueOrDefault(r.InitiativeId),
        FrozenTranslation r => codes.GetValueOrDefault(r.InitiativeId),
        FrozenMeasurement { InitiativeId: { } id } => codes.GetValueOrDefault(id),
        FrozenBudgetLine { InitiativeId: { } id } => codes.GetValueOrDefault(id),
        _ => null,
    };

    private static string Beginning(string text) => text.Length <= 60 ? text : text[..60].TrimEnd() + "…";
}
