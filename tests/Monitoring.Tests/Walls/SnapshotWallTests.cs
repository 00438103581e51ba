using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Walls;

/// <summary>
/// The region's row views hold the newest accepted snapshot of every cycle. A statement that did not say which it wants would mix
/// cycles in silence: each such view is tied to the newest snapshot, or to a snapshot or cycle that is asked for.
/// </summary>
public sealed class SnapshotWallTests
{
    private static readonly string[] OfEveryCycle = [.. Tables.Real.Views.Where(v => v.Value.Contains("region_accepted", StringComparison.Ordinal)).Select(v => v.Key).Where(v => v != "region_accepted")];

    [Fact]
    public void Every_statement_of_the_region_says_which_snapshot_it_wants()
    {
        OfEveryCycle.Length.ShouldBeGreaterThan(10);
        var statements = Statements.OfKind<RegionSql>().SelectMany(s => s.Variants()).ToList();
        statements.Count(v => OfEveryCycle.Any(o => v.Text.Contains(o, StringComparison.Ordinal))).ShouldBeGreaterThan(10);
        statements.SelectMany(v => Violations(v.Text).Select(w => $"{v.Name}: {w}")).ShouldStand();
    }

    [Theory]
    [InlineData("select r.Code from region_result r")]
    [InlineData("select r.Code from region_result r where r.Country = @Of")]
    [InlineData("select r.Code from region_result r join region_snapshot s on s.Country = r.Country")]
    [InlineData("select r.Code from region_result r join region_newest s on s.Country = r.Country")]
    [InlineData("select r.Code from region_result r join region_fact_sheet f on f.Country = r.Country and f.SnapshotNo = r.SnapshotNo")]
    [InlineData("select r.Code from region_result r join region_fact_sheet f on f.Country = r.Country where r.SnapshotNo = @No")]
    [InlineData("select r.Code from region_result r where r.SnapshotNo = @No or 1 = 1")]
    [InlineData("select r.Code from region_result r join region_accepted s on s.Country = r.Country and s.SnapshotNo = r.SnapshotNo")]
    public void A_planted_statement_that_mixes_cycles_is_caught(string sql) => Violations(sql).ShouldNotBeEmpty();

    [Theory]
    [InlineData("select r.Code from region_result r where r.Country = @Of and r.SnapshotNo = @No")]
    [InlineData("select r.Code from region_result r join region_snapshot s on s.Country = r.Country and s.SnapshotNo = r.SnapshotNo")]
    [InlineData("select r.Code from region_result r join region_fact_sheet f on f.SnapshotNo = r.SnapshotNo and f.Country = r.Country where r.SnapshotNo = @No")]
    [InlineData("select r.Code from region_result r join region_accepted s on s.Country = r.Country and s.SnapshotNo = r.SnapshotNo where s.CycleCode = @Cycle")]
    [InlineData("select r.Code from region_result r join region_newest s on s.Country = r.Country and s.SnapshotNo = r.SnapshotNo")]
    [InlineData("select distinct s.CycleCode from region_accepted s")]
    public void A_statement_that_says_it_passes(string sql) => Violations(sql).ShouldBeEmpty();

    private static IEnumerable<string> Violations(string sql)
    {
        foreach (var statement in Tsql.Statements(sql))
        {
            var ties = statement.All<QuerySpecification>().SelectMany(q => Conditions(q)).SelectMany(c => c.Conjunction()).OfType<BooleanComparisonExpression>()
                .Where(c => c.ComparisonType is BooleanComparisonType.Equals).Select(c => (A: Of(c.FirstExpression), B: Of(c.SecondExpression))).Where(t => t.A is not null && t.B is not null).ToList();
            var said = statement.All<NamedTableReference>().Where(t => t.Name() is "region_snapshot" or "region_newest").Select(Alias).Append("@").ToHashSet(StringComparer.OrdinalIgnoreCase);
            while (ties.Exists(t => said.Contains(t.A!) != said.Contains(t.B!)))
                foreach (var (a, b) in ties.Where(t => said.Contains(t.A!) != said.Contains(t.B!)).ToList()) said.UnionWith([a!, b!]);
            foreach (var table in statement.All<NamedTableReference>().Where(t => OfEveryCycle.Contains(t.Name()) && !said.Contains(Alias(t))))
                yield return $"{table.Name()} {Alias(table)} is of no one snapshot";
        }
    }

    private static IEnumerable<BooleanExpression?> Conditions(QuerySpecification query) =>
        query.All<QualifiedJoin>().Select(BooleanExpression? (j) => j.SearchCondition).Append(query.WhereClause?.SearchCondition);

    private static string Alias(NamedTableReference table) => table.Alias?.Value ?? table.Name();

    // The alias whose snapshot or cycle it is; @ for what is asked for.
    private static string? Of(ScalarExpression expression) => expression.Bare() switch
    {
        VariableReference { Name: "@No" or "@Cycle" } => "@",
        ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var alias, { Value: "SnapshotNo" or "CycleCode" }] } => alias.Value,
        _ => null,
    };
}
