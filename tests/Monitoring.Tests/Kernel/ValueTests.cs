using CsCheck;

namespace Monitoring.Tests.Kernel;

/// <summary>What goes in comes out, and compares as on SQL Server.</summary>
public sealed class ValueTests
{
    private static readonly CatalogueSql AddRate = CatalogueSql.Of(
        "insert into ExchangeRate (Currency, RateOn, UsDollars, Source, Mark) values (@Currency, @RateOn, @UsDollars, @Source, @Mark)");

    private static readonly CatalogueSql Rates = CatalogueSql.Of("select Currency, RateOn, UsDollars, Source, Mark from ExchangeRate order by RateOn");

    private static readonly CountrySql AddInstitution = CountrySql.Of(
        "insert into Institution (Country, Id, Name, Acronym, ChangedAt, ChangedBy) values (@Country, @Id, @Name, @Acronym, @ChangedAt, 'test')");

    private static readonly CountrySql Institutions = CountrySql.Of(
        "select Id, Name, Acronym, Version, ChangedAt, ChangedBy from Institution where Country = @Country order by Name");

    private static readonly CountrySql AddLine = CountrySql.Of("""
        insert into BudgetLine (Country, Id, InitiativeId, FiscalYear, Currency, RequiredMinor, PledgedMinor, Mark, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, 2022, 'HNL', @RequiredMinor, @PledgedMinor, @Mark, @Now, @Person)
        """);

    private static readonly CountrySql Lines = CountrySql.Of("select Id, RequiredMinor, PledgedMinor, Mark from BudgetLine where Country = @Country");

    private static readonly PlatformSql Countries = PlatformSql.Of("select Code, Suspended, SharesDrafts from Country order by Code");

    [Theory, EveryDatabase]
    public async Task Decimals_dates_and_enums_come_back_as_they_were(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        // SQLite keeps 15 digits of a number that is not whole, wherever its point is.
        var rate = Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 8], (n, scale) => n / Power(scale));
        var day = 0;
        await rate.SampleAsync(async value =>
        {
            var on = new DateOnly(1990, 1, 1).AddDays(Interlocked.Increment(ref day));
            await using var db = await world.Job.EditCataloguesAsync();
            await db.WriteAsync(AddRate, new { Currency = "HNL", RateOn = on, UsDollars = value, Source = "test", Mark = Mark.Illustrative });
            return (await db.ListAsync<RateRow>(Rates)).ShouldHaveSingleItem() == new RateRow
            {
                Currency = "HNL",
                RateOn = on,
                UsDollars = value,
                Source = "test",
                Mark = Mark.Illustrative,
            };
        }, iter: 200, threads: 1);
    }

    [Theory, EveryDatabase]
    public async Task Ids_instants_texts_and_nulls_come_back_as_they_were(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var texts = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['À', 'ÿ'], Gen.Char["'\"%€–\n"]), 1, 30];
        var instants = Gen.DateTime[new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2090, 1, 1, 0, 0, 0, DateTimeKind.Utc)];
        await Gen.Select(Gen.Guid, texts, texts.Null(), instants).SampleAsync(async (id, name, acronym, instant) =>
        {
            instant = DateTime.SpecifyKind(instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond)), DateTimeKind.Utc);
            await using var db = await world.Job.EditAsync(World.Honduras);
            await db.StageAsync(AddInstitution, new { Id = id, Name = name, Acronym = acronym, ChangedAt = instant });
            var row = (await db.ListAsync<InstitutionRow>(Institutions)).ShouldHaveSingleItem();
            return row.Id == id && row.Name == name && row.Acronym == acronym && row.ChangedAt == instant && row.ChangedAt.Kind == DateTimeKind.Utc;
        }, iter: 200, threads: 1);
    }

    [Theory, EveryDatabase]
    public async Task Money_is_a_whole_number_and_missing_money_is_no_zero(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue].Nullable()).SampleAsync(async (required, pledged) =>
        {
            await using var db = await world.Job.EditAsync(World.Honduras);
            await db.StageAsync(AddLine, new { Id = Guid.CreateVersion7(), InitiativeId = initiative, RequiredMinor = required, PledgedMinor = pledged, Mark = Mark.Reported });
            var row = (await db.ListAsync<LineRow>(Lines)).ShouldHaveSingleItem();
            return row.RequiredMinor == required && row.PledgedMinor == pledged && row.Mark is Mark.Reported;
        }, iter: 100, threads: 1);
    }

    [Theory, EveryDatabase]
    public async Task Yes_and_no_come_back_as_they_were(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.SuspendAsync(World.Mexico);
        await using var db = await world.Job.EditPeopleAsync();
        (await db.ListAsync<CountryRow>(Countries)).Select(c => (c.Code, c.Suspended, c.SharesDrafts)).ShouldBe(
            [(World.Honduras, false, true), (World.Mexico, true, true), (World.ElSalvador, false, false)]);
    }

    [Theory, EveryDatabase]
    public async Task Spanish_words_sort_as_a_Spanish_reader_expects(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await using var db = await world.Job.EditAsync(World.Honduras);
        foreach (var name in new[] { "zebra", "Énergie", "Ñandú", "nube", "ÁRBOL", "oso" })
            await db.StageAsync(AddInstitution, new { Id = Guid.CreateVersion7(), Name = name, Acronym = (string?)null, ChangedAt = World.Start.UtcDateTime });
        (await db.ListAsync<InstitutionRow>(Institutions)).Select(i => i.Name).ShouldBe(["ÁRBOL", "Énergie", "nube", "Ñandú", "oso", "zebra"]);
    }

    [Theory, EveryDatabase]
    public async Task Two_people_cannot_have_one_address_in_two_spellings(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var known = World.FocalPoint(World.Honduras).Email;
        await using var db = await world.Job.EditPeopleAsync();
        await Should.ThrowAsync<KeyTakenException>(() => db.WriteAsync(AddPerson, new { Id = Guid.CreateVersion7(), Email = known.ToUpperInvariant() }));
    }

    [Theory, EveryDatabase]
    public async Task A_row_cannot_refer_to_a_row_of_another_country(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var mexican = await world.InitiativeAsync(World.Mexico, "MX-ONE");
        await using var db = await world.Job.EditAsync(World.Honduras);
        await Should.ThrowAsync<ReferenceMissingException>(() => db.StageAsync(AddLine,
            new { Id = Guid.CreateVersion7(), InitiativeId = mexican, RequiredMinor = 1L, PledgedMinor = 1L, Mark = Mark.Reported }));
    }

    private static readonly PlatformSql AddPerson = PlatformSql.Of("""
        insert into Person (Id, Email, EmailKey, DisplayName, SecurityStamp, CreatedAt) values (@Id, @Email, @Email, 'Another', 'stamp', @Now)
        """);

    private static decimal Power(int scale) => scale == 0 ? 1m : 10m * Power(scale - 1);

    private sealed record RateRow
    {
        public string Currency { get; init; } = "";
        public DateOnly RateOn { get; init; }
        public decimal UsDollars { get; init; }
        public string Source { get; init; } = "";
        public Mark Mark { get; init; }
    }

    private sealed record InstitutionRow : Row
    {
        public string Name { get; init; } = "";
        public string? Acronym { get; init; }
    }

    private sealed record LineRow
    {
        public Guid Id { get; init; }
        public long? RequiredMinor { get; init; }
        public long? PledgedMinor { get; init; }
        public Mark Mark { get; init; }
    }

    private sealed record CountryRow
    {
        public CountryCode Code { get; init; }
        public bool Suspended { get; init; }
        public bool SharesDrafts { get; init; }
    }
}
