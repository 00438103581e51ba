using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Monitoring.Tests.Walls;

/// <summary>One source file of the house: its path from the root, with forward slashes, and its text.</summary>
public sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<SyntaxNode> _syntax = new(() => CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Latest)).GetRoot());

    /// <summary>The C# of it.</summary>
    public SyntaxNode Syntax => _syntax.Value;

    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public string[] Lines => Text.TrimEnd('\n').Split('\n');
}

/// <summary>The files that the walls look at. A wall is a function from such files (or assemblies, or statements) to violations.</summary>
public static class House
{
    private static readonly Lazy<string> Found = new(() =>
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Monitoring.sln"))) return folder.FullName;
        throw new InvalidOperationException("Monitoring.sln is in no folder above the tests.");
    });

    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() => [.. new[] { "src/Monitoring.Data", "src/Monitoring.Web", "sql" }
        .SelectMany(f => Directory.EnumerateFiles(Path(f), "*", SearchOption.AllDirectories))
        .Select(f => System.IO.Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/data/", StringComparison.Ordinal))
        .Where(f => System.IO.Path.GetExtension(f) is ".cs" or ".razor" or ".resx" or ".sql")
        .Order(StringComparer.Ordinal)
        .Select(f => new SourceFile(f, File.ReadAllText(Path(f)).ReplaceLineEndings("\n")))]);

    public static string Root => Found.Value;

    public static IReadOnlyList<SourceFile> Files => Read.Value;

    public static IEnumerable<SourceFile> OfWeb(params string[] endings) => Files.Where(f =>
        f.Path.StartsWith("src/Monitoring.Web/", StringComparison.Ordinal) && endings.Any(e => f.Path.EndsWith(e, StringComparison.Ordinal)));

    public static string Path(string fromRoot) => System.IO.Path.Combine(Root, fromRoot);

    /// <summary>Fails with all violations, one a line.</summary>
    public static void ShouldStand(this IEnumerable<string> violations)
    {
        var all = violations.Distinct().ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} violations:\n" + string.Join('\n', all));
    }
}
