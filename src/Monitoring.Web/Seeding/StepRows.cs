using Monitoring.Data;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Seeding;

/// <summary>Next steps and results of a country.</summary>
internal static class StepRows
{
    private static readonly CountrySql AddStep = CountrySql.Of("""
        insert into NextStep (Country, Id, InitiativeId, Code, Text, Status, TargetNumber, Note, Position, Mark, SourceLines, Version, ChangedAt,
               ChangedBy)
        values (@Country, @Id, @Initiative, @Code, @Text, 'Planned', @Target, @Note, @Position, 'Stated', @Src, 1, @Now, @Person)
        """);

    private static readonly CountrySql AddResult = CountrySql.Of("""
        insert into Result (Country, Id, InitiativeId, Code, Text, ReportedOn, ReportedBy, Attribution, InstitutionId, Theme, DuplicateOfResultId,
               DuplicateOfNextStepId, Position, Mark, SourceLines, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Initiative, @Code, @Text, @Date, @By, @ByBasis, @Institution, @Theme, @OfResult, @OfStep, @Position, 'Stated', @Src,
               1, @Now, @Person)
        """);

    public static Guid StepId(CountryCode country, string code) => SeedId.Of(country, "NextStep", code);

    public static Guid ResultId(CountryCode country, string code) => SeedId.Of(country, "Result", code);

    public static async Task StageAsync(CountryEdit db, ReportFile report, IReadOnlyDictionary<string, Guid> bodies, CancellationToken ct)
    {
        var initiatives = report.Initiatives.Where(i => i.Country == db.Country).ToList();
        foreach (var initiative in initiatives)
            foreach (var (n, step) in initiative.NextSteps.Index())
                await db.StageAsync(AddStep, new
                {
                    Id = StepId(db.Country, step.Id),
                    Initiative = InitiativeRows.IdOf(db.Country, initiative.Code),
                    Code = step.Id,
                    step.Text,
                    step.Target,
                    step.Note,
                    Position = n + 1,
                    initiative.Src,
                }, ct);

        var steps = initiatives.SelectMany(i => i.NextSteps).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        // What repeats another result comes after it.
        foreach (var (initiative, n, result) in initiatives.SelectMany(i => i.Results.Index().Select(r => (i, r.Index, r.Item))).OrderBy(r => r.Item.DuplicateOf is not null))
        {
            var id = ResultId(db.Country, result.Id);
            var ofStep = result.DuplicateOf is { } step && steps.Contains(step);
            await db.StageAsync(AddResult, new
            {
                Id = id,
                Initiative = InitiativeRows.IdOf(db.Country, initiative.Code),
                Code = result.Id,
                result.Text,
                result.Date,
                result.By,
                result.ByBasis,
                Institution = bodies.Body(result.By),
                result.Theme,
                OfResult = result.DuplicateOf is { } other && !ofStep ? ResultId(db.Country, other) : (Guid?)null,
                OfStep = ofStep ? StepId(db.Country, result.DuplicateOf!) : (Guid?)null,
                Position = n + 1,
                initiative.Src,
            }, ct);
            if (result.ByBasis is Attribution.Implied) await MarkRows.StageAsync(db, "Result", id, "ReportedBy", Mark.Inferred, null, ct);
            if (result.Theme is not null)
                await MarkRows.StageAsync(db, "Result", id, "Theme", initiative.Marks.ResultThemes, initiative.MarkNotes.ResultThemes, ct);
        }
    }
}
