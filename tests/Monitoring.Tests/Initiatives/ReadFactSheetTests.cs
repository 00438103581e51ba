using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Initiatives;

/// <summary>The fact sheets of the real 2021 report.</summary>
public sealed class ReadFactSheetTests
{
    [Theory, EveryDatabase]
    public async Task Every_section_of_a_sheet_is_there_with_its_marks(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var sheet = await ReadAsync(world, World.Honduras, "HN-MAHE");

        sheet.Parties[InstitutionPart.InCharge].ShouldHaveSingleItem();
        sheet.Parties[InstitutionPart.OtherActor].Count().ShouldBe(6);
        sheet.Items[Section.Component].Count().ShouldBe(6);
        sheet.Items[Section.ImprovementNeed].ShouldBeEmpty();
        sheet.Results.Select(r => (r.Code, r.ReportedBy, r.Attribution)).ShouldBe([("HN-MAHE-R1", "SEDH", Attribution.Implied), ("HN-MAHE-R2", "SEDH", Attribution.Implied)]);
        sheet.Steps.Count.ShouldBe(3);
        sheet.Steps.Count(s => s.Note == "filed under results in the source").ShouldBe(2);
        sheet.Budget.ShouldBeEmpty();
        sheet.Marks.Of(sheet.Initiative, "Stage").Mark.ShouldBe(Mark.Inferred);
        sheet.Marks.Of(sheet.Initiative, "Summary").ShouldBe((Mark.Stated, "650-745", null));
        var share = sheet.Indicators.Single(i => i.Code == "HN-MAHE-I3");
        (share.Numerator, share.Denominator, RatioRules.Percent(share.Numerator, share.Denominator)).ShouldBe((17m, 38m, 44.7m));
    }

    [Theory, EveryDatabase]
    public async Task Phases_are_declared_six_and_listed_five_and_a_fact_printed_twice_names_its_twin(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var study = await ReadAsync(world, World.ElSalvador, "SV-CHAR");
        (study.Initiative.PhasesDeclared, study.Items[Section.Phase].Count(), study.Results.Count).ShouldBe((6, 5, 0));

        var programme = await ReadAsync(world, World.Mexico, "MX-PNDH");
        programme.Results.Where(r => r.DuplicateOf is not null).Select(r => (r.Code, r.DuplicateOf, r.DuplicateInitiative)).ShouldBe(
            [("MX-PNDH-R14", "MX-PILOT-N1", "MX-PILOT"), ("MX-PNDH-R17", "MX-PILOT-R3", "MX-PILOT")], ignoreOrder: true);
        programme.Commitments.Count.ShouldBe(7);
        programme.Results.GroupBy(r => r.Theme).Select(g => g.Count()).OrderDescending().ShouldBe([9, 8, 3, 3, 1, 1, 1]);
    }

    [Theory, EveryDatabase]
    public async Task A_foreign_code_and_an_absent_one_are_both_not_there(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var read = new ReadFactSheet(world.As(World.FocalPoint(World.Honduras)));
        (await read.RunAsync(World.Honduras, "MX-LAW")).ShouldBeNull();
        (await read.RunAsync(World.Honduras, "HN-NONE")).ShouldBeNull();
        await Should.ThrowAsync<AccessRefusedException>(() => read.RunAsync(World.Mexico, "MX-LAW"));
    }

    [Fact]
    public async Task Whoever_only_reads_is_shown_no_control()
    {
        await using var world = await ReportWorld.OpenAsync();
        foreach (var role in (Role[])[Role.Observer, Role.NationalApprover, Role.CountryAdministrator, Role.Contributor])
            (await new ReadFactSheet(world.As(World.Person(role, World.Honduras))).RunAsync(World.Honduras, "HN-MAHE"))!.MayEdit.ShouldBeFalse();
        (await ReadAsync(world, World.Honduras, "HN-MAHE")).MayEdit.ShouldBeTrue();
    }

    private static async Task<FactSheet> ReadAsync(World world, CountryCode country, string code) =>
        (await new ReadFactSheet(world.As(World.FocalPoint(country))).RunAsync(country, code)).ShouldNotBeNull();
}
