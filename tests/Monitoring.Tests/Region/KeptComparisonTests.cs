using Monitoring.Web.Region;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Region;

/// <summary>Comparisons under a name, and what was changed of a cycle.</summary>
public sealed class KeptComparisonTests
{
    private const string Address = "countries=hnd,mex&rows=results&cycle=2021-S1";

    [Theory, EveryDatabase]
    public async Task A_kept_comparison_is_its_owners_until_it_is_shared_and_deleting_it_can_be_undone(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (analyst, lead) = (new SaveComparison(world.As(World.Person(Role.SecretariatAnalyst))), world.As(World.Lead));
        var kept = (await analyst.AddAsync(new SavedComparisonDraft { Name = "Laws", Address = Address })).Row!;
        (kept.Name, kept.IsOwn, kept.OwnerName).ShouldBe(("Laws", true, World.Person(Role.SecretariatAnalyst).Name));
        (await new ListComparisons(lead).RunAsync()).ShouldBeEmpty();
        var shared = (await analyst.ChangeAsync(new SavedComparisonDraft { Id = kept.Id, Version = kept.Version, Name = "Laws of 2021", Address = "countries=x", IsShared = true })).Row!;
        (shared.Name, shared.Address).ShouldBe(("Laws of 2021", Address), "another name is not another choice");
        var theirs = (await new ListComparisons(lead).RunAsync()).ShouldHaveSingleItem();
        (theirs.Name, theirs.IsOwn, theirs.IsShared).ShouldBe(("Laws of 2021", false, true));
        // Shared is to be read: nobody else renames or deletes it.
        (await new SaveComparison(lead).RetireAsync(RetireDraft.Of(theirs, world.Clock))).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await analyst.ChangeAsync(new SavedComparisonDraft { Id = kept.Id, Version = kept.Version, Name = "Late", Address = Address })).Outcome.ShouldBe(SaveOutcome.Conflict);
        var gone = (await analyst.RetireAsync(RetireDraft.Of(shared, world.Clock))).Row!;
        (await new ListComparisons(lead).RunAsync()).ShouldBeEmpty();
        (await analyst.RetireAsync(RetireDraft.Undo(gone))).Ok.ShouldBeTrue();
        (await new ListComparisons(lead).RunAsync()).ShouldHaveSingleItem().Name.ShouldBe("Laws of 2021");
    }

    [Fact]
    public async Task Only_the_secretariat_keeps_comparisons_and_only_under_a_name()
    {
        await using var world = await World.OpenAsync();
        var draft = new SavedComparisonDraft { Name = "Laws", Address = Address };
        foreach (var who in World.People.Where(p => p.Role is not (Role.SecretariatAnalyst or Role.SecretariatLead)))
            await Should.ThrowAsync<AccessRefusedException>(() => new SaveComparison(world.As(who)).AddAsync(draft));
        (await new SaveComparison(world.As(World.Lead)).AddAsync(draft with { Name = "  " })).Problem!.TextKey.ShouldBe("Required");
        (await new SaveComparison(world.As(World.Lead)).AddAsync(draft with { Address = "" })).Problem!.TextKey.ShouldBe("NothingToKeep");
        // A click that is repeated keeps one.
        await new SaveComparison(world.As(World.Lead)).AddAsync(draft);
        await new SaveComparison(world.As(World.Lead)).AddAsync(draft);
        (await new ListComparisons(world.As(World.Lead)).RunAsync()).Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Every_change_of_a_cycle_is_told_with_who_when_and_from_what_to_what(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(World.Lead);
        var opened = (await new OpenCycle(gate, world.Clock).RunAsync(new CycleDraft { Year = 2022, Length = CycleLength.FirstHalf, DueOn = new(2022, 7, 31) })).Row!;
        world.Clock.Advance(TimeSpan.FromHours(1));
        (await new SaveCycle(gate).RunAsync(CycleDatesDraft.Of(opened) with { DueOn = new(2022, 8, 15), ClosesOn = new(2022, 9, 1) })).Ok.ShouldBeTrue();
        (await new ReadCycleChanges(world.As(World.Person(Role.SecretariatAnalyst))).RunAsync("2022-S1")).Select(c => $"{c.PersonName}: {c.Field} {c.OldValue} → {c.NewValue}").ShouldBe(
        [
            $"{World.Lead.Name}: ClosesOn  → 2022-09-01", $"{World.Lead.Name}: DueOn 2022-07-31 → 2022-08-15",
            $"{World.Lead.Name}: DueOn  → 2022-07-31", $"{World.Lead.Name}: State  → Open",
        ]);
    }
}
