using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>Actions that a programme mandates: the country's commitments, delivered by the initiative under which they are printed.</summary>
internal static class CommitmentRows
{
    private static readonly CountrySql Add = CountrySql.Of("""
        insert into Commitment (Country, Id, Code, Statement, ContentLanguage, Area, Instrument, Status, StatusMark, Position, Mark, SourceLines, Version, ChangedAt,
               ChangedBy)
        values (@Country, @Id, @Code, @Text, 'en', @Theme, @Instrument, 'NotReported', 'Stated', @Position, 'Stated', @Src, 1, @Now, @Person)
        """);

    private static readonly CountrySql Link = CountrySql.Of("""
        insert into CommitmentInitiative (Country, CommitmentId, InitiativeId) values (@Country, @Id, @Initiative)
        """);

    public static async Task StageAsync(CountryEdit db, ReportFile report, CancellationToken ct)
    {
        foreach (var initiative in report.Initiatives.Where(i => i.Country == db.Country))
            foreach (var (n, action) in initiative.MandatedActions.Index())
            {
                var id = SeedId.Of(db.Country, "Commitment", action.Id);
                await db.StageAsync(Add, new
                {
                    Id = id,
                    Code = action.Id,
                    action.Text,
                    action.Theme,
                    Instrument = initiative.MandatedBy,
                    Position = n + 1,
                    initiative.Src,
                }, ct);
                await db.StageAsync(Link, new { Id = id, Initiative = InitiativeRows.IdOf(db.Country, initiative.Code) }, ct);
            }
    }
}
