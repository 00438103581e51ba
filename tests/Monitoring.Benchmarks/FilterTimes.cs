using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace Monitoring.Benchmarks;

/// <summary>
/// A filter over one country's 500 initiatives: through the door, with the grant read again, and by the driver alone. Turn by turn, so
/// that whatever else the machine does falls on all of them alike.
/// </summary>
internal static class FilterTimes
{
    private const int Rounds = 3000;
    private const int WarmUp = 500;

    private static readonly CountrySql Pilots = CountrySql.Of("""
        select Id, Code, Title, Stage, Position
          from Initiative
         where Country = @Country and SearchText like @Search and Stage = @Stage
         order by Code
        """);

    public static async Task<IReadOnlyList<Bar>> RunAsync()
    {
        await using var bench = await BenchDatabase.OpenAsync();
        await using var open = await bench.Database.OpenAsync(CancellationToken.None);
        var (doors, raws, opens) = (new List<double>(), new List<double>(), new List<double>());
        var country = bench.World.Codes[3];
        for (var i = 0; i < WarmUp + Rounds; i++)
        {
            var door = await TimeAsync(() => DoorAsync(bench, country));
            var raw = await TimeAsync(() => RawAsync(bench, country));
            var onOpen = await TimeAsync(() => ReadAsync(open, country));
            if (i < WarmUp) continue;
            doors.Add(door);
            raws.Add(raw);
            opens.Add(onOpen);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The filter: {Median(doors):N0} µs through the door, {Median(raws):N0} µs raw, {Median(opens):N0} µs raw on a connection that stays open"));
        return
        [
            new Bar("filter over one country, through the door", "raw ADO.NET on the same index", Median(doors) / Median(raws), 1.15),
            new Bar("the same, for scale", "raw, on a connection that stays open", Median(doors) / Median(opens), double.PositiveInfinity),
        ];
    }

    private static async Task<double> TimeAsync(Func<Task<int>> work)
    {
        var watch = Stopwatch.StartNew();
        if (await work() == 0) throw new InvalidOperationException("Nothing was found.");
        return watch.Elapsed.TotalMicroseconds;
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    private static async Task<int> DoorAsync(BenchDatabase bench, CountryCode country)
    {
        await using var db = await bench.World.FocalPointOf(country).ReadAsync(country);
        return (await db.ListAsync<Row>(Pilots, new { Search = "%of its kind%", Stage = "Pilot" })).Count;
    }

    private static async Task<int> RawAsync(BenchDatabase bench, CountryCode country)
    {
        await using var connection = await bench.Database.OpenAsync(CancellationToken.None);
        return await ReadAsync(connection, country);
    }

    private static async Task<int> ReadAsync(DbConnection connection, CountryCode country)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pilots.Text(Dialect.Sqlite);
        foreach (var (name, value) in new[] { ("@Country", country.Value), ("@Search", "%of its kind%"), ("@Stage", "Pilot") })
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

    private sealed record Row
    {
        public Guid Id { get; init; }
        public string Code { get; init; } = "";
        public string Title { get; init; } = "";
        public string Stage { get; init; } = "";
        public int Position { get; init; }
    }
}
