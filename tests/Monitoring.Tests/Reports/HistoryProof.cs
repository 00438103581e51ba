using Monitoring.Web.Figures;
using Monitoring.Web.Region;
using Monitoring.Web.Reports;

namespace Monitoring.Tests.Reports;

/// <summary>
/// Countries with a random history each: indicators and values are added, edited, retired and restated, and reports accepted in between.
/// A plain list beside the database says what each snapshot must hold; kept totals, their recomputation and the region's totals are held
/// to it, figure by figure.
/// </summary>
public static class HistoryProof
{
    private const int AtOnce = 120;
    private const string Cycle = "2021-S2";
    private static readonly string[] Units = ["persons", "families"];
    private static readonly string[] Sexes = ["All", "Female", "Male"];

    /// <summary>What was done, and how often something was not equal.</summary>
    public sealed record Outcome(int Histories, int Edits, int Snapshots, int Totals, int RegionalTotals, IReadOnlyList<string> Unequal)
    {
        public bool Proven => Unequal.Count == 0 && Edits > Histories && Snapshots >= Histories && Totals > 0 && RegionalTotals > 0;
    }

    /// <param name="histories">How many, each of a country of its own.</param>
    /// <param name="seed">The same seed gives the same histories.</param>
    /// <param name="onFresh">Lends a migrated database without a row, once for each batch of countries.</param>
    public static async Task<Outcome> RunAsync(int histories, int seed, Func<Func<Database, Task>, Task> onFresh)
    {
        var all = new Outcome(0, 0, 0, 0, 0, []);
        for (var done = 0; done < histories; done += AtOnce)
        {
            var (countries, from) = (Math.Min(AtOnce, histories - done), seed + done);
            await onFresh(async database => all = Plus(all, await BatchAsync(database, countries, from)));
        }
        return all;
    }

    private static Outcome Plus(Outcome all, Outcome next) => new(all.Histories + next.Histories, all.Edits + next.Edits, all.Snapshots + next.Snapshots, all.Totals + next.Totals,
        all.RegionalTotals + next.RegionalTotals, [.. all.Unequal, .. next.Unequal]);

    private static async Task<Outcome> BatchAsync(Database database, int countries, int seed)
    {
        var clock = new StandingClock();
        var job = new Gate(database, new Caller(), clock).ForJob(JobName.Load);
        var analyst = new Caller();
        analyst.Is(Guid.CreateVersion7(), Guid.CreateVersion7());
        var histories = Enumerable.Range(0, countries).Select(i => new History(job, Code(i), new Random(seed + i))).ToList();
        await using (var catalogues = await job.EditCataloguesAsync())
        {
            await catalogues.WriteAsync(AddCycle);
            await catalogues.CommitAsync();
        }
        await using (var people = await job.EditPeopleAsync())
        {
            var row = new { Id = analyst.PersonId, SessionId = analyst.SessionId, GrantId = Guid.CreateVersion7() };
            foreach (var sql in (PlatformSql[])[AddPerson, AddGrant, AddSession]) await people.WriteAsync(sql, row);
            foreach (var history in histories)
            {
                await people.WriteAsync(AddCountry, new { Code = history.Country });
                await people.BeginHistoryAsync(history.Country);
            }
            await people.CommitAsync();
        }
        var unequal = new List<string>();
        foreach (var history in histories)
        {
            await history.LiveAsync();
            unequal.AddRange((await history.FaultsAsync()).Select(f => $"seed {seed}, {history.Country}: {f}"));
        }
        var (totals, faults) = await RegionAsync(new Gate(database, analyst, clock), histories);
        unequal.AddRange(faults.Select(f => $"seed {seed}: {f}"));
        return new Outcome(countries, histories.Sum(h => h.Edits), histories.Sum(h => h.Accepted.Count), histories.Sum(h => h.Accepted.Sum(a => a.Count)), totals, unequal);
    }

    private static async Task<(int, List<string>)> RegionAsync(Gate gate, List<History> histories)
    {
        await using var db = await gate.RegionAsync();
        var figures = await ReportedFigures.NewestAsync(db, CancellationToken.None);
        var faults = new List<string>();
        var totals = 0;
        foreach (var (unit, year) in Units.SelectMany(u => Years.Select(y => (u, y))))
        {
            var expected = histories.SelectMany(h => h.Accepted[^1]).Where(e => e.Unit == unit && e.Year == year && e.IsNewest && e.Whole is not null).Select(e => e.Whole!.Value).ToList();
            var region = Aggregator.Of(figures.Where(f => f.Unit == unit && f.Period.Start?.Year == year));
            totals++;
            var right = region switch
            {
                Total t => expected.Count > 0 && t.Value == expected.Sum(),
                Refusal { Reason.Key: Reason.DefinitionsDiffer } => true,
                Missing => expected.Count == 0,
                _ => false,
            };
            if (!right) faults.Add($"{unit} {year}: {region} for {expected.Count} values of {expected.Sum()}");
        }
        return (totals, faults);
    }

    internal static readonly int[] Years = [2019, 2020, 2021];

