namespace Monitoring.Tests.Stage;

/// <summary>The rows of the test world, written through the doors of a job.</summary>
internal static class WorldRows
{
    private static readonly Role[] National = [Role.Contributor, Role.FocalPoint, Role.NationalApprover, Role.CountryAdministrator, Role.Observer];
    private static readonly Role[] Regional = [Role.SecretariatAnalyst, Role.SecretariatLead, Role.Donor, Role.Administrator];

    // Made once a run: every copy of the template has the same people.
    public static readonly IReadOnlyList<TestPerson> People =
    [
        .. new[] { World.Honduras, World.Mexico, World.ElSalvador }.SelectMany(c => National.Select(r => New(r, c))),
        .. Regional.Select(r => New(r, null)),
    ];

    private static readonly CountrySql AddHead = CountrySql.Of(
        "insert into CountryHead (Country, LastLink, LastHash) values (@Country, 0, @Hash)");

    public static readonly CountrySql AddInitiative = CountrySql.Of("""
        insert into Initiative (Country, Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, Outlook, SearchText, Position, Mark,
               SourceLines, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Code, @Code, 'What it is about.', 'en', 'A1', @Stage, 'NotAssessed', @Code, 1, 'Stated', '1-9', 1, @Now, @Person)
        """);

    public static readonly CountrySql AddNextStep = CountrySql.Of("""
        insert into NextStep (Country, Id, InitiativeId, Code, Text, DueOn, Status, Position, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @Code, 'What comes next.', @DueOn, 'Planned', 1, 'Stated', 1, @Now, @Person)
        """);

    private static readonly CatalogueSql AddAxis = CatalogueSql.Of(
        "insert into ThematicAxis (Code, NameEn, NameEs, Position) values ('A1', 'Policy frameworks', 'Marcos normativos', 1)");

    private static readonly CatalogueSql AddCycle = CatalogueSql.Of("""
        insert into ReportingCycle (Code, StartsOn, EndsOn, State, Mark, Version, ChangedAt, ChangedBy)
        values ('2021-S2', '2021-07-01', '2021-12-31', 'Open', 'Reported', 1, '2021-11-15 15:00:00', 'test')
        """);

    private static readonly PlatformSql AddCountry = PlatformSql.Of("""
        insert into Country (Code, NameEn, NameEs, Suspended, SharesDrafts, Version, ChangedAt, ChangedBy)
        values (@Code, @NameEn, @NameEs, 0, @SharesDrafts, 1, @Now, @Person)
        """);

    private static readonly PlatformSql AddPerson = PlatformSql.Of("""
        insert into Person (Id, Email, EmailKey, DisplayName, SecurityStamp, CreatedAt)
        values (@Id, @Email, @Email, @Name, 'stamp', @Now)
        """);

    private static readonly PlatformSql AddGrant = PlatformSql.Of("""
        insert into PersonGrant (Id, PersonId, Role, CountryCode, GrantedAt, GrantedBy)
        values (@GrantId, @Id, @Role, @Country, @Now, @Person)
        """);

    private static readonly PlatformSql AddSession = PlatformSql.Of(
        "insert into PersonSession (Id, PersonId, StartedAt, ExpiresAt) values (@SessionId, @Id, @Now, @ExpiresAt)");

    public static readonly PlatformSql Assign = PlatformSql.Of("insert into GrantInitiative (GrantId, InitiativeId) values (@GrantId, @InitiativeId)");

    public static readonly PlatformSql Suspend = PlatformSql.Of("update Country set Suspended = 1 where Code = @Code");

    public static readonly PlatformSql EndSession = PlatformSql.Of("update PersonSession set EndedAt = @Now where Id = @SessionId");

    public static readonly PlatformSql Disable = PlatformSql.Of("update Person set Disabled = 1 where Id = @Id");

    public static readonly PlatformSql EndGrant = PlatformSql.Of("update PersonGrant set EndedAt = @Now, EndedBy = @Person where Id = @GrantId");

    public static async Task FillAsync(Database database)
    {
        var job = new Gate(database, new Caller(), World.NewClock()).ForJob(JobName.Load);
        await using (var people = await job.EditPeopleAsync())
        {
            await people.WriteAsync(AddCountry, new { Code = World.Honduras, NameEn = "Honduras", NameEs = "Honduras", SharesDrafts = true });
            await people.WriteAsync(AddCountry, new { Code = World.Mexico, NameEn = "Mexico", NameEs = "México", SharesDrafts = true });
            await people.WriteAsync(AddCountry, new { Code = World.ElSalvador, NameEn = "El Salvador", NameEs = "El Salvador", SharesDrafts = false });
            await AddPeopleAsync(people);
            await people.CommitAsync();
        }
        await using (var catalogues = await job.EditCataloguesAsync())
        {
            await catalogues.WriteAsync(AddAxis);
            await catalogues.WriteAsync(AddCycle);
            await catalogues.CommitAsync();
        }
        foreach (var country in new[] { World.Honduras, World.Mexico, World.ElSalvador })
        {
            await using var db = await job.EditAsync(country);
            await db.StageAsync(AddHead, new { Hash = CountryEdit.NoHash });
            await db.CommitAsync(new Change(ChangeAction.Loaded, "CountryHead", Guid.CreateVersion7(), country.Value, []), Guid.CreateVersion7());
        }
    }

    /// <summary>Everybody, with a session each; their countries must be there.</summary>
    public static async Task AddPeopleAsync(PlatformEdit people)
    {
        foreach (var person in People)
        {
            await people.WriteAsync(AddPerson, new { person.Id, person.Email, person.Name });
            await people.WriteAsync(AddGrant, new { person.GrantId, person.Id, person.Role, person.Country });
            await people.WriteAsync(AddSession, new { person.SessionId, person.Id, ExpiresAt = World.Start.UtcDateTime.AddYears(1) });
        }
    }

    private static TestPerson New(Role role, CountryCode? country) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), role, country);
}
