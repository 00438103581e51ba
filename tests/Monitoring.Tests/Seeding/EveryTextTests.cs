using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using YamlDotNet.RepresentationModel;

namespace Monitoring.Tests.Seeding;

/// <summary>Nothing of the file is left out, shortened, reworded or put in another order.</summary>
public sealed partial class EveryTextTests
{
    private static readonly string[] OnlyOfTheDemo = ["0 finished is a demo start value", "0 done is a demo start value"];

    private static readonly CountrySql ItemsOf = CountrySql.Of("""
        select i.Code, t.Section as Kind, t.Text, t.Responsible, t.Detail, t.SourceLines
          from InitiativeItem t
          join Initiative i on i.Country = @Country and i.Id = t.InitiativeId
         where t.Country = @Country
         order by t.Position
        """);

    private static readonly CountrySql PartsOf = CountrySql.Of("""
        select i.Code, p.Part as Kind, p.PrintedName as Text, p.Role as Detail
          from InitiativeInstitution p
          join Initiative i on i.Country = @Country and i.Id = p.InitiativeId
         where p.Country = @Country
         order by p.Position
        """);

    private static readonly CountrySql StepsOf = CountrySql.Of("""
        select i.Code, n.Code as Kind, n.Text, n.Note as Detail
          from NextStep n
          join Initiative i on i.Country = @Country and i.Id = n.InitiativeId
         where n.Country = @Country
         order by n.Position
        """);

    private static readonly CountrySql ResultsOf = CountrySql.Of("""
        select i.Code, r.Code as Kind, r.Text, r.ReportedBy as Responsible, r.Theme as Detail
          from Result r
          join Initiative i on i.Country = @Country and i.Id = r.InitiativeId
         where r.Country = @Country
         order by r.Position
        """);

    private static readonly CountrySql SheetsOf = CountrySql.Of("""
        select Code, Title, Summary, StageNote, Coverage, Length, TargetPopulation, SourceLines from Initiative where Country = @Country
        """);

    /// <summary>Which list of the file is which section.</summary>
    private static readonly Dictionary<string, string[]> Sections = new()
    {
        ["TargetCause"] = ["target_causes"],
        ["TargetGroup"] = ["differentiated_groups"],
        ["TargetCriterion"] = ["target_criteria"],
        ["Objective"] = ["objectives"],
        ["Component"] = ["assistance_components", "components"],
        ["JourneyStep"] = ["journey"],
        ["RelatedProduct"] = ["related_products"],
        ["EnablingElement"] = ["enabling_elements"],
        ["Challenge"] = ["challenges"],
        ["ImprovementNeed"] = ["improvement_needs"],
        ["BudgetFact"] = ["budget_facts"],
    };

    [Theory, EveryDatabase]
    public async Task Every_text_and_number_of_the_file_is_in_the_database(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        Missing(await ValuesAsync(world)).ShouldBe(OnlyOfTheDemo, ignoreOrder: true);
    }

    [Fact]
    public async Task With_the_demo_its_start_values_are_there_too()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        Missing(await ValuesAsync(world)).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_was_left_out_would_be_noticed() =>
        Missing([.. SourceFile.Leaves(SourceFile.Root).Select(l => l.Value).Where(v => !v.StartsWith("Tight public budget", StringComparison.Ordinal))])
            .ShouldContain("Tight public budget and government measures on public funds and trusts");

    [Fact]
    public async Task Every_list_of_a_fact_sheet_stands_in_its_section_in_the_order_of_the_file()
    {
        await using var world = await ReportWorld.OpenAsync();
        var items = await AllAsync(world, ItemsOf);
        foreach (var sheet in SourceFile.Root.Maps("initiatives"))
        {
            var code = sheet.Text("code");
            IEnumerable<string> Loaded(string section) => items.Where(i => i.Code == code && i.Kind == section).Select(i => i.Text);
            foreach (var (section, keys) in Sections) Loaded(section).ShouldBe(keys.SelectMany(sheet.List).Select(TextOf), $"{code} {section}");
            Loaded("Phase").ShouldBe(sheet.Map("phases")?.List("listed").Select(TextOf) ?? [], $"{code} phases");
            items.Where(i => i.Code == code).ShouldAllBe(i => i.SourceLines == sheet.Text("src"));
            sheet.Children.Keys.OfType<YamlScalarNode>().Where(k => sheet.Children[k] is YamlSequenceNode).Select(k => k.Value!)
                .Except(Sections.Values.SelectMany(k => k))
                .Except(["topics", "institutions_in_charge", "strategic_partners", "other_actors", "mandated_actions", "next_steps", "results"])
                .ShouldBeEmpty($"{code} has a list that no test looks at");
        }
    }

