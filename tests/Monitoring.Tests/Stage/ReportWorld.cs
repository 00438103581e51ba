using Monitoring.Web.Seeding;

namespace Monitoring.Tests.Stage;

/// <summary>
/// The world with the 2021 report loaded (and the demo on top, where asked for), as a start of the program leaves it, and the people of
/// <see cref="World"/> in it. Made once a run, copied for each test.
/// </summary>
public static class ReportWorld
{
    public static Task<World> OpenAsync(Engine engine = Engine.Sqlite, bool demo = false) =>
        World.OpenAsync(engine, demo ? "report-with-demo" : "report", async database =>
        {
            await LoadAsync(database, demo);
            await using var people = await new Gate(database, new Caller(), World.NewClock()).ForJob(JobName.Load).EditPeopleAsync();
            await WorldRows.AddPeopleAsync(people);
            await people.CommitAsync();
        });

    /// <summary>Loads as the program's start does.</summary>
    public static async Task LoadAsync(Database database, bool demo, TimeProvider? clock = null)
    {
        clock ??= World.NewClock();
        var gate = new Gate(database, new Caller(), clock);
        await new LoadReport2021(gate).RunAsync();
        if (demo) await new LoadDemo(gate, clock).RunAsync();
    }
}
