using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>The countries of the report that keep their data here.</summary>
internal static class CountryRows
{
    private static readonly PlatformSql Add = PlatformSql.Of("""
        insert into Country (Code, NameEn, NameEs, Suspended, SharesDrafts, Version, ChangedAt, ChangedBy)
        select @Code, @Name, @NameEs, 0, 1, 1, @Now, @Person
         where not exists (select 1 from Country where Code = @Code)
        """);

    private static readonly CountrySql AddHead = CountrySql.Of("""
        insert into CountryHead (Country, LastLink, LastHash)
        select @Country, 0, @Hash
         where not exists (select 1 from CountryHead where Country = @Country)
        """);

    public static async Task LoadAsync(JobGate job, ReportFile report, CancellationToken ct)
    {
        await using var db = await job.EditPeopleAsync(ct);
        foreach (var country in report.Countries) await db.WriteAsync(Add, new { country.Code, country.Name, country.NameEs }, ct);
        await db.CommitAsync(ct);
    }

    /// <summary>The head of the country's history, before anything else of it.</summary>
    public static Task StageHeadAsync(CountryEdit db, CancellationToken ct) => db.StageAsync(AddHead, new { Hash = CountryEdit.NoHash }, ct);
}
