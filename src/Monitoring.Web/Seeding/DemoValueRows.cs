using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>Illustrative values of living rows, each under its mark.</summary>
internal static class DemoValueRows
{
    private static readonly CountrySql SetDue = CountrySql.Of("""
        update NextStep set DueOn = @DueOn, DueMark = 'Illustrative', Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id
        """);

    private static readonly CountrySql SetProgress = CountrySql.Of("""
        update Initiative set ProgressPercent = @Percent, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id
        """);

    private static readonly CountrySql SetNumerator = CountrySql.Of("""
        update Measurement set Numerator = @Numerator, State = 'Reported', Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id
        """);

    private static readonly CountrySql AddBudget = CountrySql.Of("""
        insert into BudgetLine (Country, Id, InitiativeId, FiscalYear, Funder, Currency, RequiredMinor, NationalMinor, PledgedMinor, CommittedMinor,
               DisbursedMinor, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @Year, @Funder, @Currency, @Required, @National, @Pledged, @Committed, @Disbursed, 'Illustrative', 1,
               @Now, @Person)
        """);

    public static async Task StageAsync(CountryEdit db, DemoFile demo, ReportFile report, DateOnly today, CancellationToken ct)
    {
        foreach (var due in demo.DueDates.Where(d => report.StepOf(d.Step).Country == db.Country))
            await db.StageAsync(SetDue, new { Id = StepRows.StepId(db.Country, due.Step), DueOn = today.AddDays(due.Days) }, ct);

        foreach (var progress in demo.ProgressPercent.Where(p => report.Initiative(p.Initiative, null) == db.Country))
        {
            var id = InitiativeRows.IdOf(db.Country, progress.Initiative);
            await db.StageAsync(SetProgress, new { Id = id, progress.Percent }, ct);
            await MarkRows.StageAsync(db, "Initiative", id, "ProgressPercent", Mark.Illustrative, null, ct);
        }

        foreach (var i in report.Indicators.Where(i => i.NumeratorIsIllustrative && IndicatorRows.CountryOf(report, i) == db.Country))
        {
            var id = IndicatorRows.MeasurementId(db.Country, i.Code);
            await db.StageAsync(SetNumerator, new { Id = id, i.Numerator }, ct);
            await MarkRows.StageAsync(db, "Measurement", id, "Numerator", Mark.Illustrative, i.MarkNotes?.Numerator, ct);
        }

        foreach (var (n, line) in demo.Budgets.Index().Where(b => report.Initiative(b.Item.Initiative, null) == db.Country))
            await db.StageAsync(AddBudget, new
            {
                Id = SeedId.Of(db.Country, "BudgetLine", DemoFile.Name, n + 1),
                InitiativeId = InitiativeRows.IdOf(db.Country, line.Initiative),
                line.Year,
                line.Funder,
                line.Currency,
                Required = Minor(line.Required),
                National = Minor(line.National),
                Pledged = Minor(line.Pledged),
                Committed = Minor(line.Committed),
                Disbursed = Minor(line.Disbursed),
            }, ct);
    }

    // All currencies of the demo have cents.
    private static long? Minor(long? units) => units * 100;
}
