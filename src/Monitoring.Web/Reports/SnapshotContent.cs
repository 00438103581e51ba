using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>
/// The text of a snapshot: JSON in which every object's keys and every list's rows stand in one order, numbers and dates are written
/// without a culture, and what is not there is left out. The same content gives the same bytes, whenever and wherever it is frozen.
/// </summary>
internal static class SnapshotContent
{
    /// <summary>The shape of the text; raised when a later program writes it otherwise.</summary>
    private const int Format = 1;

    // In the order in which rows refer to each other; the text sorts them by name.
    public static readonly IReadOnlyList<FrozenTable> Tables =
    [
        new FrozenTable<FrozenInitiative>("Initiatives", FrozenInitiative.Living, FrozenInitiative.Keep, FrozenInitiative.Kept, FrozenInitiative.WithNamesAsync),
        new FrozenTable<FrozenInstitution>("Institutions", FrozenInstitution.Living, FrozenInstitution.Keep, FrozenInstitution.Kept),
        new FrozenTable<FrozenItem>("Items", FrozenItem.Living, FrozenItem.Keep, FrozenItem.Kept),
        new FrozenTable<FrozenNextStep>("NextSteps", FrozenNextStep.Living, FrozenNextStep.Keep, FrozenNextStep.Kept),
        new FrozenTable<FrozenResult>("Results", FrozenResult.Living, FrozenResult.Keep, FrozenResult.Kept),
        new FrozenTable<FrozenMeasurement>("Measurements", FrozenMeasurement.Living, FrozenMeasurement.Keep, FrozenMeasurement.Kept),
        new FrozenTable<FrozenStep>("Steps", FrozenStep.Living, FrozenStep.Keep, FrozenStep.Kept),
        new FrozenTable<FrozenCommonAnswer>("CommonAnswers", FrozenCommonAnswer.Living, FrozenCommonAnswer.Keep, FrozenCommonAnswer.Kept),
        new FrozenTable<FrozenChecklistAnswer>("ChecklistAnswers", FrozenChecklistAnswer.Living, FrozenChecklistAnswer.Keep, FrozenChecklistAnswer.Kept),
        new FrozenTable<FrozenStatement>("Statements", FrozenStatement.Living, FrozenStatement.Keep, FrozenStatement.Kept),
        new FrozenTable<FrozenTimelineEvent>("Timeline", FrozenTimelineEvent.Living, FrozenTimelineEvent.Keep, FrozenTimelineEvent.Kept),
        new FrozenTable<FrozenCommitment>("Commitments", FrozenCommitment.Living, FrozenCommitment.Keep, FrozenCommitment.Kept, FrozenCommitment.WithInitiativesAsync),
        new FrozenTable<FrozenBudgetLine>("BudgetLines", FrozenBudgetLine.Living, FrozenBudgetLine.Keep, FrozenBudgetLine.Kept),
        new FrozenTable<FrozenValueMark>("ValueMarks", FrozenValueMark.Living, FrozenValueMark.Keep, FrozenValueMark.Kept),
        new FrozenTable<FrozenTranslation>("Translations", FrozenTranslation.Living, FrozenTranslation.Keep, FrozenTranslation.Kept, FrozenTranslation.CurrentOnlyAsync),
        new FrozenTable<FrozenCountryTranslation>("CountryTranslations", FrozenCountryTranslation.Living, FrozenCountryTranslation.Keep, FrozenCountryTranslation.Kept, FrozenCountryTranslation.CurrentOnlyAsync),
    ];

    /// <summary>The text of the rows. The hash of the snapshot before is part of it, so the chain cannot be cut and joined.</summary>
    public static string Text(CountryCode country, string cycle, string title, string previousHash,
        IReadOnlyDictionary<string, IReadOnlyList<FrozenRow>> rows)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("Content");
            // A kind of row that a later program adds leaves the text of earlier snapshots as it is: what is empty is left out.
            foreach (var (name, list) in rows.Where(r => r.Value.Count > 0).OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                json.WriteStartArray(name);
                foreach (var row in list.OrderBy(r => r.Order, StringComparer.Ordinal)) Write(json, row);
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteString("Country", country.Value);
            json.WriteString("Cycle", cycle);
            json.WriteNumber("Format", Format);
            json.WriteString("Previous", previousHash);
            json.WriteString("Title", title);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>SHA-256 of the text, upper-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Write(Utf8JsonWriter json, FrozenRow row)
    {
        json.WriteStartObject();
        foreach (var property in row.GetType().GetProperties().Where(p => p.Name != nameof(FrozenRow.SnapshotNo)).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            switch (property.GetValue(row))
            {
                case null: break;
                case string text: json.WriteString(property.Name, text); break;
                case bool yes: json.WriteBoolean(property.Name, yes); break;
                case int number: json.WriteNumber(property.Name, number); break;
                case long number: json.WriteNumber(property.Name, number); break;
                case Guid id: json.WriteString(property.Name, id); break;
                case DateOnly date: json.WriteString(property.Name, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
                case decimal number:
                    // 7, 7.0 and 7.0000 are one number; databases disagree about the zeros.
                    json.WritePropertyName(property.Name);
                    json.WriteRawValue(number.ToString("0.########", CultureInfo.InvariantCulture));
                    break;
                case var other: throw new InvalidOperationException($"A snapshot cannot hold a {other.GetType().Name} ({property.Name}).");
            }
        }
        json.WriteEndObject();
    }
}
