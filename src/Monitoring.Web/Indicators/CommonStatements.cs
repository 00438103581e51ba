using Monitoring.Data;
using Monitoring.Web.Figures;

namespace Monitoring.Web.Indicators;

/// <summary>The secretariat's definitions, as a country reads them.</summary>
public static class CommonStatements
{
    public static readonly CountrySql Definitions = CountrySql.Of("""
        select d.CommonIndicatorCode as Code, d.VersionNo, c.DefinitionVersion as CurrentVersion, d.Name as NameEn, d.NameEs, d.Kind, d.Unit, d.Population,
               d.OverlapRule, d.Note as NoteEn, d.NoteEs, d.KeepsAnswers, c.Mark, c.RetiredAt
          from CommonIndicatorDefinition d
          join CommonIndicator c on c.Code = d.CommonIndicatorCode
         order by c.Position, c.Code, d.VersionNo
        """);

    public static readonly CountrySql Steps = CountrySql.Of(
        "select CommonIndicatorCode, VersionNo, Name from CommonDefinitionStep order by CommonIndicatorCode, VersionNo, Position");

    /// <summary>Every version of every common indicator.</summary>
    internal static async Task<IReadOnlyList<CommonDefinition>> VersionsAsync(CountryDb db, CancellationToken ct)
    {
        var steps = (await db.ListAsync<CommonStep>(Steps, null, ct)).ToLookup(s => (s.CommonIndicatorCode, s.VersionNo), s => s.Name);
        return [.. (await db.ListAsync<CommonDefinition>(Definitions, null, ct)).Select(d => d with { Steps = [.. steps[(d.Code, d.VersionNo)]] })];
    }

    /// <summary>The definition of an indicator as it is now; null where there is none.</summary>
    internal static async Task<CommonDefinition?> CurrentAsync(CountryDb db, string code, CancellationToken ct) =>
        (await VersionsAsync(db, ct)).FirstOrDefault(d => d.Code == code && d.VersionNo == d.CurrentVersion);
}
