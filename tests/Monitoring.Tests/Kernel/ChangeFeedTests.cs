using Microsoft.Extensions.Time.Testing;

namespace Monitoring.Tests.Kernel;

/// <summary>A save in one country is told to whoever listens, in whichever instance.</summary>
public sealed class ChangeFeedTests
{
    [Theory, EveryDatabase]
    public async Task A_save_is_told_with_its_country_and_only_to_who_still_listens(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        using var feed = new ChangeFeed(world.Database, world.Clock);
        using var elsewhere = new ChangeFeed(world.Database, world.Clock);
        var (told, toldElsewhere) = (new Told(), new Told());
        using var first = await feed.ListenAsync(told.Hear);
        using var second = await elsewhere.ListenAsync(toldElsewhere.Hear);

        await world.InitiativeAsync(World.Mexico, "MX-NEW");
        (await told.NextAsync(world.Clock)).ShouldBe([World.Mexico]);
        (await toldElsewhere.NextAsync(world.Clock)).ShouldBe([World.Mexico]);

        first.Dispose();
        await world.InitiativeAsync(World.Honduras, "HN-NEW");
        (await toldElsewhere.NextAsync(world.Clock)).ShouldBe([World.Honduras]);
        told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_for_a_while_loses_no_news()
    {
        await using var world = await World.OpenAsync();
        var told = new Told();
        using var feed = new ChangeFeed(Database.Sqlite(world.Behind.Path!, patience: 0), world.Clock);
        using var listening = await feed.ListenAsync(told.Hear);
        await using (var other = await world.Behind.RawAsync())
        {
            await Dapper.SqlMapper.ExecuteAsync(other, "update CountryHead set LastLink = LastLink + 1 where Country = 'HND'");
            await Dapper.SqlMapper.ExecuteAsync(other, "alter table CountryHead rename to Away");
            world.Clock.Advance(ChangeFeed.Every);
            await Dapper.SqlMapper.ExecuteAsync(other, "alter table Away rename to CountryHead");
        }
        (await told.NextAsync(world.Clock)).ShouldBe([World.Honduras]);
    }

    private sealed class Told
    {
        private readonly System.Threading.Channels.Channel<IReadOnlyCollection<CountryCode>> _heard = System.Threading.Channels.Channel.CreateUnbounded<IReadOnlyCollection<CountryCode>>();
        private int _count;

        public int Count => _count;

        public void Hear(IReadOnlyCollection<CountryCode> countries)
        {
            Interlocked.Increment(ref _count);
            _heard.Writer.TryWrite(countries);
        }

        public async Task<IReadOnlyCollection<CountryCode>> NextAsync(FakeTimeProvider clock)
        {
            var next = _heard.Reader.ReadAsync().AsTask();
            // The clock stands: each turn is one look at the database.
            for (var i = 0; i < 200 && !next.IsCompleted; i++)
            {
                clock.Advance(ChangeFeed.Every);
                await Task.WhenAny(next, Task.Delay(25));
            }
            return next.IsCompleted ? await next : throw new InvalidOperationException("Nothing was told.");
        }
    }
}
