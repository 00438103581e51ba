using System.Text.RegularExpressions;
using Monitoring.Web.Installation;

namespace Monitoring.Tests.Installation;

/// <summary>What the documents name is there.</summary>
public sealed partial class DocsTests
{
    private static readonly string[] Places = ["src", "sql", "tests", "docs", ".ci"];

    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Tree.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Tree.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Tree.Root, "sql"), "*.md")).Select(path => Path.GetRelativePath(Tree.Root, path))];

    [Theory, MemberData(nameof(Documents))]
    public async Task Every_link_of_a_document_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Tree.Root, document))!;
        foreach (Match link in Link().Matches(await File.ReadAllTextAsync(Path.Combine(Tree.Root, document))))
        {
            var (target, anchor) = link.Groups[1].Value.Split('#') is [var path, var id] ? (path, id) : (link.Groups[1].Value, null);
            var file = target.Length == 0 ? Path.Combine(Tree.Root, document) : Path.GetFullPath(target, folder);
            (File.Exists(file) || Directory.Exists(file)).ShouldBeTrue($"{document}: {link.Value}");
            if (anchor is not null) (await AnchorsAsync(file)).ShouldContain(anchor, $"{document}: {link.Value}");
        }
    }

    [Theory, MemberData(nameof(Documents))]
    public async Task Every_path_that_a_document_names_is_there(string document)
    {
        foreach (Match named in Code().Matches(await File.ReadAllTextAsync(Path.Combine(Tree.Root, document))))
        {
            var path = named.Groups[1].Value;
            if (!Places.Any(place => path.StartsWith(place + "/", StringComparison.Ordinal)) || path.IndexOfAny(['<', '*', '…', ' ']) >= 0) continue;
            // Where a running program keeps its data is no part of the tree.
            if (path.StartsWith("src/Monitoring.Web/data", StringComparison.Ordinal)) continue;
            var full = Path.Combine(Tree.Root, path);
            (File.Exists(full) || Directory.Exists(full)).ShouldBeTrue($"{document} names {path}");
        }
    }

    [Fact]
    public async Task The_readme_names_every_setting()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Tree.Root, "README.md"));
        foreach (var setting in typeof(InstallationSettings).GetProperties()) readme.ShouldContain($"`Monitoring__{setting.Name}`");
    }

    [Fact]
    public async Task Every_room_is_in_the_table_of_rooms()
    {
        var table = await File.ReadAllTextAsync(Path.Combine(Tree.Root, "docs", "where-things-live.md"));
        var rooms = typeof(InstallationSettings).Assembly.GetTypes().Where(t => t.Name.EndsWith("Room", StringComparison.Ordinal)).ToList();
        rooms.ShouldNotBeEmpty();
        foreach (var room in rooms)
        {
            var line = table.Split('\n').FirstOrDefault(l => l.StartsWith($"| `{room.Namespace!.Split('.')[^1]}` |", StringComparison.Ordinal));
            line.ShouldNotBeNull(room.Name);
            var owns = (string[])(room.GetField("Owns")?.GetValue(null) ?? Array.Empty<string>());
            foreach (var own in owns.Where(o => !o.StartsWith("Frozen", StringComparison.Ordinal))) line.ShouldContain($"`{own}`", Case.Sensitive, room.Name);
        }
    }

    // As the pages that show Markdown make them: lower case, no signs, a hyphen for each blank.
    private static async Task<IEnumerable<string>> AnchorsAsync(string file) =>
        (await File.ReadAllLinesAsync(file)).Where(l => l.StartsWith('#'))
        .Select(l => NoWord().Replace(l.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?!https?:)([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoWord();
}
