using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Monitoring.Benchmarks;

/// <summary>A filter over one country's 500 initiatives: through the door, with the grant read again, and by the driver alone.</summary>
public class FilterBenchmarks
{
    private static readonly CountrySql Pilots = CountrySql.Of("""
        select Id, Code, Title, Stage, Position
          from Initiative
         where Country = @Country and SearchText like @Search and Stage = @Stage
         order by Code
        """);

    private BenchDatabase? _bench;

    private BenchDatabase Bench => _bench ?? throw new InvalidOperationException("Not set up.");

    internal static IEnumerable<Bar> Run()
    {
        // In this process: a generated project would be built under this repository's rules.
        var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        var reports = BenchmarkRunner.Run<FilterBenchmarks>(config).Reports;
        double Mean(string method) => reports.Single(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method).ResultStatistics?.Mean
            ?? throw new InvalidOperationException($"{method} was not measured.");
        yield return new Bar("filter over one country, through the door", "raw ADO.NET on the same index", Mean(nameof(Door)) / Mean(nameof(Raw)), 1.15);
    }

    [GlobalSetup]
    public async Task SetUp() => _bench = await BenchDatabase.OpenAsync();

    [GlobalCleanup]
    public async Task CleanUp() => await Bench.DisposeAsync();

    [Benchmark]
    public async Task<int> Door()
    {
        var country = Bench.World.Codes[3];
        await using var db = await Bench.World.FocalPointOf(country).ReadAsync(country);
        return (await db.ListAsync<Row>(Pilots, new { Search = "%of its kind%", Stage = "Pilot" })).Count;
    }

    [Benchmark(Baseline = true)]
    public async Task<int> Raw()
    {
        await using var connection = await Bench.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = Pilots.Text(Dialect.Sqlite);
        foreach (var (name, value) in new[] { ("@Country", Bench.World.Codes[3].Value), ("@Search", "%of its kind%"), ("@Stage", "Pilot") })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        var rows = new List<Row>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(new Row
            {
                Id = Guid.Parse(reader.GetString(0), CultureInfo.InvariantCulture),
                Code = reader.GetString(1),
                Title = reader.GetString(2),
                Stage = reader.GetString(3),
                Position = reader.GetInt32(4),
            });
        return rows.Count;
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }
        public string Code { get; init; } = "";
        public string Title { get; init; } = "";
        public string Stage { get; init; } = "";
        public int Position { get; init; }
    }
}
