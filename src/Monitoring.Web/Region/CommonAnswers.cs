using Monitoring.Data;
using Monitoring.Web.Figures;

namespace Monitoring.Web.Region;

/// <summary>A common indicator under one definition, with what each country says to it: its own answer and the indicators that it has mapped.</summary>
public sealed record CommonIndicatorAnswers(
    CommonDefinition Indicator, IReadOnlyList<CommonDefinition> Versions, ILookup<CountryCode, CommonAnswer> Own, ILookup<CountryCode, Figure> National)
{
    /// <summary>Counts initiatives that name an amount at all: none is "no amounts reported", not "zero per cent".</summary>
    public bool CountsAmounts => Indicator.Code == CommonRules.NamingAnAmount;

    public IReadOnlyList<string> Steps => Indicator.Steps;

    /// <summary>The figures of a country; one that says "no figure" where it says nothing.</summary>
    public IReadOnlyList<Figure> Of(CountryCode country) => CommonRules.Of(Indicator, Versions, country, Own[country], National[country]);

    /// <summary>What the answers of <paramref name="countries"/> come to.</summary>
    public Aggregate Together(IEnumerable<CountryCode> countries) => Aggregator.Of(countries.SelectMany(Of));

    /// <summary>What can still be said where the whole is refused.</summary>
    public IReadOnlyList<Aggregate> Subtotals(IEnumerable<CountryCode> countries) => Aggregator.Subtotals(countries.SelectMany(Of));

    /// <summary>The same answers under another definition: what a change would do before it is made.</summary>
    public CommonIndicatorAnswers Under(CommonDefinition other) => this with { Indicator = other };
}

/// <summary>What the countries say to the common indicators of the region, from approved and accepted content.</summary>
public static class CommonAnswers
{
    public static readonly RegionSql Definitions = RegionSql.Of("""
        select d.CommonIndicatorCode as Code, d.VersionNo, c.DefinitionVersion as CurrentVersion, d.Name as NameEn, d.NameEs, d.Kind, d.Unit, d.Population,
               d.OverlapRule, d.Note as NoteEn, d.NoteEs, d.KeepsAnswers, c.Mark, c.RetiredAt
          from CommonIndicatorDefinition d
          join CommonIndicator c on c.Code = d.CommonIndicatorCode
         order by c.Position, c.Code, d.VersionNo
        """);

    public static readonly RegionSql Steps = RegionSql.Of(
        "select CommonIndicatorCode, VersionNo, Name from CommonDefinitionStep order by CommonIndicatorCode, VersionNo, Position");

    public static readonly RegionSql Answers = RegionSql.Of("""
        select a.Country, a.CommonIndicatorCode, a.PartNo, a.DefinitionVersion, a.Value, a.Unit, a.Numerator, a.Denominator, a.Rung, a.RungsNotApplicable, a.Reached, a.PeriodText,
               a.PeriodStart, a.PeriodEnd, a.Text, a.AnswerState, a.State as ContentState, a.Mark
          from region_common_answer a
          join region_newest s on s.Country = a.Country and s.SnapshotNo = a.SnapshotNo
         order by a.Country, a.CommonIndicatorCode, a.PartNo
        """);

    public static readonly RegionSql AnswersInCycle = RegionSql.Of("""
        select a.Country, a.CommonIndicatorCode, a.PartNo, a.DefinitionVersion, a.Value, a.Unit, a.Numerator, a.Denominator, a.Rung, a.RungsNotApplicable, a.Reached, a.PeriodText,
               a.PeriodStart, a.PeriodEnd, a.Text, a.AnswerState, a.State as ContentState, a.Mark
          from region_common_answer a
          join region_accepted s on s.Country = a.Country and s.SnapshotNo = a.SnapshotNo
         where s.CycleCode = @Cycle
         order by a.Country, a.CommonIndicatorCode, a.PartNo
        """);

    /// <summary>The answers of one snapshot as values of the long table, each with the definition that was answered.</summary>
    public static readonly RegionSql ValuesOfSnapshot = RegionSql.Of("""
        select a.Country, a.CycleCode, a.SnapshotNo, s.Hash, a.CommonIndicatorCode, d.VersionNo as DefinitionNo, d.Name, d.Kind, coalesce(a.Unit, d.Unit) as Unit,
               d.Population, a.PeriodText, a.PeriodStart, a.PeriodEnd, a.Value, a.Numerator, a.Denominator, a.Rung, a.Reached, a.AnswerState as ValueState, a.Mark
          from region_common_answer a
          left join region_accepted s on s.Country = a.Country and s.SnapshotNo = a.SnapshotNo
          join CommonIndicatorDefinition d on d.CommonIndicatorCode = a.CommonIndicatorCode and d.VersionNo = coalesce(a.DefinitionVersion, 1)
         where a.Country = @Of and a.SnapshotNo = @No
         order by a.CommonIndicatorCode, a.PartNo
        """);

    /// <summary>
    /// Of the newest that each country approved or had accepted, under the definitions as they are now; or of one cycle, under those that
    /// were answered in it. What is retired is there only where a cycle answered it.
    /// </summary>
    public static async Task<IReadOnlyList<CommonIndicatorAnswers>> ReadAsync(RegionDb db, string? cycle, CancellationToken ct)
    {
        var all = await AllAsync(db, cycle, ct);
        if (cycle is null) return [.. all.Where(c => c.Indicator.RetiredAt is null)];
        return [.. all.Select(AsAnswered).Where(c => c.Indicator.RetiredAt is null || c.Own.Count > 0)];
    }

    /// <summary>Every common indicator, retired ones too, under its definition as it is now.</summary>
    public static async Task<IReadOnlyList<CommonIndicatorAnswers>> AllAsync(RegionDb db, string? cycle, CancellationToken ct)
    {
        var steps = (await db.ListAsync<CommonStep>(Steps, ct: ct)).ToLookup(s => (s.CommonIndicatorCode, s.VersionNo), s => s.Name);
        var versions = (await db.ListAsync<CommonDefinition>(Definitions, ct: ct)).Select(d => d with { Steps = [.. steps[(d.Code, d.VersionNo)]] });
        var answers = (cycle is null ? await db.ListAsync<CommonAnswer>(Answers, ct: ct) : await db.ListAsync<CommonAnswer>(AnswersInCycle, new { Cycle = cycle }, ct)).ToLookup(a => a.CommonIndicatorCode);
        var national = (await ReportedFigures.MappedAsync(db, cycle, ct)).ToLookup(f => f.Feeds);
        return [.. versions.GroupBy(v => v.Code).Select(g => new CommonIndicatorAnswers(
            g.Single(v => v.VersionNo == v.CurrentVersion), [.. g], answers[g.Key].ToLookup(a => a.Country), national[g.Key].ToLookup(f => f.Country)))];
    }

    private static CommonIndicatorAnswers AsAnswered(CommonIndicatorAnswers common) =>
        common.Own.Count == 0 ? common : common.Under(common.Versions.Single(v => v.VersionNo == common.Own.SelectMany(a => a).Max(a => a.DefinitionVersion ?? 1)));
}
