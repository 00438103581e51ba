using Monitoring.Web.Countries;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;

namespace Monitoring.Tests.Countries;

public sealed class CountryHomeTests
{
    [Theory, EveryDatabase]
    public async Task The_real_report_shows_what_is_missing_and_counts_what_is_there(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var slv = await ReadAsync(world, World.FocalPoint(World.ElSalvador), World.ElSalvador);
        slv.Initiatives.ShouldHaveSingleItem().Results.ShouldBe(0);
        slv.Statements.Count.ShouldBe(4);
        var glance = AxisGlance.Of(slv);
        glance.Count.ShouldBe(4);
        glance.Single(a => a.Initiatives.Count > 0).WithResults.ShouldBe(0);

        var mex = await ReadAsync(world, World.FocalPoint(World.Mexico), World.Mexico);
        AxisGlance.Of(mex).Sum(a => a.WithResults).ShouldBe(4);
        mex.Initiatives.ShouldAllBe(i => CompletenessRules.Missing(i).Contains(SheetPart.Budget));
    }

    [Theory, EveryDatabase]
    public async Task The_demo_has_something_overdue_on_any_day_and_each_person_sees_what_is_theirs_to_do(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        var home = await ReadAsync(world, World.FocalPoint(World.Honduras), World.Honduras);
        home.Due.ShouldContain(s => NextStepRules.DueOf(s.Status, s.DueOn, home.Today) == Due.Overdue);
        home.Editable.Count.ShouldBe(2);
        (home.MayEdit, home.MayManage).ShouldBe((true, false));

        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, home.Initiatives[0].Id);
        (await ReadAsync(world, contributor, World.Honduras)).Editable.ShouldBe([home.Initiatives[0].Id]);
        var chief = await ReadAsync(world, World.Person(Role.CountryAdministrator, World.Honduras), World.Honduras);
        (chief.MayEdit, chief.MayManage, chief.Editable.Count).ShouldBe((false, true, 0));
    }

    [Fact]
    public async Task Another_country_is_refused_as_one_that_is_not_here()
    {
        await using var world = await World.OpenAsync();
        var focal = World.FocalPoint(World.Honduras);
        await Should.ThrowAsync<AccessRefusedException>(() => ReadAsync(world, focal, World.Mexico));
        await Should.ThrowAsync<AccessRefusedException>(() => ReadAsync(world, focal, World.Nowhere));
    }

    private static async Task<CountryHome> ReadAsync(World world, TestPerson person, CountryCode country) =>
        (await new ReadCountryHome(world.As(person), world.Clock).RunAsync(country)).ShouldNotBeNull();
}
