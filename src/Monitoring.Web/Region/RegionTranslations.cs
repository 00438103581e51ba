using Monitoring.Data;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Region;

/// <summary>Texts of countries as a whole, as they were accepted or approved, for a reader of the region.</summary>
public static class RegionTranslations
{
    public static readonly RegionSql OfSnapshot = RegionSql.Of("""
        select t.Country, t.SubjectId, t.Code, t.Field, t.Language, t.Text, t.SourceText, t.HowMade, t.Mark
          from region_country_translation t
         where t.Country = @Of and t.SnapshotNo = @No and t.Language = @Reader
        """);

    public static readonly RegionSql OfNewest = RegionSql.Of("""
        select t.Country, t.SubjectId, t.Code, t.Field, t.Language, t.Text, t.SourceText, t.HowMade, t.Mark
          from region_country_translation t
          join region_newest n on n.Country = t.Country and n.SnapshotNo = t.SnapshotNo
         where t.Subject = @Subject and t.Language = @Reader
        """);

    internal static async Task<AcceptedTexts> OfSnapshotAsync(RegionDb db, CountryCode of, int no, CancellationToken ct) =>
        new(await db.ListAsync<AcceptedTranslation>(OfSnapshot, new { Of = of, No = no, AcceptedTexts.Reader }, ct));
}