    private static CountryCode Code(int i) => CountryCode.Parse($"X{(char)('A' + i / 26)}{(char)('A' + i % 26)}", null);

    /// <summary>What a snapshot must hold of one indicator, definition and year.</summary>
    internal sealed record Expected(string Indicator, int Definition, int Year, string Unit, decimal? Whole, int Cells, int CellsReported, decimal CellSum, bool IsNewest);

    private sealed class History(JobGate job, CountryCode country, Random dice)
    {
        private readonly List<Indicator> _indicators = [];
        private readonly List<Leaf> _leaves = [];

        public CountryCode Country => country;
        public int Edits { get; private set; }
        public List<IReadOnlyList<Expected>> Accepted { get; } = [];

        public async Task LiveAsync()
        {
            await DoAsync(ChangeAction.Loaded, db => db.StageAsync(AddReport, new { Id = Guid.CreateVersion7() }));
            for (var steps = 6 + dice.Next(14); steps > 0; steps--) await StepAsync();
            await AcceptAsync();
        }

        private Task StepAsync() => dice.Next(12) switch
        {
            0 or 1 => AddIndicatorAsync(),
            2 => RetireIndicatorAsync(),
            3 => RetireValueAsync(),
            4 => RedefineAsync(),
            5 or 6 => AcceptAsync(),
            _ => ValueAsync(),
        };

        private async Task AddIndicatorAsync()
        {
            var added = new Indicator(Guid.CreateVersion7(), $"{country}-I{_indicators.Count + 1}", Units[dice.Next(Units.Length)]);
            await DoAsync(ChangeAction.Added, async db =>
            {
                await db.StageAsync(AddIndicator, new { added.Id, added.Code, Position = dice.Next(5) });
                await db.StageAsync(AddDefinition, new { added.Id, No = 1, Name = added.Code, added.Unit });
            });
            _indicators.Add(added);
        }

        private async Task RedefineAsync()
        {
            if (Pick(_indicators) is not { } one) return;
            one.Definition++;
            await DoAsync(ChangeAction.Edited, db => db.StageAsync(AddDefinition, new { one.Id, No = one.Definition, Name = one.Code, one.Unit }));
        }

        private async Task RetireIndicatorAsync()
        {
            if (Pick(_indicators) is not { } one) return;
            await DoAsync(ChangeAction.Retired, db => db.StageAsync(one.Retired ? ReviveIndicator : RetireIndicator, new { one.Id }));
            one.Retired = !one.Retired;
        }

        private async Task RetireValueAsync()
        {
            if (Pick(_leaves) is not { } leaf) return;
            await DoAsync(ChangeAction.Retired, db => db.StageAsync(RetireValue, new { leaf.Id }));
            _leaves.Remove(leaf);
        }

        // A new value, an edit, or the restatement of one that was accepted.
        private async Task ValueAsync()
        {
            if (Pick(_indicators) is not { } one) return;
            var (year, sex) = (Years[dice.Next(Years.Length)], Sexes[dice.Next(Sexes.Length)]);
            var value = dice.Next(8) switch { 0 => (decimal?)null, 1 => 0m, _ => dice.Next(2) == 0 ? dice.Next(10_000) : dice.Next(1, 2_000_000_000) / 10_000m };
            var was = _leaves.Find(l => l.Of == one && l.Definition == one.Definition && l.Year == year && l.Sex == sex);
            var leaf = (was ?? new Leaf(Guid.CreateVersion7(), one, one.Definition, year, sex)) with { Value = value };
            var row = new
            {
                leaf.Id,
                Indicator = one.Id,
                No = one.Definition,
                Start = new DateOnly(year, 1, 1),
                End = new DateOnly(year, 12, 31),
                Sex = sex,
                State = value is null ? "NotCollected" : "Reported",
                Value = value,
            };
            await DoAsync(was is null ? ChangeAction.Added : Accepted.Count > 0 ? ChangeAction.Restated : ChangeAction.Edited, db => db.StageAsync(was is null ? AddValue : EditValue, row));
            if (was is not null) _leaves.Remove(was);
            _leaves.Add(leaf);
        }

        private async Task AcceptAsync()
        {
            await DoAsync(ChangeAction.Accepted, db => FreezeReport.StageAsync(db, new Acceptance(Guid.CreateVersion7(), Cycle, "Report", "lead", null), CancellationToken.None));
            Accepted.Add([.. _leaves.Where(l => !l.Of.Retired).GroupBy(l => (l.Of.Code, l.Definition, l.Year, l.Of.Unit)).Select(g =>
            {
                var cells = g.Where(l => l.Sex != "All").ToList();
                return new Expected(g.Key.Code, g.Key.Definition, g.Key.Year, g.Key.Unit, g.FirstOrDefault(l => l.Sex == "All")?.Value, cells.Count,
                    cells.Count(c => c.Value is not null), cells.Sum(c => c.Value ?? 0), g.Key.Year == _leaves.Where(l => l.Of.Code == g.Key.Code).Max(l => l.Year));
            }).OrderBy(e => e.Indicator, StringComparer.Ordinal).ThenBy(e => e.Definition).ThenBy(e => e.Year)]);
        }

