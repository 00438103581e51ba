using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Initiatives;

public sealed class AddInitiativeTests
{
    private static readonly InitiativeDraft Whole = new() { Code = "HN-NEW", Title = "Title", Summary = "Summary", ContentLanguage = "es", AxisCode = "A1", Stage = InitiativeStage.Idea };

    [Theory, EveryDatabase]
    public async Task A_code_is_unique_in_its_country_and_free_in_the_next(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        (await AddAsync(world, World.Honduras, Whole)).Row!.Mark.ShouldBe(Mark.Reported);
        var taken = await AddAsync(world, World.Honduras, Whole with { Id = Guid.CreateVersion7(), Operation = Guid.CreateVersion7() });
        (taken.Outcome, taken.Problem!.Field, taken.Problem.TextKey).ShouldBe((SaveOutcome.Refused, "Code", "CodeTaken"));
        (await AddAsync(world, World.Mexico, Whole with { Id = Guid.CreateVersion7(), Operation = Guid.CreateVersion7() })).Ok.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Only_a_focal_point_creates_initiatives(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        foreach (var role in (Role[])[Role.Contributor, Role.NationalApprover, Role.CountryAdministrator, Role.Observer])
            await Should.ThrowAsync<AccessRefusedException>(() => new AddInitiative(world.As(World.Person(role, World.Honduras))).RunAsync(World.Honduras, Whole));
    }

    [Theory]
    [InlineData("", "Code")]
    [InlineData("HN MAHE", "Code")]
    [InlineData("HN/MAHE", "Code")]
    [InlineData("-HN", "Code")]
    [InlineData("New", "Code")]
    [InlineData("HN-ABCDEFGHIJKLMNOPQRS", "Code")]
    public void A_code_that_cannot_stand_in_an_address_is_refused(string code, string field) =>
        InitiativeRules.Problem(Whole with { Code = code })!.Field.ShouldBe(field);

    [Fact]
    public void Each_field_that_is_missing_is_told_at_its_place()
    {
        InitiativeRules.Problem(Whole with { Title = " " })!.Field.ShouldBe("Title");
        InitiativeRules.Problem(Whole with { Summary = "" })!.Field.ShouldBe("Summary");
        InitiativeRules.Problem(Whole with { AxisCode = "" })!.Field.ShouldBe("AxisCode");
        InitiativeRules.Problem(Whole).ShouldBeNull();
        InitiativeRules.Problem(new ScopeDraft { StartsOn = new(2021, 2, 1), EndsOn = new(2021, 1, 1) })!.TextKey.ShouldBe("EndsBeforeStart");
    }

    private static Task<Saved<InitiativeRow>> AddAsync(World world, CountryCode country, InitiativeDraft draft) =>
        new AddInitiative(world.As(World.FocalPoint(country))).RunAsync(country, draft);
}
