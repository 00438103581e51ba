using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>Writes a version of a definition; it is never changed afterwards.</summary>
public static class DefinitionStatements
{
    internal static async Task StageAsync(CountryEdit db, DefinitionDraft draft, int number, CancellationToken ct)
    {
        await db.StageAsync(Insert, new
        {
            draft.Id,
            DefinitionNo = number,
            draft.Name,
            draft.ContentLanguage,
            draft.Kind,
            draft.Unit,
            draft.Population,
            draft.BySex,
            draft.ByAge,
            draft.ByGroup,
            draft.OverlapRule,
            draft.Funder,
            draft.Baseline,
            draft.Target,
            draft.TargetPeriod,
            draft.Minimum,
            draft.Maximum,
            draft.Note,
        }, ct);
        foreach (var (position, step) in draft.Steps.Index())
            await db.StageAsync(InsertStep, new { draft.Id, DefinitionNo = number, Position = position + 1, Name = step }, ct);
    }

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into IndicatorDefinition (Country, IndicatorId, DefinitionNo, Name, ContentLanguage, Kind, Unit, Population, BySex, ByAge, ByGroup, OverlapRule, Funder, Baseline, Target,
               TargetPeriod, Minimum, Maximum, Note)
        values (@Country, @Id, @DefinitionNo, @Name, @ContentLanguage, @Kind, @Unit, @Population, @BySex, @ByAge, @ByGroup, @OverlapRule, @Funder, @Baseline, @Target, @TargetPeriod,
               @Minimum, @Maximum, @Note)
        """);

    public static readonly CountrySql InsertStep = CountrySql.Of("""
        insert into IndicatorStep (Country, IndicatorId, DefinitionNo, Position, Name) values (@Country, @Id, @DefinitionNo, @Position, @Name)
        """);
}
