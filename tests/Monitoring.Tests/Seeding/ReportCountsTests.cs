using System.Globalization;

namespace Monitoring.Tests.Seeding;

/// <summary>The counts that loading the 2021 report must give, each read through the door through which the program reads it.</summary>
public sealed class ReportCountsTests
{
    private static readonly CountryCode[] Members = [World.Mexico, World.Honduras, World.ElSalvador];

    private static readonly CountrySql Initiatives = CountrySql.Of("select Code, AxisCode as Kind, Stage as Word from Initiative where Country = @Country");

    private static readonly CountrySql Items = CountrySql.Of("""
        select i.Code, t.Section as Kind
          from InitiativeItem t
          join Initiative i on i.Country = @Country and i.Id = t.InitiativeId
         where t.Country = @Country
        """);

    private static readonly CountrySql Steps = CountrySql.Of("""
        select i.Code, n.Status as Kind
          from NextStep n
          join Initiative i on i.Country = @Country and i.Id = n.InitiativeId
         where n.Country = @Country
        """);

    private static readonly CountrySql Results = CountrySql.Of("""
        select i.Code, r.Attribution as Kind, r.Theme as Word, b.Acronym as Body, r.ReportedBy as Printed,
               case when r.DuplicateOfResultId is null and r.DuplicateOfNextStepId is null then 1 else 0 end as Counts
          from Result r
          join Initiative i on i.Country = @Country and i.Id = r.InitiativeId
          left join Institution b on b.Country = @Country and b.Id = r.InstitutionId
         where r.Country = @Country
        """);

    private static readonly CountrySql Parts = CountrySql.Of("""
        select i.Code, p.Part as Kind, b.Name as Body, p.PrintedName as Printed
          from InitiativeInstitution p
          join Initiative i on i.Country = @Country and i.Id = p.InitiativeId
          left join Institution b on b.Country = @Country and b.Id = p.InstitutionId
         where p.Country = @Country
        """);

    private static readonly CountrySql Statements = CountrySql.Of("select Code from CountryStatement where Country = @Country");

    private static readonly CountrySql Commitments = CountrySql.Of("select Code, Status as Kind, Instrument as Word from Commitment where Country = @Country");

    private static readonly CountrySql Events = CountrySql.Of("select HappenedText as Code, Text as Kind from TimelineEvent where Country = @Country");

    private static readonly CountrySql Indicators = CountrySql.Of("select Code from Indicator where Country = @Country");

    private static readonly CountrySql Amounts = CountrySql.Of("select Currency as Code from BudgetLine where Country = @Country");

    private static readonly CountrySql Answers = CountrySql.Of(
        "select CommonIndicatorCode as Code, State as Kind from CommonIndicatorAnswer where Country = @Country");

    private static readonly CatalogueSql Catalogue = CatalogueSql.Of("""
        select 'axis' as Code, a.Code as Kind, null as Word from ThematicAxis a
        union all select 'topic', t.Code, null from Topic t
        union all select 'checklist', c.Code, null from Checklist c
        union all select 'item', i.ChecklistCode, null from ChecklistItem i
        union all select 'common', c.Code, null from CommonIndicator c
        union all select 'regional indicator', r.Code, null from RegionalIndicator r
        union all select 'event', e.HappenedText, e.AboutCountry from RegionalEvent e
        union all select 'anomaly', a.Code, null from SourceAnomaly a
        union all select 'role', r.CountryCode, r.Role from CountryRole r where r.RoleYear = 2021
        """);

    private static readonly ProgressSql Figures = ProgressSql.Of("select Value, Numerator, Denominator, Target, DistinctValue from published_measurement");

    private static readonly RegionSql Status = RegionSql.Of("select Country, State, Code, HasResults from region_status");

    private static readonly CatalogueSql RegionalPercent = CatalogueSql.Of("select RegionPercent from CommonIndicator where Code = 'RC6'");

    [Theory, EveryDatabase]
    public async Task Seven_initiatives_by_country_axis_and_stage(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var all = await AllAsync(world, Initiatives);
        all.Count.ShouldBe(7);
        Counts(all, r => r.Country.Value).ShouldBe("HND 2, MEX 4, SLV 1");
        Counts(all, r => r.Kind).ShouldBe("AX1 1, AX2 1, AX3 1, AX4 4");
        Counts(all, r => r.Word).ShouldBe("Implementation 3, Pilot 2, Preparation 2");
    }

    [Theory, EveryDatabase]
    public async Task Eleven_statements_of_progress(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        Counts(await AllAsync(world, Statements), r => r.Country.Value).ShouldBe("HND 4, MEX 3, SLV 4");
    }

