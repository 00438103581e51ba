using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Monitoring.Tests.Walls;

/// <summary>A room cannot open a connection: it knows neither Dapper nor a driver nor the types that they stand on.</summary>
public sealed partial class ConnectionWallTests
{
    // Who may use a job's doors, and who the doors of nobody (before sign-in). These lists only shrink.
    private static readonly string[] Jobs = ["src/Monitoring.Web/Installation/Doctor.cs", "src/Monitoring.Web/People/MakeSetUpLink.cs", "src/Monitoring.Web/Reports/RecomputeTotals.cs",
        "src/Monitoring.Web/Reports/RecomputeNightly.cs", "src/Monitoring.Web/Evidence/SweepFiles.cs", "src/Monitoring.Web/Seeding/LoadReport2021.cs"];
    private static readonly string[] BeforeSignIn = ["src/Monitoring.Web/People/"];

    [Fact]
    public void No_room_knows_a_driver() => Violations(File.ReadAllBytes(typeof(Program).Assembly.Location)).ShouldStand();

    [Fact]
    public void No_page_or_endpoint_uses_the_doors_of_a_job() => House.OfWeb(".cs", ".razor").SelectMany(JobViolations).ShouldStand();

    [Fact]
    public void Only_the_room_of_people_opens_doors_before_sign_in() => House.OfWeb(".cs", ".razor")
        .Where(f => SignInDoor().IsMatch(f.Text) && !BeforeSignIn.Any(b => f.Path.StartsWith(b, StringComparison.Ordinal))).Select(f => f.Path).ShouldStand();

    [Fact]
    public void Only_the_access_of_the_program_says_who_asks() => House.OfWeb(".cs", ".razor")
        .Where(f => CallerSet().IsMatch(f.Text) && !f.Path.StartsWith("src/Monitoring.Web/Access/", StringComparison.Ordinal)).Select(f => f.Path).ShouldStand();

    [Theory]
    [InlineData("class A { object B(System.Data.Common.DbConnection c) => c.CreateCommand(); }")]
    [InlineData("class A { object B() => new Microsoft.Data.Sqlite.SqliteConnection(\"Data Source=x\"); }")]
    [InlineData("class A { object B() => new Microsoft.Data.SqlClient.SqlConnection(\"\"); }")]
    [InlineData("using Dapper; class A { object B(System.Data.IDbConnection c) => c.Query<int>(\"select 1\"); }")]
    public void A_planted_room_that_opens_a_connection_is_caught(string code) => Violations(Planting.Compile(code)).ShouldNotBeEmpty();

    [Fact]
    public void An_innocent_room_passes() => Violations(Planting.Compile("class A { object B(Monitoring.Data.Gate gate) => gate.GrantsAsync(); }")).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Monitoring.Web/X/XPage.razor", "@code { object X => Gate.ForJob(JobName.Load); }")]
    [InlineData("src/Monitoring.Web/X/XPage.razor.cs", "class A { object X => gate.ForJob(JobName.Load); }")]
    [InlineData("src/Monitoring.Web/X/XEndpoints.cs", "class A { void M() { routes.MapGet(\"/x\", (Gate gate) => gate.ForJob(JobName.Load)); } }")]
    [InlineData("src/Monitoring.Web/X/SaveX.cs", "class A(JobGate gate) { }")]
    public void A_planted_job_in_a_page_or_endpoint_is_caught(string path, string text) => JobViolations(new SourceFile(path, text)).ShouldNotBeEmpty();

    private static IEnumerable<string> Violations(byte[] assembly)
    {
        using var pe = new PEReader([.. assembly]);
        var metadata = pe.GetMetadataReader();
        foreach (var handle in metadata.AssemblyReferences)
        {
            var name = metadata.GetString(metadata.GetAssemblyReference(handle).Name);
            if (name is "Dapper" or "System.Data.Common" || name.StartsWith("Microsoft.Data.", StringComparison.Ordinal) || name.StartsWith("SQLitePCL", StringComparison.Ordinal))
                yield return $"a reference to {name}";
        }
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            var space = metadata.GetString(type.Namespace);
            if (space == "Dapper" || space.StartsWith("System.Data", StringComparison.Ordinal) || space.StartsWith("Microsoft.Data", StringComparison.Ordinal))
                yield return $"the type {space}.{metadata.GetString(type.Name)}";
        }
    }

    private static IEnumerable<string> JobViolations(SourceFile file)
    {
        if (!JobDoor().IsMatch(file.Text)) yield break;
        if (file.Path.Contains(".razor", StringComparison.Ordinal) || Mapping().IsMatch(file.Text)) yield return $"{file.Path}: the doors of a job in a page or endpoint";
        else if (!Jobs.Contains(file.Path) && !file.Path.StartsWith("src/Monitoring.Web/Seeding/", StringComparison.Ordinal)) yield return $"{file.Path}: the doors of a job, and not on the list";
    }

    [GeneratedRegex(@"\.ForJob\(|\bJobGate\b")]
    private static partial Regex JobDoor();

    [GeneratedRegex(@"\bMap(Get|Post|Put|Delete|Patch|Methods|Group)\(")]
    private static partial Regex Mapping();

    [GeneratedRegex(@"\b(Read|Edit)SignInAsync\(ct|gate\.(Read|Edit)SignInAsync\(")]
    private static partial Regex SignInDoor();

    [GeneratedRegex(@"\bcaller\.Is\(|new Caller\(")]
    private static partial Regex CallerSet();
}
