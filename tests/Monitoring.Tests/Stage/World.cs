using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Monitoring.Tests.Stage;

/// <summary>
/// Two countries with their people (Honduras and Mexico), a third that keeps its drafts to itself (El Salvador), the region's people,
/// and a clock that stands. <c>world.As(person)</c> is the gate as that person has it.
/// </summary>
public sealed class World : IAsyncDisposable
{
    public static readonly CountryCode Honduras = CountryCode.Parse("HND", null);
    public static readonly CountryCode Mexico = CountryCode.Parse("MEX", null);
    public static readonly CountryCode ElSalvador = CountryCode.Parse("SLV", null);

    /// <summary>Well-formed, and no country of this installation.</summary>
    public static readonly CountryCode Nowhere = CountryCode.Parse("XKX", null);

    public static readonly DateTimeOffset Start = new(2021, 11, 15, 15, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _stage;

    private World(TestDatabase stage) => _stage = stage;

    public FakeTimeProvider Clock { get; } = NewClock();

    public Database Database => _stage.Database;

    /// <summary>The same database past the doors.</summary>
    public TestDatabase Behind => _stage;

    /// <summary>The doors of a job.</summary>
    public JobGate Job => Nobody.ForJob(JobName.Load);

    /// <summary>The gate of somebody who is not signed in.</summary>
    public Gate Nobody => new(Database, new Caller(), Clock);

    public static Task<World> OpenAsync(Engine engine = Engine.Sqlite) => OpenAsync(engine, "world", WorldRows.FillAsync);

    /// <summary>A world that <paramref name="fill"/> has filled; once a run for each <paramref name="template"/>.</summary>
    internal static async Task<World> OpenAsync(Engine engine, string template, Func<Database, Task> fill) =>
        new(await TestDatabase.OpenAsync(engine, template, fill));

    public static FakeTimeProvider NewClock() => new(Start);

    /// <summary>The person who holds that role (in that country).</summary>
    public static TestPerson Person(Role role, CountryCode? country = null) => WorldRows.People.Single(p => p.Role == role && p.Country == country);

    public static TestPerson FocalPoint(CountryCode country) => Person(Role.FocalPoint, country);

    public static TestPerson Contributor(CountryCode country) => Person(Role.Contributor, country);

    public static TestPerson Lead => Person(Role.SecretariatLead);

    public static TestPerson Donor => Person(Role.Donor);

    /// <summary>Everybody: five roles in each country, four of the region.</summary>
    public static IReadOnlyList<TestPerson> People => WorldRows.People;

    /// <summary>What <paramref name="person"/>'s circuit holds: one sign-in for life.</summary>
    public Gate As(TestPerson person)
    {
        var caller = new Caller();
        caller.Is(person.Id, person.SessionId);
        return new Gate(Database, caller, Clock);
    }

    /// <summary>An initiative with only what it must have.</summary>
    public async Task<Guid> InitiativeAsync(CountryCode country, string code, string stage = "Implementation")
    {
        var id = Guid.CreateVersion7();
        await LoadAsync(country, WorldRows.AddInitiative, new { Id = id, Code = code, Stage = stage }, "Initiative", id, code);
        return id;
    }

    /// <summary>A planned next step of an initiative.</summary>
    public async Task<Guid> NextStepAsync(CountryCode country, Guid initiative, string code, string? dueOn = null)
    {
        var id = Guid.CreateVersion7();
        var due = dueOn is null ? (DateOnly?)null : DateOnly.ParseExact(dueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await LoadAsync(country, WorldRows.AddNextStep, new { Id = id, InitiativeId = initiative, Code = code, DueOn = due }, "NextStep", id, code);
        return id;
    }

    /// <summary>Makes the initiative one of the contributor's own.</summary>
    public Task AssignAsync(TestPerson contributor, Guid initiative) =>
        PlatformAsync(WorldRows.Assign, new { contributor.GrantId, InitiativeId = initiative });

    public Task SuspendAsync(CountryCode country) => PlatformAsync(WorldRows.Suspend, new { Code = country });

    public Task EndSessionAsync(TestPerson person) => PlatformAsync(WorldRows.EndSession, new { person.SessionId });

    public Task DisableAsync(TestPerson person) => PlatformAsync(WorldRows.Disable, new { person.Id });

    public Task EndGrantAsync(TestPerson person) => PlatformAsync(WorldRows.EndGrant, new { person.GrantId });

    /// <summary>One statement of a country as one loaded operation.</summary>
    public async Task LoadAsync(CountryCode country, CountrySql sql, object args, string subject, Guid id, string label)
    {
        await using var db = await Job.EditAsync(country);
        await db.StageAsync(sql, args);
        await db.CommitAsync(new Change(ChangeAction.Loaded, subject, id, label, []), Guid.CreateVersion7());
    }

    /// <summary>One statement over people and countries.</summary>
    public async Task PlatformAsync(PlatformSql sql, object args)
    {
        await using var db = await Job.EditPeopleAsync();
        (await db.WriteAsync(sql, args)).ShouldBeGreaterThan(0);
        await db.CommitAsync();
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