    [Theory]
    [InlineData("Objective", "HN-ART 4, HN-MAHE 1, MX-INTEG 1, MX-LAW 1, MX-PILOT 4, MX-PNDH 5, SV-CHAR 2", 18)]
    [InlineData("EnablingElement", "HN-ART 6, HN-MAHE 1, MX-INTEG 3, MX-LAW 3, MX-PILOT 5, MX-PNDH 2, SV-CHAR 2", 22)]
    [InlineData("Challenge", "HN-ART 3, HN-MAHE 1, MX-INTEG 3, MX-LAW 1, MX-PILOT 2, SV-CHAR 3", 13)]
    [InlineData("ImprovementNeed", "HN-ART 7, MX-INTEG 2", 9)]
    [InlineData("TargetCause", "MX-LAW 12", 12)]
    public async Task The_sections_of_the_fact_sheets(string section, string byInitiative, int total)
    {
        await using var world = await ReportWorld.OpenAsync();
        var all = (await AllAsync(world, Items)).Where(r => r.Kind == section).ToList();
        Counts(all, r => r.Code).ShouldBe(byInitiative);
        all.Count.ShouldBe(total);
    }

    [Fact]
    public async Task Fifteen_next_steps_with_the_two_plans_that_the_source_prints_under_results()
    {
        await using var world = await ReportWorld.OpenAsync();
        var all = await AllAsync(world, Steps);
        Counts(all, r => r.Code).ShouldBe("HN-ART 7, HN-MAHE 3, MX-INTEG 1, MX-LAW 2, MX-PILOT 1, SV-CHAR 1");
        all.Count.ShouldBe(15);
        Counts(all, r => r.Kind).ShouldBe("Planned 15");
    }

    [Theory, EveryDatabase]
    public async Task Forty_three_results_of_which_forty_one_are_distinct(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var all = await AllAsync(world, Results);
        Counts(all, r => r.Code).ShouldBe("HN-ART 7, HN-MAHE 2, MX-INTEG 3, MX-LAW 2, MX-PILOT 3, MX-PNDH 26");
        all.Count.ShouldBe(43);
        all.Sum(r => r.Counts).ShouldBe(41);
    }

    [Fact]
    public async Task Results_name_an_institution_as_the_source_does()
    {
        await using var world = await ReportWorld.OpenAsync();
        var all = await AllAsync(world, Results);
        Counts(all, r => r.Kind).ShouldBe("Bracketed 26, Implied 2, InText 1, None 14");
        all.ShouldAllBe(r => (r.Kind == "None") == (r.Printed == null));
        all.Where(r => r.Printed is not null).ShouldAllBe(r => r.Body == r.Printed);
    }

    [Fact]
    public async Task Twenty_six_results_of_the_programme_by_theme_and_by_institution()
    {
        await using var world = await ReportWorld.OpenAsync();
        var all = (await AllAsync(world, Results)).Where(r => r.Code == "MX-PNDH").ToList();
        Counts(all, r => r.Word).ShouldBe("Diagnosis 1, Information 9, Normative 3, Participation 1, Risk 1, SpecialMeasures 3, Training 8");
        Counts(all, r => r.Body).ShouldBe("CEAV 1, COMAR 7, CONAPO 1, SEGOB 2, UPMRIP 15");
    }

