using System.Globalization;
using System.Text.Json;
using Dapper;
using Monitoring.Web.Reports;

namespace Monitoring.Tests.Reports;

/// <summary>A snapshot has the same bytes wherever the same content is frozen, and nobody changes it unnoticed.</summary>
public sealed class FreezeReportTests
{
    private static readonly CountryCode[] Members = [World.Mexico, World.Honduras, World.ElSalvador];

    private static readonly CountrySql AddReport = CountrySql.Of("""
        insert into CountryReport (Country, CycleCode, Id, State, StateSince, Version, ChangedAt, ChangedBy)
        select @Country, '2021-S2', @Id, 'Approved', @Now, 1, @Now, @Person
         where not exists (select 1 from CountryReport where Country = @Country and CycleCode = '2021-S2')
        """);

    private static readonly CountrySql Rename = CountrySql.Of("update Initiative set Title = 'A new title' where Country = @Country and Code = 'HN-ART'");

    private static readonly RegionSql Titles = RegionSql.Of("""
        select f.Title from region_fact_sheet f join region_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo where f.Code = 'HN-ART'
        """);

    private static readonly ProgressSql PublishedTitles = ProgressSql.Of("select Title from published_initiative where Code = 'HN-ART'");

    [Theory, EveryDatabase]
    public async Task Loading_publishes_the_report_as_the_first_snapshot_of_each_member(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        await using var connection = await world.Behind.RawAsync();
        var all = (await connection.QueryAsync<(string Country, int No, string Cycle, string State, string By, string Previous)>(
            "select Country, SnapshotNo, CycleCode, State, AcceptedBy, PreviousHash from Snapshot order by Country")).ToList();
        all.ShouldBe(new[] { "HND", "MEX", "SLV" }.Select(c => (c, 1, "2021-S1", "Published", "MIRPS Working Group report 2021", CountryEdit.NoHash)));
        foreach (var country in Members)
        {
            await using var db = await world.Job.ReadAsync(country);
            (await CheckSnapshots.FirstFaultAsync(db)).ShouldBeNull();
            (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
        }
    }

    [Theory, EveryDatabase]
    public async Task The_same_content_has_the_same_bytes_on_another_day_in_another_culture_and_with_the_demo(Engine engine)
    {
        await using var here = await ReportWorld.OpenAsync(engine);
        await using var there = await TestDatabase.EmptyAsync(engine);
        var later = World.NewClock();
        later.Advance(TimeSpan.FromDays(1234));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            await ReportWorld.LoadAsync(there.Database, demo: true, later);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
        (await ContentsAsync(there)).ShouldBe(await ContentsAsync(here.Behind));
    }

    [Fact]
    public async Task A_snapshot_holds_nothing_illustrative_even_where_the_demo_is_loaded()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        foreach (var content in await ContentsAsync(world.Behind)) content.ShouldNotContain("Illustrative");
        foreach (var table in SchemaRules.Tables.Where(t => t.Name.StartsWith("Frozen", StringComparison.Ordinal)))
            foreach (var mark in table.Columns.Where(c => c.Name.EndsWith("Mark", StringComparison.Ordinal)))
                (await world.Behind.ScalarAsync<int>($"select count(*) from {table.Name} where {mark.Name} = 'Illustrative'")).ShouldBe(0, table.Name);
        (await world.Behind.ScalarAsync<int>("select count(*) from FrozenMeasurement where IndicatorCode in ('HN-ART-I3', 'SV-CHAR-I1') and Numerator is not null"))
            .ShouldBe(0);
        (await world.Behind.ScalarAsync<int>("select count(*) from FrozenNextStep where DueOn is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task The_text_is_canonical_json_with_every_row_of_the_country()
    {
        await using var world = await ReportWorld.OpenAsync();
        var text = (await world.Behind.ScalarAsync<string>("select Content from Snapshot where Country = 'HND'"))!;
        using var json = JsonDocument.Parse(text);
        var content = json.RootElement.GetProperty("Content");
        foreach (var (list, count) in new[] { ("Initiatives", 2), ("Results", 9), ("NextSteps", 10), ("Measurements", 18), ("Statements", 4), ("CommonAnswers", 7) })
            content.GetProperty(list).GetArrayLength().ShouldBe(count, list);
        foreach (var row in content.EnumerateObject().SelectMany(l => l.Value.EnumerateArray()))
            row.EnumerateObject().Select(p => p.Name).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        text.ShouldContain("\"PrintedPercent\":44.7");
        text.ShouldContain("\"InCharge\":\"Secretariat for Human Rights (SEDH)\"");
        text.ShouldNotContain("\n");
    }

    [Theory, EveryDatabase]
    public async Task A_second_snapshot_follows_the_first_and_the_first_stays_as_it_was(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        var before = await ContentsAsync(world.Behind);
        var second = await FreezeAgainAsync(world);
        second.SnapshotNo.ShouldBe(2);
        second.PreviousHash.ShouldBe(await world.Behind.ScalarAsync<string>("select Hash from Snapshot where Country = 'HND' and SnapshotNo = 1"));
        before.ShouldBeSubsetOf(await ContentsAsync(world.Behind));
        await using (var db = await world.Job.ReadAsync(World.Honduras)) (await CheckSnapshots.FirstFaultAsync(db)).ShouldBeNull();

        // Accepted but not published: the region reads it, donors read what was published before.
        await using (var region = await world.As(World.Lead).RegionAsync()) (await region.OneAsync<string>(Titles)).ShouldBe("A new title");
        await using (var progress = await world.As(World.Donor).ProgressAsync()) (await progress.OneAsync<string>(PublishedTitles)).ShouldNotBe("A new title");
    }

    [Theory]
    [InlineData("update Snapshot set Content = replace(Content, '38', '39') where Country = 'HND' and SnapshotNo = 1", 1, "Text")]
    [InlineData("update FrozenMeasurement set Value = 39 where Country = 'HND' and SnapshotNo = 1 and IndicatorCode = 'HN-MAHE-I2'", 1, "Rows")]
    [InlineData("update FrozenResult set Text = 'Better' where Country = 'HND' and SnapshotNo = 1", 1, "Rows")]
    [InlineData("update FrozenValueMark set Mark = 'Stated' where Country = 'HND' and SnapshotNo = 1", 1, "Rows")]
    [InlineData("delete from FrozenNextStep where Country = 'HND' and SnapshotNo = 2 and Code = 'HN-ART-N1'", 2, "Rows")]
    [InlineData("update Snapshot set PreviousHash = Hash where Country = 'HND' and SnapshotNo = 2", 2, "Chain")]
    [InlineData("update Snapshot set Title = 'Another' where Country = 'HND' and SnapshotNo = 2", 2, "Rows")]
    [InlineData("delete from Snapshot where Country = 'HND' and SnapshotNo = 1", 1, "Missing")]
    public async Task A_change_past_the_doors_is_found(string tampering, int snapshotNo, string what)
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await FreezeAgainAsync(world);
        await using (var connection = await world.Behind.RawAsync())
        {
            await connection.ExecuteAsync("pragma foreign_keys = off");
            (await connection.ExecuteAsync(tampering)).ShouldBeGreaterThan(0);
        }
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await CheckSnapshots.FirstFaultAsync(db)).ShouldBe(new SnapshotFault(snapshotNo, what));
        await using var other = await world.Job.ReadAsync(World.Mexico);
        (await CheckSnapshots.FirstFaultAsync(other)).ShouldBeNull();
    }

    [Fact]
    public async Task A_forger_who_also_fixes_the_hash_breaks_the_next_link()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await FreezeAgainAsync(world);
        await using (var connection = await world.Behind.RawAsync())
        {
            var text = (await connection.ExecuteScalarAsync<string>("select Content from Snapshot where Country = 'HND' and SnapshotNo = 1"))!
                .Replace("\"Value\":38", "\"Value\":39", StringComparison.Ordinal);
            await connection.ExecuteAsync("update FrozenMeasurement set Value = 39 where Country = 'HND' and SnapshotNo = 1 and Value = 38");
            await connection.ExecuteAsync("update FrozenCommonAnswer set Value = 39 where Country = 'HND' and SnapshotNo = 1 and Value = 38");
            await connection.ExecuteAsync("update Snapshot set Content = @text, Hash = @hash where Country = 'HND' and SnapshotNo = 1",
                new { text, hash = SnapshotContent.HashOf(text) });
        }
        await using var db = await world.Job.ReadAsync(World.Honduras);
        (await CheckSnapshots.FirstFaultAsync(db)).ShouldBe(new SnapshotFault(2, "Chain"));
    }

    private static async Task<Snapshot> FreezeAgainAsync(World world)
    {
        await using var db = await world.Job.EditAsync(World.Honduras);
        await db.StageAsync(AddReport, new { Id = Guid.CreateVersion7() });
        await db.StageAsync(Rename);
        var snapshot = await FreezeReport.StageAsync(db, new Acceptance(Guid.CreateVersion7(), "2021-S2", "Second half of 2021", "A lead", null), CancellationToken.None);
        await db.CommitAsync(new Change(ChangeAction.Accepted, "Snapshot", snapshot.Id, "2021-S2", []), Guid.CreateVersion7());
        return snapshot;
    }

    private static async Task<List<string>> ContentsAsync(TestDatabase db)
    {
        await using var connection = await db.RawAsync();
        return [.. await connection.QueryAsync<string>("select concat(Hash, ' ', Content) from Snapshot order by Country, SnapshotNo")];
    }
}
