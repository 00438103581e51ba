using Dapper;
using Microsoft.Data.Sqlite;
using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Kernel;

/// <summary>The connections of the embedded database that stay open, and what they may not keep.</summary>
public sealed class KeptConnectionTests
{
    private const string Values = """
        select 'a' as Text, 7 as Number, null as Absent, 1 as Truth, '3F2504E0-4F89-11D3-9A0C-0305E82C3301' as Id, '2021-11-15 15:00:00' as At,
               '2021-11-15' as Day, 2.5 as Amount, 'HND' as Country, 'Delayed' as outlook, 9 as Unknown
        """;

    [Fact]
    public async Task A_connection_serves_the_next_door()
    {
        await using var test = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var kept = test.Database.Kept.ShouldNotBeNull();
        var first = await kept.TakeAsync(CancellationToken.None);
        await kept.GiveBackAsync(first);
        (await kept.TakeAsync(CancellationToken.None)).ShouldBeSameAs(first);
        (await kept.TakeAsync(CancellationToken.None)).ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task A_door_that_is_left_twice_gives_its_connection_back_once_and_serves_nobody_any_more()
    {
        await using var world = await World.OpenAsync();
        var gate = world.As(World.FocalPoint(World.Honduras));
        var left = await gate.ReadAsync(World.Honduras);
        await left.DisposeAsync();
        await left.DisposeAsync();
        await using var one = await gate.ReadAsync(World.Honduras);
        await using var other = await gate.ReadAsync(World.Honduras);
        one.Session.Kept.ShouldNotBeNull().ShouldNotBeSameAs(other.Session.Kept);
        await Should.ThrowAsync<ObjectDisposedException>(() => left.ListAsync<string>(CountrySql.Of("select Code from Initiative where Country = @Country")));
    }

    [Fact]
    public async Task Nobody_inherits_a_transaction_that_did_not_end()
    {
        await using var test = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var kept = test.Database.Kept.ShouldNotBeNull();
        var first = await kept.TakeAsync(CancellationToken.None);
        first.Execute("begin immediate", [], null);
        await kept.GiveBackAsync(first);
        var next = await kept.TakeAsync(CancellationToken.None);
        next.ShouldNotBeSameAs(first);
        next.Execute("begin immediate", [], null);
    }

    [Fact]
    public async Task A_connection_that_met_a_lock_is_not_kept_and_one_that_was_refused_is()
    {
        await using var test = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var kept = test.Database.Kept.ShouldNotBeNull();
        var refused = await kept.TakeAsync(CancellationToken.None);
        refused.Execute("create temp table Once (Id integer primary key)", [], null);
        refused.Execute("insert into Once values (1)", [], null);
        Should.Throw<SqliteException>(() => refused.Execute("insert into Once values (1)", [], null));
        refused.IsSound.ShouldBeTrue();
        Should.Throw<SqliteException>(() => refused.Execute("pragma query_only = on; insert into Country (Code) values ('HND')", [], null));
        refused.IsSound.ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_that_is_cancelled_half_way_leaves_a_connection_that_works()
    {
        await using var test = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var kept = test.Database.Kept.ShouldNotBeNull();
        var connection = await kept.TakeAsync(CancellationToken.None);
        const string numbers = "with recursive n (N) as (select 1 union all select N + 1 from n where N < 5) select N as Number from n";
        Should.Throw<OperationCanceledException>(() => connection.Query<Plain>(numbers, [], null, new CancellationToken(canceled: true)));
        connection.IsSound.ShouldBeTrue();
        connection.Query<Plain>(numbers, [], null, CancellationToken.None).Select(p => p.Number).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_statement_that_is_kept_takes_each_time_the_values_that_it_is_given()
    {
        await using var test = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var connection = await test.Database.Kept.ShouldNotBeNull().TakeAsync(CancellationToken.None);
        List<string?> Said(object? one, object? other) => connection.Query<string?>("select typeof(@One) || coalesce(@One, '-') || typeof(@Other) || coalesce(@Other, '-')",
            [new("One", one), new("Other", other)], null, CancellationToken.None);
        Said("a", 1).ShouldBe(["textainteger1"]);
        Said(2.5m, null).ShouldBe(["real2.5null-"]);
        Said(2m, "b").ShouldBe(["integer2textb"]);
        // Beyond what a floating point number holds exactly.
        Said(9007199254740993m, null).ShouldBe(["integer9007199254740993null-"]);
        Should.Throw<InvalidOperationException>(() => connection.Query<string?>(
            "select typeof(@One) || coalesce(@One, '-') || typeof(@Other) || coalesce(@Other, '-')", [new("Other", 1), new("One", 2)], null, CancellationToken.None));
    }

    [Fact]
    public async Task A_row_is_read_as_on_the_other_engine()
    {
        await using var test = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var connection = await test.Database.Kept.ShouldNotBeNull().TakeAsync(CancellationToken.None);
        var read = connection.Query<Everything>(Values, [], null, CancellationToken.None).ShouldHaveSingleItem();
        read.ShouldBe(connection.Connection.QuerySingle<Everything>(Values));
        read.ShouldBe(new Everything
        {
            Text = "a",
            Number = 7,
            Truth = true,
            Id = Guid.Parse("3F2504E0-4F89-11D3-9A0C-0305E82C3301"),
            At = new DateTime(2021, 11, 15, 15, 0, 0, DateTimeKind.Utc),
            Day = new DateOnly(2021, 11, 15),
            Amount = 2.5m,
            Country = CountryCode.Parse("HND", null),
            Outlook = Outlook.Delayed,
        });
        connection.Query<Nullables>(Values, [], null, CancellationToken.None).ShouldHaveSingleItem()
            .ShouldBe(connection.Connection.QuerySingle<Nullables>(Values));
        // What it does not know all of is Dapper's.
        connection.Query<Positional>("select 'a' as Text, 7 as Number", [], null, CancellationToken.None).ShouldBe([new Positional("a", 7)]);
    }

    public sealed record Plain
    {
        public int Number { get; init; }
    }

    public sealed record Positional(string Text, long Number);

    public sealed record Everything
    {
        public string Text { get; init; } = "";
        public int Number { get; init; }
        public string Absent { get; init; } = "as it was";
        public bool Truth { get; init; }
        public Guid Id { get; init; }
        public DateTime At { get; init; }
        public DateOnly Day { get; init; }
        public decimal Amount { get; init; }
        public CountryCode Country { get; init; }
        public Outlook Outlook { get; init; }
    }

    public sealed record Nullables
    {
        public long? Number { get; init; }
        public int? Absent { get; init; } = 5;
        public bool? Truth { get; init; }
        public Guid? Id { get; init; }
        public DateTime? At { get; init; }
        public DateOnly? Day { get; init; }
        public decimal? Amount { get; init; }
        public CountryCode? Country { get; init; }
        public Outlook? Outlook { get; init; }
    }
}