        public async Task<IReadOnlyList<string>> FaultsAsync()
        {
            await using var db = await job.ReadAsync(country);
            var faults = new List<string>();
            if (await RecomputeTotals.FirstFaultAsync(db) is { } fault) faults.Add($"recomputed: {fault}");
            foreach (var (i, expected) in Accepted.Index())
            {
                var kept = (await db.ListAsync<FrozenTotal>(FrozenTotal.Kept, new { SnapshotNo = i + 1 }))
                    .Select(t => new Expected(t.IndicatorCode, t.DefinitionNo, t.PeriodStart!.Value.Year, t.Unit!, t.Value, t.Cells, t.CellsReported, t.CellSum, t.IsNewest))
                    .OrderBy(e => e.Indicator, StringComparer.Ordinal).ThenBy(e => e.Definition).ThenBy(e => e.Year);
                if (!kept.SequenceEqual(expected)) faults.Add($"snapshot {i + 1} keeps other totals than its history gives");
            }
            return faults;
        }

        private T? Pick<T>(List<T> from) where T : class => from.Count == 0 ? null : from[dice.Next(from.Count)];

        private async Task DoAsync(ChangeAction action, Func<CountryEdit, Task> edit)
        {
            await using var db = await job.EditAsync(country);
            await edit(db);
            await db.CommitAsync(new Change(action, "Indicator", Guid.CreateVersion7(), "history", [], "because"), Guid.CreateVersion7());
            Edits++;
        }
    }

    private sealed record Indicator(Guid Id, string Code, string Unit)
    {
        public int Definition { get; set; } = 1;
        public bool Retired { get; set; }
    }

    private sealed record Leaf(Guid Id, Indicator Of, int Definition, int Year, string Sex)
    {
        public decimal? Value { get; init; }
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2021, 11, 15, 15, 0, 0, TimeSpan.Zero);
    }

    private static readonly CatalogueSql AddCycle = CatalogueSql.Of("""
        insert into ReportingCycle (Code, StartsOn, EndsOn, State, Mark, Version, ChangedAt, ChangedBy)
        values ('2021-S2', '2021-07-01', '2021-12-31', 'Open', 'Reported', 1, @Now, @Person)
        """);

    internal static readonly PlatformSql AddPerson = PlatformSql.Of("""
        insert into Person (Id, Email, EmailKey, DisplayName, SecurityStamp, CreatedAt)
        values (@Id, 'analyst', 'analyst', 'Analyst', 'stamp', @Now)
        """);

    internal static readonly PlatformSql AddGrant = PlatformSql.Of("""
        insert into PersonGrant (Id, PersonId, Role, CountryCode, GrantedAt, GrantedBy) values (@GrantId, @Id, 'SecretariatAnalyst', null, @Now, @Person)
        """);

    internal static readonly PlatformSql AddSession = PlatformSql.Of(
        "insert into PersonSession (Id, PersonId, StartedAt, ExpiresAt) values (@SessionId, @Id, @Now, '2031-01-01 00:00:00')");

    private static readonly PlatformSql AddCountry = PlatformSql.Of("""
        insert into Country (Code, NameEn, NameEs, Suspended, SharesDrafts, Version, ChangedAt, ChangedBy)
        values (@Code, @Code, @Code, 0, 1, 1, @Now, @Person)
        """);

    private static readonly CountrySql AddReport = CountrySql.Of("""
        insert into CountryReport (Country, CycleCode, Id, State, StateSince, Version, ChangedAt, ChangedBy)
        values (@Country, '2021-S2', @Id, 'Approved', @Now, 1, @Now, @Person)
        """);

    internal static readonly CountrySql AddIndicator = CountrySql.Of("""
        insert into Indicator (Country, Id, Code, CurrentDefinition, Position, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Code, 1, @Position, 'Reported', 1, @Now, @Person)
        """);

    internal static readonly CountrySql AddDefinition = CountrySql.Of("""
        insert into IndicatorDefinition (Country, IndicatorId, DefinitionNo, Name, Kind, Unit, Population, OverlapRule)
        values (@Country, @Id, @No, @Name, 'Count', @Unit, 'displaced', 'Disjoint')
        """);

    private static readonly CountrySql RetireIndicator = CountrySql.Of("update Indicator set RetiredAt = @Now where Country = @Country and Id = @Id");

    private static readonly CountrySql ReviveIndicator = CountrySql.Of("update Indicator set RetiredAt = null where Country = @Country and Id = @Id");

    private static readonly CountrySql RetireValue = CountrySql.Of("update Measurement set RetiredAt = @Now where Country = @Country and Id = @Id");

    private static readonly CountrySql EditValue = CountrySql.Of(
        "update Measurement set State = @State, Value = @Value, Version = Version + 1 where Country = @Country and Id = @Id");

    internal static readonly CountrySql AddValue = CountrySql.Of("""
        insert into Measurement (Country, Id, IndicatorId, DefinitionNo, PeriodStart, PeriodEnd, Sex, State, Value, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Indicator, @No, @Start, @End, @Sex, @State, @Value, 'Reported', 1, @Now, @Person)
        """);
}
