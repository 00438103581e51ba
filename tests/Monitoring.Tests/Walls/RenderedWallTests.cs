using System.Text;

namespace Monitoring.Tests.Walls;

/// <summary>
/// What the two databases are really sent. A statement that nothing is added to goes as it is written; what filters, orders and pages add
/// stands in <c>Rendered.approved.sql</c>, for both, so that a change of the helpers shows as a difference in a review.
/// </summary>
public sealed class RenderedWallTests
{
    private static readonly string Approved = House.Path("tests/Monitoring.Tests/Walls/Rendered.approved.sql");
    private static readonly string Received = Path.ChangeExtension(Path.ChangeExtension(Approved, null), ".received.sql");

    [Fact]
    public void A_statement_that_is_no_pair_is_one_text_for_both() => Statements.All.Where(s => !s.Value.IsPair)
        .Where(s => s.Value.Text(Dialect.SqlServer) != s.Value.Text(Dialect.Sqlite)).ShouldBeEmpty();

    [Fact]
    public async Task What_filters_orders_and_pages_add_is_as_approved()
    {
        var rendered = Render();
        File.Delete(Received);
        if (rendered == await File.ReadAllTextAsync(Approved)) return;
        await File.WriteAllTextAsync(Received, rendered);
        Assert.Fail($"Compare {Received} with {Path.GetFileName(Approved)}; where the difference is meant, put it in its place.");
    }

    private static string Render()
    {
        var text = new StringBuilder();
        foreach (var found in Statements.All.OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            if (Statements.Fullest(found) is not { } full) continue;
            text.Append("-- ").Append(found.Name).Append('\n');
            var (server, sqlite) = (full.Text(Dialect.SqlServer), full.Text(Dialect.Sqlite));
            text.Append(server).Append(";\n");
            var others = server.Split('\n').Zip(sqlite.Split('\n')).Where(l => l.First != l.Second).Select(l => l.Second.Trim()).ToList();
            if (others.Count > 0) text.Append("-- on SQLite: ").AppendJoin(" / ", others).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }
}
