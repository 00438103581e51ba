using System.Globalization;
using Monitoring.Web.Seeding;

namespace Monitoring.Tests.Seeding;

/// <summary>What a data file may not do, said with its line.</summary>
public sealed class SeedFileTests
{
    private static readonly string Report = SeedFile.Text(ReportFile.Name).ReplaceLineEndings("\n");

    [Fact]
    public void Both_files_are_read_whole()
    {
        SeedFile.Read<ReportFile>(ReportFile.Name).Initiatives.Count.ShouldBe(7);
        SeedFile.Read<DemoFile>(DemoFile.Name).People.Count.ShouldBe(15);
    }

    [Theory]
    [InlineData("    title: Update of the study", "    titel: Update of the study", "titel")]
    [InlineData("    objectives:\n      - Systematise", "    goals:\n      - Systematise", "goals")]
    [InlineData("result_themes: I}", "result_themes: I, mood: I}", "mood")]
    [InlineData("framework:", "framework_of_things: 1\nframework:", "framework_of_things")]
    public void An_unknown_key_is_refused_with_its_line(string was, string becomes, string key) => Refused(was, becomes, key);

    [Theory]
    [InlineData("    stage: pilot\n", "    stage: pilot\n    stage: pilot\n", "stage")]
    [InlineData("axes: ", "axes: []\naxes: ", "axes")]
    public void A_key_given_twice_is_refused_with_its_line(string was, string becomes, string key) => Refused(was, becomes, key);

    [Theory]
    [InlineData("    stage: pilot\n", "    stage: piloted\n", "'piloted' is no Stage")]
    [InlineData("theme: risk,", "theme: risks,", "'risks' is no ActionTheme")]
    [InlineData("result_themes: I}", "result_themes: Q}", "'Q' is no mark")]
    [InlineData("    country: SLV\n", "    country: Salvador\n", "'Salvador' is no country")]
    [InlineData("region: 6/7", "region: six of seven", "is no ratio")]
    [InlineData("date: 2021-08-12}\n      - {id: MX-PNDH-R24", "date: August}\n      - {id: MX-PNDH-R24", "is no date")]
    [InlineData("overlap: unknown", "overlap: who knows", "'who knows' is no OverlapRule")]
    [InlineData("numerator: 17", "numerator: seventeen", "seventeen")]
    public void A_word_that_no_list_knows_is_refused_with_its_line(string was, string becomes, string says) => Refused(was, becomes, says);

    [Theory]
    [InlineData("    title: Update of the study characterising internal displacement by violence\n", "    title:\n", "null")]
    [InlineData("    stage: pilot\n", "    stage: null\n", "missing")]
    public void A_key_without_its_value_is_refused_with_its_line(string was, string becomes, string says) => Refused(was, becomes, says);

    [Fact]
    public void A_missing_key_is_refused_with_the_line_where_its_record_ends() =>
        Refused("    title: Update of the study characterising internal displacement by violence\n", "", "title", upTo: 50);

    private static void Refused(string was, string becomes, string says, int upTo = 0)
    {
        var at = Report.IndexOf(was, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, $"'{was}' is not in the file");
        var broken = Report[..at] + becomes + Report[(at + was.Length)..];
        var told = Should.Throw<SeedException>(() => SeedFile.Parse<ReportFile>(broken, ReportFile.Name)).Message;
        told.ShouldContain(says, Case.Insensitive);
        var line = Report[..at].Count(c => c == '\n') + 1;
        var named = int.Parse(told.Split("line ")[1].Split(':')[0], CultureInfo.InvariantCulture);
        told.ShouldStartWith(ReportFile.Name);
        named.ShouldBeInRange(line, line + becomes.Count(c => c == '\n') + upTo);
    }
}
