using Monitoring.Web.NextSteps;
using Monitoring.Web.Region;
using Monitoring.Web.Shared;
using Outlook = Monitoring.Web.Initiatives.Outlook;

namespace Monitoring.Tests.Region;

public sealed class MovementRulesTests
{
    private static readonly Guid A = new(1, 0, 0, new byte[8]), B = new(2, 0, 0, new byte[8]), C = new(3, 0, 0, new byte[8]), S = new(4, 0, 0, new byte[8]);

    [Fact]
    public void What_moved_is_told_with_what_it_was_and_a_country_without_a_baseline_moved_from_nothing()
    {
        ThenRow Then(Guid id, string code, InitiativeStage stage) => new() { Country = World.Honduras, Id = id, Code = code, Stage = stage, Outlook = Outlook.OnTrack };
        StatusRow Now(CountryCode country, Guid id, string code, InitiativeStage stage, Outlook outlook = Outlook.OnTrack) =>
            new() { Country = country, InitiativeId = id, Code = code, Stage = stage, Outlook = outlook, State = ContentState.Draft };
        var moves = MovementRules.Of([Then(A, "A", InitiativeStage.Pilot), Then(C, "C", InitiativeStage.Pilot)],
            [new ThenRow { Country = World.Honduras, Id = S, Code = "S", Status = NextStepStatus.Planned }],
            [Now(World.Honduras, A, "A", InitiativeStage.Implementation, Outlook.Delayed), Now(World.Honduras, B, "B", InitiativeStage.Idea), Now(World.Mexico, new(9, 0, 0, new byte[8]), "M", InitiativeStage.Idea)],
            [new StepRow { Country = World.Honduras, NextStepId = S, Code = "S", Status = NextStepStatus.Done, State = ContentState.Approved }]);
        moves.Select(m => (m.Kind, m.Code, m.Was, m.Now)).ShouldBe(
            [(MoveKind.Stage, "A", "Pilot", "Implementation"), (MoveKind.Outlook, "A", "OnTrack", "Delayed"), (MoveKind.NextStep, "S", "Planned", "Done"), (MoveKind.Added, "B", null, null), (MoveKind.Gone, "C", null, null)]);
        moves.Single(m => m.Kind is MoveKind.NextStep).State.ShouldBe(ContentState.Approved);
    }

    [Fact]
    public void The_baseline_is_the_newest_snapshot_of_an_earlier_cycle()
    {
        CycleRow Of(string code, int month) => new() { Code = code, StartsOn = new(2021, month, 1) };
        CycleRow[] cycles = [Of("1", 1), Of("2", 4), Of("3", 7)];
        BaselineRow At(int no, string cycle) => new() { Country = World.Honduras, SnapshotNo = no, CycleCode = cycle };
        MovementRules.Baselines([At(1, "1"), At(2, "2"), At(3, "3")], cycles, cycles[2]).ShouldHaveSingleItem().SnapshotNo.ShouldBe(2);
        // The first cycle, corrected after the second was accepted.
        MovementRules.Baselines([At(1, "1"), At(2, "2"), At(3, "1")], cycles, cycles[2]).ShouldHaveSingleItem().SnapshotNo.ShouldBe(2);
        MovementRules.Baselines([At(3, "3")], cycles, cycles[2]).ShouldBeEmpty();
        MovementRules.Baselines([At(1, "1")], cycles, null).ShouldBeEmpty();
    }
}
