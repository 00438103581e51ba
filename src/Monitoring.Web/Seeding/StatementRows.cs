using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>What a country says about its progress, and its timeline.</summary>
internal static class StatementRows
{
    private static readonly CountrySql AddStatement = CountrySql.Of("""
        insert into CountryStatement (Country, Id, Code, Text, ContentLanguage, HappenedText, AxisCode, Position, Mark, SourceLines, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Code, @Text, 'en', @Date, @Axis, @Position, @Status, @Src, 1, @Now, @Person)
        """);

    private static readonly CountrySql AddEvent = CountrySql.Of("""
        insert into TimelineEvent (Country, Id, HappenedText, HappenedOn, Text, ContentLanguage, Position, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @HappenedText, @HappenedOn, @Text, 'en', @Position, 'Stated', 1, @Now, @Person)
        """);

    /// <summary>Does the event belong to a country that keeps its data here?</summary>
    public static bool IsOfTenant(ReportFile report, SeedEvent e) => report.Countries.Any(c => c.Code.Value == e.Country);

    public static async Task StageAsync(CountryEdit db, ReportFile report, SeedCountry country, CancellationToken ct)
    {
        foreach (var (n, s) in country.ProgressStatements.Index())
            await db.StageAsync(AddStatement, new
            {
                Id = SeedId.Of(db.Country, "CountryStatement", s.Id),
                Code = s.Id,
                s.Text,
                s.Date,
                s.Axis,
                Position = n + 1,
                s.Status,
                s.Src,
            }, ct);
        foreach (var (i, e) in report.Timeline.Index().Where(e => e.Item.Country == db.Country.Value))
            await db.StageAsync(AddEvent, new
            {
                Id = SeedId.Of(db.Country, "TimelineEvent", i),
                HappenedText = e.Date,
                HappenedOn = SeedValue.FirstDay(e.Date),
                Text = e.Event,
                Position = i + 1,
            }, ct);
    }
}
