using System.Text.RegularExpressions;

namespace Monitoring.Tests.Walls;

/// <summary>Symbols that are banned are found, and nothing switches that off.</summary>
public sealed partial class BannedSymbolsWallTests
{
    // The one place where the real clock enters. This list only shrinks.
    private static readonly string[] MayAllow = ["src/Monitoring.Web/Program.cs"];

    public static TheoryData<string> Symbols() => new(File.ReadAllLines(House.Path("BannedSymbols.txt")).Where(l => l.Length > 0).Select(l => l.Split(';')[0]));

    [Theory, MemberData(nameof(Symbols))]
    public async Task Every_banned_symbol_is_found_where_it_is_planted(string symbol)
    {
        var name = symbol[2..];
        var use = symbol[0] switch
        {
            'P' => $"_ = {name};",
            'T' => $"_ = typeof({name});",
            'M' when name.Contains('(') => $"{name[..name.IndexOf('(')]}({string.Join(", ", name[(name.IndexOf('(') + 1)..^1].Split(',').Select(t => $"default({t})"))});",
            'M' => $"{name}();",
            _ => throw new InvalidOperationException(symbol),
        };
        (await Planting.BannedAsync($"class A {{ void B() {{ {use} }} }}")).ShouldContain(d => d.Id == "RS0030", use);
    }

    [Fact]
    public async Task What_is_not_banned_passes() =>
        (await Planting.BannedAsync("class A { object B(System.TimeProvider clock) => clock.GetUtcNow(); }")).ShouldBeEmpty();

    [Fact]
    public void The_clock_and_the_request_are_banned()
    {
        var all = Symbols().Select(s => s.Data).ToList();
        foreach (var symbol in new[] { "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.UtcNow", "P:System.TimeProvider.System",
            "T:Microsoft.AspNetCore.Http.IHttpContextAccessor", "T:System.Transactions.TransactionScope" }) all.ShouldContain(symbol);
    }

    [Fact]
    public void Every_project_is_held_to_the_list_and_nothing_switches_it_off()
    {
        var props = File.ReadAllText(House.Path("Directory.Build.props"));
        props.ShouldContain("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\" PrivateAssets=\"all\" />");
        props.ShouldContain("<AdditionalFiles Include=\"$(MSBuildThisFileDirectory)BannedSymbols.txt\" />");
        File.ReadAllText(House.Path(".editorconfig")).ShouldContain("dotnet_diagnostic.RS0030.severity = error");
        Directory.EnumerateFiles(House.Root, "*.csproj", SearchOption.AllDirectories).Append(House.Path("Directory.Build.props"))
            .Where(f => File.ReadAllText(f).Contains("RS0030", StringComparison.Ordinal)).ShouldBeEmpty();
        House.Files.SelectMany(f => Allowed(f, MayAllow)).ShouldStand();
    }

    [Fact]
    public void A_planted_permission_is_caught()
    {
        Allowed(new("src/A.cs", "#pragma warning disable RS0030"), []).ShouldNotBeEmpty();
        Allowed(new("src/A.cs", "#pragma warning disable"), []).ShouldNotBeEmpty();
        Allowed(new("src/A.cs", "[SuppressMessage(\"X\", \"RS0030\")]"), []).ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Allowed(SourceFile file, string[] may) =>
        Permission().IsMatch(file.Text) && !may.Contains(file.Path) ? [$"{file.Path} allows itself what is banned"] : [];

    [GeneratedRegex(@"RS0030|#pragma warning disable\s*(\n|$)")]
    private static partial Regex Permission();
}