    [Fact]
    public async Task Twenty_one_strategic_partners_each_a_body_or_a_group_that_is_no_body()
    {
        await using var world = await ReportWorld.OpenAsync();
        var all = await AllAsync(world, Parts);
        var partners = all.Where(r => r.Kind == "Partner").ToList();
        Counts(partners, r => r.Code).ShouldBe("HN-ART 2, HN-MAHE 2, MX-INTEG 5, MX-LAW 3, MX-PILOT 1, MX-PNDH 4, SV-CHAR 4");
        partners.Count.ShouldBe(21);
        all.Where(r => r.Body is null).Select(r => r.Printed).Distinct().ShouldBe([
            "Legislators", "Civil society organisations", "All secretariats and decentralised bodies", "Other powers and levels of government",
            "Autonomous and international bodies", "Organised citizens", "All federal public administration bodies",
            "Agencies or civil society running specialised shelters", "State women's mechanisms through PAIMEF care centres", "Local governments",
            "Private companies for job placement", "Norwegian Refugee Council and Medecins du Monde",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Seven_mandated_actions_are_commitments_of_which_the_source_does_not_say_how_far_they_are()
    {
        await using var world = await ReportWorld.OpenAsync();
        var all = await AllAsync(world, Commitments);
        Counts(all, r => r.Country.Value).ShouldBe("MEX 7");
        Counts(all, r => r.Kind).ShouldBe("NotReported 7");
        Counts(all, r => r.Word).ShouldBe("PNDH 2020-2024 7");
    }

    [Theory, EveryDatabase]
    public async Task The_regional_lists_have_what_the_report_has(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        await using var db = await world.As(World.Lead).ReadCataloguesAsync();
        var all = await db.ListAsync<Counted>(Catalogue);
        Counts(all.Where(r => r.Code is not ("item" or "role" or "event")), r => r.Code)
            .ShouldBe("anomaly 15, axis 4, checklist 8, common 7, regional indicator 2, topic 4");
        Counts(all.Where(r => r.Code == "item"), r => r.Kind).ShouldBe("CL1 9, CL2 4, CL3 8, CL4 10, CL5 5, CL6 5, CL7 4, CL8 7");
        all.Count(r => r.Code == "item").ShouldBe(52);
        Counts(all.Where(r => r.Code == "role"), r => r.Word).ShouldBe("Expert 2, Lead 1, Member 3, Observer 1, Presidency 1");
    }

    [Fact]
    public async Task Nineteen_events_of_which_two_belong_to_no_country_of_this_installation()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var catalogues = await world.As(World.Lead).ReadCataloguesAsync();
        var regional = (await catalogues.ListAsync<Counted>(Catalogue)).Where(r => r.Code == "event").ToList();
        regional.Select(r => r.Word).ShouldBe([null, "COL"], ignoreOrder: true);
        var guatemala = CountryCode.Parse("GTM", null);
        await using var db = await world.Job.ReadAsync(guatemala);
        (await db.ListAsync<Counted>(Events)).ShouldHaveSingleItem().Kind.ShouldBe("Holds the pro tempore presidency");
        (regional.Count + 1 + (await AllAsync(world, Events)).Count).ShouldBe(19);
    }

    [Fact]
    public async Task Thirty_eight_indicators_of_which_two_are_the_regions()
    {
        await using var world = await ReportWorld.OpenAsync();
        (await AllAsync(world, Indicators)).Count.ShouldBe(36);
        await using var db = await world.As(World.Lead).ReadCataloguesAsync();
        (await db.ListAsync<Counted>(Catalogue)).Count(r => r.Code == "regional indicator").ShouldBe(2);
    }

    [Fact]
    public async Task Every_member_has_an_answer_or_not_collected_for_each_common_indicator()
    {
        await using var world = await ReportWorld.OpenAsync();
        var all = await AllAsync(world, Answers);
        foreach (var country in Members) all.Where(a => a.Country == country).Select(a => a.Code).Distinct().Count().ShouldBe(7);
        Counts(all, a => a.Kind).ShouldBe("NotCollected 6, Reported 16");
    }

    [Theory, EveryDatabase]
    public async Task The_source_names_no_amount_of_money(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        (await AllAsync(world, Amounts)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task The_numbers_of_the_report_are_published(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        await using var progress = await world.As(World.Donor).ProgressAsync();
        var figures = await progress.ListAsync<Figure>(Figures);
        var numbers = figures.SelectMany(f => f.All).OfType<decimal>().ToHashSet();
        foreach (var stated in new decimal[] { 27, 38, 17, 7, 20, 30, 25, 15, 3, 23, 32, 6, 5, 1 }) numbers.ShouldContain(stated);
        foreach (var derived in new decimal[] { 50, 12 }) numbers.ShouldContain(derived);
        figures.Where(f => f.Denominator == 38).ShouldHaveSingleItem().Percent.ShouldBe(44.7m);

        await using var catalogues = await world.As(World.Lead).ReadCataloguesAsync();
        (await catalogues.OneAsync<decimal>(RegionalPercent)).ShouldBe(85.7m);
    }

    [Theory, EveryDatabase]
    public async Task El_Salvador_has_results_in_0_of_1_and_the_region_in_6_of_7_with_and_without_the_demo(Engine engine)
    {
        foreach (var demo in new[] { false, true })
        {
            await using var world = await ReportWorld.OpenAsync(engine, demo);
            await using var region = await world.As(World.Lead).RegionAsync();
            var all = await region.ListAsync<StatusRow>(Status);
            all.Count.ShouldBe(7);
            all.Count(s => s.HasResults).ShouldBe(6);
            all.Where(s => s.Country == World.ElSalvador).ShouldHaveSingleItem().HasResults.ShouldBeFalse();
            // No stage, outlook or result differs from what was published, so nothing is a draft.
            all.ShouldAllBe(s => s.State == "Published");
        }
    }

    private static async Task<IReadOnlyList<Counted>> AllAsync(World world, CountrySql sql)
    {
        var all = new List<Counted>();
        foreach (var country in Members)
        {
            await using var db = await world.As(World.FocalPoint(country)).ReadAsync(country);
            all.AddRange((await db.ListAsync<Counted>(sql)).Select(r => r with { Country = country }));
        }
        return all;
    }

    private static string Counts(IEnumerable<Counted> rows, Func<Counted, string?> by) => string.Join(", ", rows.GroupBy(r => by(r) ?? "–")
        .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Count()}")));

    private sealed record Counted
    {
        public CountryCode Country { get; init; }
        public string Code { get; init; } = "";
        public string? Kind { get; init; }
        public string? Word { get; init; }
        public string? Body { get; init; }
        public string? Printed { get; init; }
        public int Counts { get; init; }
    }

    private sealed record StatusRow
    {
        public CountryCode Country { get; init; }
        public string State { get; init; } = "";
        public string Code { get; init; } = "";
        public bool HasResults { get; init; }
    }

    private sealed record Figure
    {
        public decimal? Value { get; init; }
        public decimal? Numerator { get; init; }
        public decimal? Denominator { get; init; }
        public decimal? Target { get; init; }
        public decimal? DistinctValue { get; init; }

        public IEnumerable<decimal?> All => [Value, Numerator, Denominator, Target, DistinctValue];

        public decimal? Percent => Numerator is { } n && Denominator is { } d ? Math.Round(100 * n / d, 1) : null;
    }
}
