using Monitoring.Data;
using Monitoring.Web.Comments;
using Monitoring.Web.Evidence;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Links;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Indicators;

/// <summary>An indicator with all its values, its versions, and what the person may do.</summary>
public sealed record IndicatorSheet(IndicatorRow Indicator, IReadOnlyList<DefinitionRow> Definitions, IReadOnlyList<string> Steps,
    IReadOnlyList<MeasurementRow> Values, IReadOnlyList<CycleRow> Cycles, DateOnly Today, bool MayEdit, bool MayDefine)
{
    /// <summary>What its reader is shown of its name and of the note on it.</summary>
    public required Narratives Texts { get; init; }

    public Narrative Name => Texts.Of(Indicator.Id, nameof(IndicatorRow.Name), Indicator.Name, Indicator.ContentLanguage);

    /// <summary>Of its values.</summary>
    public ILookup<Guid, EvidenceRow> Evidence { get; init; } = Array.Empty<EvidenceRow>().ToLookup(e => e.SubjectId);

    /// <summary>The facts linked to it.</summary>
    public IReadOnlyList<LinkRow> Links { get; init; } = [];

    /// <summary>On its values.</summary>
    public ILookup<Guid, CommentRow> Comments { get; init; } = Array.Empty<CommentRow>().ToLookup(c => c.SubjectId);

    /// <summary>The versions of the definition that count what the current one counts.</summary>
    public IReadOnlySet<int> Alike => DefinitionRules.Alike(Definitions, Indicator.CurrentDefinition);

    /// <summary>Every value of those versions, also what was taken out; of the newest version first.</summary>
    public IReadOnlyList<MeasurementRow> Comparable => MeasurementRow.Newest(Values, Alike);

    /// <summary>Values in use under the definition as it is now: reported under it, or under an earlier version that counts the same.</summary>
    public IEnumerable<MeasurementRow> Current => Comparable.Where(v => v.RetiredAt is null).DistinctBy(v => (v.Period.Slug, v.Cell));

    /// <summary>The periods of its values and of the cycles that have begun, the newest first.</summary>
    public IReadOnlyList<ReportPeriod> Periods => [.. Values.Where(v => v.RetiredAt is null).Select(v => v.Period)
        .Concat(Cycles.Where(c => c.StartsOn <= Today).Select(c => c.Period))
        .DistinctBy(p => p.Slug).OrderByDescending(p => p.Start ?? DateOnly.MinValue).ThenByDescending(p => p.Text, StringComparer.Ordinal)];

    /// <summary>The values of a period; those of <see cref="Current"/> unless a version is named.</summary>
    public IEnumerable<MeasurementRow> Of(ReportPeriod period, int? definition = null) =>
        (definition is null ? Current : Values.Where(v => v.RetiredAt is null && v.DefinitionNo == definition)).Where(v => v.Period.Slug == period.Slug);

    /// <summary>Values of a period in cells that the definition asks for.</summary>
    public Dictionary<CellKey, CellValue> Asked(ReportPeriod period) =>
        Of(period).Where(v => MeasurementRules.IsAsked(v.Cell, Indicator)).ToDictionary(v => v.Cell, CellValue.Of);

    /// <summary>The accepted report over a period: from then on its values are restated.</summary>
    public CycleRow? LockOf(ReportPeriod period) => LockRules.Of(period, Cycles);

    public IReadOnlyList<string> Groups => [CellKey.All, .. Values.Where(v => v.RetiredAt is null).Select(v => v.PopulationGroup).Where(g => g != CellKey.All).Distinct().Order(StringComparer.CurrentCulture)];
}

/// <summary>Period rows are open until the report that covers them is accepted.</summary>
public static class LockRules
{
    public static CycleRow? Of(ReportPeriod period, IEnumerable<CycleRow> cycles) =>
        cycles.FirstOrDefault(c => c.AcceptedAt is not null && period.Start >= c.StartsOn && period.End <= c.EndsOn);
}

public sealed class ReadIndicator(Gate gate, TimeProvider clock)
{
    /// <summary>Null where there is none, or it was retired.</summary>
    public async Task<IndicatorSheet?> RunAsync(CountryCode country, string code, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        if (await db.OneAsync<IndicatorRow>(IndicatorRow.ByCode, new { Code = code }, ct) is not { RetiredAt: null } indicator) return null;
        var mayDefine = await gate.MayAsync(May.EditCountry, country, ct: ct);
        var own = indicator.InitiativeId is { } initiative && (await gate.EditableAsync(country, [initiative], ct)).Contains(initiative);
        var steps = await db.ListAsync<string>(Steps, new { indicator.Id, DefinitionNo = indicator.CurrentDefinition }, ct);
        return new IndicatorSheet(indicator.With(steps), await VersionsAsync(db, indicator.Id, ct), steps,
            await db.ListAsync<MeasurementRow>(MeasurementRow.OfIndicator, new { indicator.Id }, ct),
            await db.ListAsync<CycleRow>(CycleRow.All, null, ct), clock.Today(), mayDefine || own, mayDefine)
        {
            Links = await db.ListAsync<LinkRow>(LinkRow.All.And(ListLinks.Standing).And(ListLinks.OfIndicator), new { IndicatorId = indicator.Id }, ct),
            Texts = Narratives.ForReader(await db.ListAsync<TranslationRow>(CountryTranslations.OfOne, new { SubjectId = indicator.Id }, ct)),
            Evidence = (await db.ListAsync<EvidenceRow>(ListEvidence.OfIndicator, new { indicator.Id }, ct)).ToLookup(e => e.SubjectId),
            Comments = (await db.ListAsync<CommentRow>(ListComments.OfIndicator, new { indicator.Id }, ct)).ToLookup(c => c.SubjectId),
        };
    }

    /// <summary>The versions of a definition, the newest first.</summary>
    internal static async Task<IReadOnlyList<DefinitionRow>> VersionsAsync(CountryDb db, Guid id, CancellationToken ct)
    {
        var steps = (await db.ListAsync<StepRow>(AllSteps, new { Id = id }, ct)).ToLookup(s => s.DefinitionNo, s => s.Name);
        return [.. (await db.ListAsync<DefinitionRow>(Definitions, new { Id = id }, ct)).Select(d => steps[d.DefinitionNo].Any() ? d with { StepLines = string.Join('\n', steps[d.DefinitionNo]) } : d)];
    }

    public static readonly CountrySql Definitions = CountrySql.Of("""
        select d.DefinitionNo, d.Name, d.ContentLanguage, d.Kind, d.Unit, d.Population, d.BySex, d.ByAge, d.ByGroup, d.OverlapRule,
               (select count(*) from Measurement m where m.Country = @Country and m.IndicatorId = d.IndicatorId and m.DefinitionNo = d.DefinitionNo
                   and m.RetiredAt is null) as ValueCount
          from IndicatorDefinition d
         where d.Country = @Country and d.IndicatorId = @Id
         order by d.DefinitionNo desc
        """);

    public static readonly CountrySql AllSteps = CountrySql.Of("""
        select DefinitionNo, Name from IndicatorStep where Country = @Country and IndicatorId = @Id order by DefinitionNo, Position
        """);

    public static readonly CountrySql Steps = CountrySql.Of("""
        select Name from IndicatorStep where Country = @Country and IndicatorId = @Id and DefinitionNo = @DefinitionNo order by Position
        """);
}