    [Fact]
    public async Task Every_sheet_has_the_institutions_next_steps_and_results_of_the_file_in_its_order()
    {
        await using var world = await ReportWorld.OpenAsync();
        var (parts, steps, results) = (await AllAsync(world, PartsOf), await AllAsync(world, StepsOf), await AllAsync(world, ResultsOf));
        foreach (var sheet in SourceFile.Root.Maps("initiatives"))
        {
            var code = sheet.Text("code");
            IEnumerable<(string, string?)> Loaded(string part) => parts.Where(p => p.Code == code && p.Kind == part).Select(p => (p.Text, p.Detail));
            Loaded("InCharge").ShouldBe(sheet.Maps("institutions_in_charge").Select(p => (p.Text("name")!, p.Text("role"))), $"{code} in charge");
            Loaded("Partner").ShouldBe(sheet.List("strategic_partners").Select(p => (TextOf(p), (string?)null)), $"{code} partners");
            Loaded("OtherActor").ShouldBe(sheet.Maps("other_actors").Select(p => (p.Text("name")!, p.Text("role"))), $"{code} other actors");
            steps.Where(s => s.Code == code).Select(s => (s.Kind, s.Text, s.Detail))
                .ShouldBe(sheet.Maps("next_steps").Select(s => (s.Text("id")!, s.Text("text")!, s.Text("note"))), $"{code} next steps");
            results.Where(r => r.Code == code).Select(r => (r.Kind, r.Text, r.Responsible, r.Detail))
                .ShouldBe(sheet.Maps("results").Select(r => (r.Text("id")!, r.Text("text")!, r.Text("by"), Member(r.Text("theme")))), $"{code} results");
        }
    }

    [Fact]
    public async Task The_head_of_every_sheet_says_what_the_file_says()
    {
        await using var world = await ReportWorld.OpenAsync();
        var sheets = new List<Sheet>();
        foreach (var country in new[] { World.Mexico, World.Honduras, World.ElSalvador })
        {
            await using var db = await world.As(World.FocalPoint(country)).ReadAsync(country);
            sheets.AddRange(await db.ListAsync<Sheet>(SheetsOf));
        }
        foreach (var sheet in SourceFile.Root.Maps("initiatives"))
            sheets.Single(s => s.Code == sheet.Text("code")).ShouldBe(new Sheet
            {
                Code = sheet.Text("code")!,
                Title = sheet.Text("title"),
                Summary = sheet.Text("summary"),
                StageNote = sheet.Text("stage_note"),
                Coverage = sheet.Text("coverage"),
                Length = sheet.Text("length"),
                TargetPopulation = sheet.Text("target_population"),
                SourceLines = sheet.Text("src"),
            });
    }

    private static async Task<IReadOnlyList<Line>> AllAsync(World world, CountrySql sql)
    {
        var all = new List<Line>();
        foreach (var country in new[] { World.Mexico, World.Honduras, World.ElSalvador })
        {
            await using var db = await world.As(World.FocalPoint(country)).ReadAsync(country);
            all.AddRange(await db.ListAsync<Line>(sql));
        }
        return all;
    }

    private static string TextOf(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value! : node.Text("text") ?? node.Text("step")!;

    private static List<string> Missing(HashSet<string> there) =>
        [.. SourceFile.Leaves(SourceFile.Root).Select(l => l.Value).Where(v => !Spellings(v).Any(there.Contains) && !IsRatioOf(v, there)).Distinct()];

    // A word of a list is kept as the member's name, a mark as its word, yes as a bit.
    private static IEnumerable<string> Spellings(string value) => value switch
    {
        "S" => ["Stated"],
        "D" => ["Derived"],
        "I" => ["Inferred"],
        "X" => ["Illustrative", "Stated"],
        "yes" => ["1"],
        // The region itself: an event that is about no country.
        "REG" => ["Working group formed"],
        _ => [value, Member(value)!],
    };

    private static bool IsRatioOf(string value, HashSet<string> there) =>
        RatioShape().Match(value) is { Success: true } ratio && there.Contains(ratio.Groups[1].Value) && there.Contains(ratio.Groups[2].Value);

    private static string? Member(string? words) =>
        words is null ? null : string.Concat(words.Split(' ', '_').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <summary>Every value of every living table, as text. What is frozen or only history does not count as loaded.</summary>
    private static async Task<HashSet<string>> ValuesAsync(World world)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        await using var connection = await world.Behind.RawAsync();
        foreach (var table in SchemaRules.Tables.Where(t => !t.Name.StartsWith("Frozen", StringComparison.Ordinal) && t.Name is not ("Snapshot" or "AuditLink" or "FieldChange")))
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"select * from {table.Name}"))
                values.UnionWith(row.Values.Where(v => v is not null).Select(v => AsText(v!)));
        return values;
    }

    private static string AsText(object value) => value switch
    {
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "1" : "0",
        double number => number.ToString("0.########", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    [GeneratedRegex(@"^(\d+)/(\d+)$")]
    private static partial Regex RatioShape();

    private sealed record Line
    {
        public string Code { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Text { get; init; } = "";
        public string? Responsible { get; init; }
        public string? Detail { get; init; }
        public string? SourceLines { get; init; }
    }

    private sealed record Sheet
    {
        public string Code { get; init; } = "";
        public string? Title { get; init; }
        public string? Summary { get; init; }
        public string? StageNote { get; init; }
        public string? Coverage { get; init; }
        public string? Length { get; init; }
        public string? TargetPopulation { get; init; }
        public string? SourceLines { get; init; }
    }
}
