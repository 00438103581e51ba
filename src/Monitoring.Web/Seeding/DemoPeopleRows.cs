using Monitoring.Data;
using Monitoring.Web.People;

namespace Monitoring.Web.Seeding;

/// <summary>The people of the demo, what they may do, and the countries' own choice whether the region sees drafts.</summary>
internal static class DemoPeopleRows
{
    private static readonly PlatformSql AreThere = PlatformSql.Of("select count(*) from Person where Illustrative = 1");

    private static readonly PlatformSql Add = PlatformSql.Of("""
        insert into Person (Id, Email, EmailKey, DisplayName, PasswordHash, SecurityStamp, Disabled, Illustrative, FailedSignIns, CreatedAt, Version)
        values (@Id, @Email, @EmailKey, @Name, @PasswordHash, @Stamp, 0, 1, 0, @Now, 1)
        """);

    private static readonly PlatformSql Grant = PlatformSql.Of("""
        insert into PersonGrant (Id, PersonId, Role, CountryCode, GrantedAt, GrantedBy) values (@GrantId, @Id, @Role, @CountryCode, @Now, @Person)
        """);

    private static readonly PlatformSql Assign = PlatformSql.Of(
        "insert into GrantInitiative (GrantId, InitiativeId) values (@GrantId, @InitiativeId)");

    private static readonly PlatformSql Share = PlatformSql.Of("""
        update Country set SharesDrafts = @Shares, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person where Code = @Code
        """);

    public static async Task<bool> AreThereAsync(JobGate job, CancellationToken ct)
    {
        await using var db = await job.EditPeopleAsync(ct);
        return await db.OneAsync<int>(AreThere, null, ct) > 0;
    }

    public static async Task LoadAsync(JobGate job, DemoFile demo, ReportFile report, CancellationToken ct)
    {
        await using var db = await job.EditPeopleAsync(ct);
        if (await db.OneAsync<int>(AreThere, null, ct) > 0) return;
        // One password for all of them, so one hash will do.
        var hash = PasswordHashing.Hash(DemoSignIn.Password);
        foreach (var person in demo.People) await StageAsync(db, demo, report, person, hash, ct);
        foreach (var choice in demo.SharingOfDrafts) await db.WriteAsync(Share, new { Code = choice.Country, choice.Shares }, ct);
        await db.CommitAsync(ct);
    }

    private static async Task StageAsync(PlatformEdit db, DemoFile demo, ReportFile report, DemoPerson person, string hash, CancellationToken ct)
    {
        var email = $"{person.SignIn}@{demo.SignInDomain}";
        var id = SeedId.Of("Person", email);
        var grant = SeedId.Of("PersonGrant", email);
        await db.WriteAsync(Add, new
        {
            Id = id,
            Email = email,
            EmailKey = EmailRules.Key(email),
            person.Name,
            PasswordHash = hash,
            Stamp = NewPerson.NewStamp(),
        }, ct);
        await db.WriteAsync(Grant, new { GrantId = grant, Id = id, person.Role, CountryCode = person.Country }, ct);
        foreach (var code in person.Initiatives)
            await db.WriteAsync(Assign, new { GrantId = grant, InitiativeId = InitiativeRows.IdOf(report.Initiative(code, person.Country), code) }, ct);
    }
}
