using System.Text.RegularExpressions;

namespace Monitoring.Tests.Walls;

/// <summary>
/// While a country's report is on its way its living rows stand still. The edit door sees to it for the two rights that change living
/// rows; so every other room edits by these two (comments are talk about the rows, and go on), and what writes period rows is known to
/// the door as such.
/// </summary>
public sealed partial class LockWallTests
{
    // Loading goes before anything is accepted, through the doors of a job.
    private static readonly string[] Exempt = ["Seeding"];

    [Fact]
    public void Every_edit_of_a_country_outside_the_reports_is_one_that_the_lock_stops() => House.OfWeb(".cs", ".razor").SelectMany(Violations).ShouldStand();

    [Fact]
    public void Every_statement_that_writes_period_rows_is_known_to_the_door()
    {
        var writers = Statements.OfKind<CountrySql>().Where(s => !Exempt.Contains(s.Room)).SelectMany(s => s.Variants())
            .Where(v => Tsql.Statements(v.Text).Select(KindWallTests.Target).Any(t => t?.Name() is "Measurement" or "BudgetLine")).ToList();
        writers.Where(v => v.Of.Value.PeriodTable is null || !v.Of.Value.Parameters.Contains("Id")).Select(v => $"{v.Name} writes period rows past the door").ShouldStand();
    }

    [Fact]
    public void The_two_rights_are_those_that_change_living_rows() =>
        Enum.GetValues<May>().Where(Rights.EditsLivingRows).ShouldBe([May.EditInitiative, May.EditCountry]);

    [Theory]
    [InlineData("src/Monitoring.Web/Budgets/A.cs", "await gate.EditAsync(country, May.ManageCountry, ct: ct);", false)]
    [InlineData("src/Monitoring.Web/Budgets/A.cs", "await gate.EditAsync(country, may, id, ct);", false)]
    [InlineData("src/Monitoring.Web/Budgets/A.cs", "await gate.EditAsync(country,\n    May.EditCountry,\n    ct: ct);", true)]
    [InlineData("src/Monitoring.Web/Budgets/A.cs", "await gate.EditAsync(country, May.Comment, id, ct);", false)]
    [InlineData("src/Monitoring.Web/Reports/A.cs", "await gate.EditAsync(country, May.AcceptReport, ct: ct);", true)]
    public void A_planted_edit_past_the_lock_is_caught(string path, string code, bool stands) =>
        (!Violations(new SourceFile(path, code)).Any()).ShouldBe(stands);

    private static IEnumerable<string> Violations(SourceFile file)
    {
        if (file.Path.StartsWith("src/Monitoring.Web/Reports/", StringComparison.Ordinal) || Exempt.Any(e => file.Path.Contains($"/{e}/", StringComparison.Ordinal))) yield break;
        foreach (Match call in Edit().Matches(file.Text))
            if (!(file.Path.StartsWith("src/Monitoring.Web/Comments/", StringComparison.Ordinal) && call.Groups[1].Value.Contains("May.Comment", StringComparison.Ordinal)) && !LivingRight().IsMatch(call.Groups[1].Value)) yield return $"{file.Path}: EditAsync({call.Groups[1].Value}) is not stopped by the lock";
    }

    [GeneratedRegex(@"\.EditAsync\(([^;]*?)\);", RegexOptions.Singleline)]
    private static partial Regex Edit();

    [GeneratedRegex(@"\bMay\.Edit(Initiative|Country)\b")]
    private static partial Regex LivingRight();
}
