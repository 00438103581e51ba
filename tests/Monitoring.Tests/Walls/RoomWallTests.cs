using System.Reflection;

namespace Monitoring.Tests.Walls;

/// <summary>
/// A room writes only its own tables and reads only those and what it declares. A room says so in its class <c>XRoom</c>:
/// <c>public static readonly string[] Owns = ["BudgetLine"]; public static readonly string[] Reads = ["Initiative"];</c>
/// Views are what rooms share, so they need no declaration.
/// </summary>
public sealed class RoomWallTests
{
    // Loading fills every table once; freezing copies what is accepted. This list only shrinks.
    private static readonly string[] WritesAll = ["Seeding"];
    private static readonly string[] ReadsAll = ["Seeding", "Reports"];

    [Fact]
    public void Every_room_keeps_to_its_tables() => Statements.All.Where(s => s.Room != "Data").SelectMany(s => s.Variants())
        .SelectMany(v => Violations(v.Of.Room, v.Text, Rooms, Tables.Real).Select(w => $"{v.Name}: {w}")).ShouldStand();

    [Fact]
    public void Every_table_has_one_owner_at_most_and_every_name_is_a_table() => Declarations(Rooms, Tables.Real).ShouldStand();

    [Theory]
    [InlineData("Budgets", "select b.Id from BudgetLine b join Initiative i on i.Country = b.Country", true)]
    [InlineData("Budgets", "update BudgetLine set Note = @Note where Country = @Country and not exists (select 1 from NextStep n)", false)]
    [InlineData("Budgets", "update Initiative set Stage = 'Idea' where Country = @Country", false)]
    [InlineData("Budgets", "insert into AuditLink (Country) values (@Country)", false)]
    [InlineData("Budgets", "select a.Code from ThematicAxis a", false)]
    [InlineData("Budgets", "select s.Code from region_status s", true)]
    [InlineData("Seeding", "insert into NextStep (Country, Id) values (@Country, @Id)", true)]
    [InlineData("Seeding", "insert into ValueMark (Country) values (@Country)", true)]
    [InlineData("Seeding", "insert into AuditLink (Country) values (@Country)", false)]
    [InlineData("Reports", "select i.Id from Initiative i", true)]
    [InlineData("Reports", "update Initiative set Stage = 'Idea' where Country = @Country", false)]
    [InlineData("Nowhere", "select n.Id from NextStep n", false)]
    public void A_planted_statement_over_another_rooms_table_is_caught(string room, string sql, bool stands)
    {
        var rooms = new List<Room>
        {
            new("Budgets", ["BudgetLine"], ["Initiative"]), new("Initiatives", ["Initiative", "NextStep"], []), new("Reports", ["Snapshot"], []), new("Seeding", [], []),
        };
        (!Violations(room, sql, rooms, Tables.Real).Any()).ShouldBe(stands);
    }

    [Fact]
    public void A_planted_declaration_that_is_wrong_is_caught()
    {
        Declarations([new("A", ["NextStep"], []), new("B", ["NextStep"], [])], Tables.Real).ShouldContain("NextStep is owned by A, B");
        Declarations([new("A", ["NoSuchTable"], [])], Tables.Real).ShouldContain("A names NoSuchTable, which is no table");
        Declarations([new("A", [], ["AlsoNot"])], Tables.Real).ShouldContain("A names AlsoNot, which is no table");
        Declarations([new("A", ["AuditLink"], [])], Tables.Real).ShouldContain("A owns AuditLink, which only the kernel writes");
    }

    private static readonly IReadOnlyList<Room> Rooms = [.. typeof(Program).Assembly.GetTypes()
        .Where(t => t.Name.EndsWith("Room", StringComparison.Ordinal) && t is { IsAbstract: true, IsSealed: true })
        .Select(t => new Room(t.Namespace!.Replace("Monitoring.Web.", "", StringComparison.Ordinal), Names(t, "Owns"), Names(t, "Reads")))];

    private static string[] Names(Type room, string field) => (string[]?)room.GetField(field, BindingFlags.Static | BindingFlags.Public)?.GetValue(null) ?? [];

    private static IEnumerable<string> Violations(string roomName, string sql, IReadOnlyList<Room> rooms, Tables tables)
    {
        var room = rooms.SingleOrDefault(r => r.Name == roomName);
        foreach (var statement in Tsql.Statements(sql))
        {
            var target = KindWallTests.Target(statement);
            foreach (var reference in Tables.Named(statement))
            {
                var table = reference.Name();
                if (tables.Kind(table) is TableKind.CountryView or TableKind.View) continue;
                if (room is null) yield return $"{roomName} has no class that declares its tables, but names {table}";
                else if (reference == target)
                {
                    var kernel = tables.Kernel.Contains(table);
                    if (kernel ? !(room.Name == "Seeding" && table is "ValueMark" or "CountryHead") : !room.Owns.Contains(table) && !WritesAll.Contains(room.Name))
                        yield return $"{room.Name} writes {table}, which is not its own";
                }
                else if (!room.Owns.Contains(table) && !room.Reads.Contains(table) && !ReadsAll.Contains(room.Name))
                {
                    yield return $"{room.Name} reads {table} without declaring it";
                }
            }
        }
    }

    private static IEnumerable<string> Declarations(IReadOnlyList<Room> rooms, Tables tables)
    {
        foreach (var owners in rooms.SelectMany(r => r.Owns.Select(t => (Table: t, Room: r.Name))).GroupBy(o => o.Table).Where(g => g.Count() > 1))
            yield return $"{owners.Key} is owned by {string.Join(", ", owners.Select(o => o.Room))}";
        foreach (var room in rooms)
        {
            foreach (var name in room.Owns.Concat(room.Reads).Where(n => !tables.Schema.ContainsKey(n))) yield return $"{room.Name} names {name}, which is no table";
            foreach (var name in room.Owns.Where(tables.Kernel.Contains)) yield return $"{room.Name} owns {name}, which only the kernel writes";
        }
    }

    private sealed record Room(string Name, string[] Owns, string[] Reads);
}
