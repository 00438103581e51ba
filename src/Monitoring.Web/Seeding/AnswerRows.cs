using Monitoring.Data;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Seeding;

/// <summary>A country's answers to the common indicators.</summary>
internal static class AnswerRows
{
    private static readonly CountrySql Add = CountrySql.Of("""
        insert into CommonIndicatorAnswer (Country, Id, CommonIndicatorCode, PartNo, Value, Unit, Numerator, Denominator, Rung, Text, State, Mark, Version,
               ChangedAt, ChangedBy)
        values (@Country, @Id, @Code, @PartNo, @Value, @Unit, @Numerator, @Denominator, @Rung, @Text, @State, @Mark, 1, @Now, @Person)
        """);

    public static async Task StageAsync(CountryEdit db, ReportFile report, CancellationToken ct)
    {
        foreach (var common in report.RegionalCommonIndicators)
            foreach (var answer in common.Answers.Where(a => a.Country == db.Country))
                foreach (var (n, (value, unit)) in Parts(answer).Index())
                {
                    if (answer.Rung is { } rung && !common.Steps.Contains(rung))
                        throw new SeedException($"{ReportFile.Name}: {common.Code} has the rung '{rung}', which is none of its steps.");
                    var isThere = value is not null || answer.Ratio is not null || answer.Rung is not null;
                    await db.StageAsync(Add, new
                    {
                        Id = SeedId.Of(db.Country, "CommonIndicatorAnswer", common.Code, n + 1),
                        common.Code,
                        PartNo = n + 1,
                        Value = value,
                        Unit = unit,
                        answer.Ratio?.Numerator,
                        answer.Ratio?.Denominator,
                        answer.Rung,
                        Text = answer.Text ?? answer.Ratio?.ToString(),
                        State = isThere ? ValueState.Reported : ValueState.NotCollected,
                        common.Mark,
                    }, ct);
                }
    }

    // 15 persons and 23 life projects are one answer in two parts: they never become 38.
    private static IEnumerable<(decimal? Value, string? Unit)> Parts(SeedAnswer answer) =>
        answer.Parts.Count > 0 ? answer.Parts.Select(p => ((decimal?)p.Value, (string?)p.Unit)) : [(answer.Value, null)];
}
