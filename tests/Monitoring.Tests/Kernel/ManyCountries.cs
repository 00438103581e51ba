using System.Globalization;

namespace Monitoring.Tests.Kernel;

/// <summary>
/// A database of many countries, each with one focal point and equally many initiatives, written through the doors of a job. Codes are of
/// the range that ISO 3166-1 leaves to users: QMA, QMB …
/// </summary>
public sealed class ManyCountries
{
    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly Dictionary<CountryCode, (Guid Person, Guid Session)> _people = [];

    private ManyCountries(Database database, TimeProvider clock) => (_database, _clock) = (database, clock);

    public IReadOnlyList<CountryCode> Codes { get; private init; } = [];

    public int InitiativesEach { get; private init; }

    /// <summary>The gate of that country's focal point.</summary>
    public Gate FocalPointOf(CountryCode country) => GateOf(_database, _people[country], _clock);

    /// <summary>Who that is, for a process of its own.</summary>
    public (Guid Person, Guid Session) SignInOf(CountryCode country) => _people[country];

    /// <summary>The gate of whoever signed in so.</summary>
    public static Gate GateOf(Database database, (Guid Person, Guid Session) signIn, TimeProvider clock)
    {
        var caller = new Caller();
        caller.Is(signIn.Person, signIn.Session);
        return new Gate(database, caller, clock);
    }

    public static async Task<ManyCountries> FillAsync(Database database, TimeProvider clock, int countries, int initiativesEach)
    {
        var many = new ManyCountries(database, clock)
        {
            Codes = [.. Enumerable.Range(0, countries).Select(i => CountryCode.Parse($"Q{(char)('M' + i / 26)}{(char)('A' + i % 26)}", null))],
            InitiativesEach = initiativesEach,
        };
        var job = new Gate(database, new Caller(), clock).ForJob(JobName.Load);
        await using (var catalogues = await job.EditCataloguesAsync())
        {
            await catalogues.WriteAsync(AddAxis);
            await catalogues.WriteAsync(AddTopics);
            await catalogues.CommitAsync();
        }
        await using (var people = await job.EditPeopleAsync())
        {
            foreach (var country in many.Codes) await many.AddPersonAsync(people, country);
            await people.CommitAsync();
        }
        foreach (var country in many.Codes)
        {
            await using var db = await job.EditAsync(country);
            await db.StageAsync(AddHead, new { Hash = CountryEdit.NoHash });
            await db.StageManyAsync(AddInitiative, [.. Enumerable.Range(1, initiativesEach).Select(i => Initiative(country, i))]);
            await db.CommitAsync(new Change(ChangeAction.Loaded, "Country", Guid.CreateVersion7(), country.Value, []), Guid.CreateVersion7());
        }
        return many;
    }

    private async Task AddPersonAsync(PlatformEdit people, CountryCode country)
    {
        var (person, session) = _people[country] = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var row = new
        {
            Code = country,
            Id = person,
            SessionId = session,
            GrantId = Guid.CreateVersion7(),
            Email = $"focal.{country.Slug}@test.example",
            ExpiresAt = _clock.GetUtcNow().UtcDateTime.AddYears(1),
        };
        foreach (var sql in (PlatformSql[])[AddCountry, AddPersonRow, AddGrant, AddSession]) await people.WriteAsync(sql, row);
    }

    private static NewInitiative Initiative(CountryCode country, int i)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{country}-{i:0000}");
        var title = string.Create(CultureInfo.InvariantCulture, $"Initiative {i} of {country}, number {i % 7} of its kind");
        return new NewInitiative
        {
            Id = Guid.CreateVersion7(),
            Code = code,
            Title = title,
            Stage = (i % 3) switch { 0 => "Preparation", 1 => "Pilot", _ => "Implementation" },
            SearchText = $"{code} {title}".ToLowerInvariant(),
            Position = i,
        };
    }

    private sealed record NewInitiative
    {
        public Guid Id { get; init; }
        public string Code { get; init; } = "";
        public string Title { get; init; } = "";
        public string Stage { get; init; } = "";
        public string SearchText { get; init; } = "";
        public int Position { get; init; }
    }

    private static readonly CatalogueSql AddAxis = CatalogueSql.Of(
        "insert into ThematicAxis (Code, NameEn, NameEs, Position) values ('A1', 'Policy frameworks', 'Marcos normativos', 1)");

    private static readonly CatalogueSql AddTopics = CatalogueSql.Of("""
        insert into Topic (Code, NameEn, NameEs, Position) values ('T1', 'Access', 'Acceso', 1), ('T2', 'Work', 'Trabajo', 2), ('T3', 'Shelter', 'Albergue', 3)
        """);

    private static readonly PlatformSql AddCountry = PlatformSql.Of("""
        insert into Country (Code, NameEn, NameEs, Suspended, SharesDrafts, Version, ChangedAt, ChangedBy)
        values (@Code, @Code, @Code, 0, 1, 1, @Now, @Person)
        """);

    private static readonly PlatformSql AddPersonRow = PlatformSql.Of("""
        insert into Person (Id, Email, EmailKey, DisplayName, SecurityStamp, CreatedAt) values (@Id, @Email, @Email, @Email, 'stamp', @Now)
        """);

    private static readonly PlatformSql AddGrant = PlatformSql.Of("""
        insert into PersonGrant (Id, PersonId, Role, CountryCode, GrantedAt, GrantedBy)
        values (@GrantId, @Id, 'FocalPoint', @Code, @Now, @Person)
        """);

    private static readonly PlatformSql AddSession = PlatformSql.Of(
        "insert into PersonSession (Id, PersonId, StartedAt, ExpiresAt) values (@SessionId, @Id, @Now, @ExpiresAt)");

    private static readonly CountrySql AddHead = CountrySql.Of("insert into CountryHead (Country, LastLink, LastHash) values (@Country, 0, @Hash)");

    private static readonly CountrySql AddInitiative = CountrySql.Of("""
        insert into Initiative (Country, Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, Outlook, SearchText, Position, Mark,
               Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Code, @Title, 'What it is about.', 'en', 'A1', @Stage, 'OnTrack', @SearchText, @Position, 'Reported',
               1, @Now, @Person)
        """);
}
