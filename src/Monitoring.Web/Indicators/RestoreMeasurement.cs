using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Indicators;

/// <summary>Number and state of one cell as they were; where there was none, the cell is emptied.</summary>
public sealed class RestoreMeasurement(Gate gate, SaveValues save) : Restorer
{
    public override string Subject => IndicatorsRoom.Measurement;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        IndicatorRow? indicator;
        MeasurementRow? row;
        var isOfNow = false;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct))
        {
            var of = await db.OneAsync<Guid?>(IndicatorOf, new { Id = id }, ct);
            indicator = of is null ? null : await db.OneAsync<IndicatorRow>(IndicatorRow.One, new { Id = of }, ct);
            row = of is null ? null : (await db.ListAsync<MeasurementRow>(MeasurementRow.OfIndicator, new { Id = of }, ct)).FirstOrDefault(m => m.Id == id);
            if (indicator is not null && row is not null) isOfNow = DefinitionRules.Alike(await ReadIndicator.VersionsAsync(db, indicator.Id, ct), indicator.CurrentDefinition).Contains(row.DefinitionNo);
        }
        if (indicator is null || row is null || !isOfNow) return SaveOutcome.NotFound;
        var fields = Onto(CellFields.Of(row), earlier);
        // State was nothing before: there was no value.
        var value = fields.State is not { } state ? null : new CellValue
        {
            State = state,
            Value = fields.Value,
            Numerator = fields.Numerator,
            Denominator = fields.Denominator,
            Rung = fields.Rung,
            Reached = fields.Reached,
        };
        return (await save.RunAsync(country, new ValuesDraft
        {
            IndicatorId = indicator.Id,
            InitiativeId = indicator.InitiativeId,
            DefinitionNo = indicator.CurrentDefinition,
            Period = row.Period,
            Cells = [new CellEntry(row.Cell, row.RetiredAt is null ? row.Version : 0, value)],
        }, ChangeAction.Restored, ct)).Outcome;
    }

    public static readonly CountrySql IndicatorOf = CountrySql.Of("select IndicatorId from Measurement where Country = @Country and Id = @Id");
}
