using System.Diagnostics;
using System.Globalization;
using Monitoring.Tests.Kernel;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Search;

namespace Monitoring.Benchmarks;

/// <summary>
/// The lists of a country with 2,000 initiatives, 20,000 measurements and 5,000 next steps: what a page asks for, with the rights read
/// again, beside the bare statement of its rows, turn by turn. Without rendering.
/// </summary>
internal static class WorkspaceTimes
{
    private const int Initiatives = 2_000;
    private const int Indicators = 1_000;
    private const int Periods = 20;
    private const int Steps = 5_000;
    private const int Results = 4_000;
    private const int Rounds = 60;
    private const int WarmUp = 10;
    private const int Page = 50;

    private static readonly StandingClock Clock = new();

    public static async Task<IReadOnlyList<Bar>> RunAsync()
    {
        await using var bench = await BenchDatabase.OpenAsync(countries: 1, initiativesEach: Initiatives);
        var country = bench.World.Codes[0];
        await FillAsync(bench, country);
        var gate = bench.World.FocalPointOf(country);
        var bars = new List<Bar>();
        foreach (var (page, sort) in new[] { (1, "place"), (20, "place"), (1, "-changed"), (1, "-overdue") })
            await AddAsync($"initiatives, page {page} by {sort}", InitiativeFacts.All.OrderBy(ListInitiatives.Sort.Parse(sort)).Paged(), page,
                () => new ListInitiatives(gate).RunAsync(country, new InitiativeFilter(), sort, page));
        foreach (var page in new[] { 1, 200 })
            await AddAsync($"indicators, page {page}", ListIndicators.All.OrderBy(ListIndicators.Sort.Parse(null)).Paged(), page,
                () => new ListIndicators(gate, Clock).RunAsync(country, page));
        foreach (var page in new[] { 1, 50 })
            await AddAsync($"next steps, page {page}", ListNextSteps.All.And(ListNextSteps.Open).OrderBy(ListNextSteps.Sort.Parse("due")).Paged(), page,
                () => new ListNextSteps(gate, Clock).RunAsync(country, new StepQuery(), null, page));
        await AddAsync("search of every text", SearchCountry.All, 1, () => new SearchCountry(gate).RunAsync(country, "words municipality"));
        return bars;

        async Task AddAsync(string what, CountrySql sql, int page, Func<Task> ask)
        {
            var (asked, bare) = (new List<double>(), new List<double>());
            for (var i = 0; i < WarmUp + Rounds; i++)
            {
                var took = await TimeAsync(ask);
                var floor = await TimeAsync(() => ReadAsync(bench.Database, sql, country, page));
                if (i < WarmUp) continue;
                asked.Add(took);
                bare.Add(floor);
            }
            asked.Sort();
            bare.Sort();
            bars.Add(new Bar(what, string.Create(CultureInfo.InvariantCulture, $"its bare SQL, {bare[Rounds / 2]:0.0} ms"), asked[Rounds / 2] / bare[Rounds / 2], 3));
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task ReadAsync(Database database, CountrySql sql, CountryCode country, int page)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql.Text(Dialect.Sqlite);
        foreach (var (name, value) in new (string, object)[] { ("@Country", country.Value), ("@Skip", (page - 1) * Page), ("@Take", Page + 1), ("@Today", "2021-11-15") })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        var rows = 0;
        while (await reader.ReadAsync()) rows += reader.GetValues(values) > 0 ? 1 : 0;
        if (rows < Page) throw new InvalidOperationException("The floor reads nothing.");
    }

    private static async Task FillAsync(BenchDatabase bench, CountryCode country)
    {
        await using var db = await new Gate(bench.Database, new Caller(), Clock).ForJob(JobName.Load).EditAsync(country);
        var ids = await db.ListAsync<Guid>(Ids);
        await db.StageManyAsync(AddTopic, [.. ids.SelectMany((id, i) => new[] { "T1", "T2", "T3" }.Skip(i % 2).Select(topic => new { Id = id, Topic = topic }))]);
        await db.StageManyAsync(AddParty, [.. ids.SelectMany((id, i) => Enumerable.Range(0, 2).Select(n => new
        {
            Id = Guid.CreateVersion7(),
            InitiativeId = id,
            Part = n == 0 ? "InCharge" : "Partner",
            Position = n,
            Name = $"Institution number {i % 120} of the country",
        }))]);
        await db.StageManyAsync(AddStep, [.. Enumerable.Range(0, Steps).Select(i => new
        {
            Id = Guid.CreateVersion7(),
            InitiativeId = ids[i % ids.Count],
            Code = $"N{i}",
            Text = Words(i),
            DueOn = i % 5 == 0 ? (DateOnly?)null : new DateOnly(2021, 1, 1).AddDays(i % 700),
            Status = i % 3 == 2 ? "Done" : "Planned",
            Position = i,
        })]);
        await db.StageManyAsync(AddResult, [.. Enumerable.Range(0, Results).Select(i => new
        {
            Id = Guid.CreateVersion7(),
            InitiativeId = ids[i % ids.Count],
            Code = $"R{i}",
            Text = Words(i),
            Position = i,
        })]);
        var indicators = Enumerable.Range(0, Indicators).Select(i => new { Id = Guid.CreateVersion7(), InitiativeId = ids[i * 2], Code = $"I{i}", Name = $"Indicator {i} of persons reached", Position = i }).ToList();
        await db.StageManyAsync(AddIndicator, indicators);
        await db.StageManyAsync(AddDefinition, indicators);
        await db.StageManyAsync(AddMeasurement, [.. indicators.SelectMany(k => Enumerable.Range(0, Periods).Select(p => new
        {
            Id = Guid.CreateVersion7(),
            IndicatorId = k.Id,
            Period = $"{2012 + p / 2}-S{1 + p % 2}",
            From = new DateOnly(2012 + p / 2, 1 + p % 2 * 6, 1),
            Value = (decimal)(p * 17),
        }))]);
        await db.CommitAsync(new Change(ChangeAction.Loaded, "Country", Guid.CreateVersion7(), country.Value, []), Guid.CreateVersion7());
    }

    private static string Words(int i) => string.Concat(Enumerable.Repeat($"These are the words number {i} about what was done in a municipality. ", 4));

    private static readonly CountrySql Ids = CountrySql.Of("select Id from Initiative where Country = @Country order by Position");

    private static readonly CountrySql AddTopic = CountrySql.Of(
        "insert into InitiativeTopic (Country, InitiativeId, TopicCode, Mark) values (@Country, @Id, @Topic, 'Reported')");

    private static readonly CountrySql AddParty = CountrySql.Of("""
        insert into InitiativeInstitution (Country, Id, InitiativeId, Part, Position, PrintedName, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @Part, @Position, @Name, 'Reported', 1, @Now, @Person)
        """);

    private static readonly CountrySql AddStep = CountrySql.Of("""
        insert into NextStep (Country, Id, InitiativeId, Code, Text, DueOn, Status, Position, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @Code, @Text, @DueOn, @Status, @Position, 'Reported', 1, @Now, @Person)
        """);

    private static readonly CountrySql AddResult = CountrySql.Of("""
        insert into Result (Country, Id, InitiativeId, Code, Text, Attribution, Position, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @Code, @Text, 'Reported', @Position, 'Reported', 1, @Now, @Person)
        """);

    private static readonly CountrySql AddIndicator = CountrySql.Of("""
        insert into Indicator (Country, Id, Code, InitiativeId, CurrentDefinition, Position, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Code, @InitiativeId, 1, @Position, 'Reported', 1, @Now, @Person)
        """);

    private static readonly CountrySql AddDefinition = CountrySql.Of("""
        insert into IndicatorDefinition (Country, IndicatorId, DefinitionNo, Name, Kind, Unit, OverlapRule)
        values (@Country, @Id, 1, @Name, 'Count', 'persons', 'Disjoint')
        """);

    private static readonly CountrySql AddMeasurement = CountrySql.Of("""
        insert into Measurement (Country, Id, IndicatorId, DefinitionNo, PeriodText, PeriodStart, State, Value, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @IndicatorId, 1, @Period, @From, 'Reported', @Value, 'Reported', 1, @Now, @Person)
        """);
}
