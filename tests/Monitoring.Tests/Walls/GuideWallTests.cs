using System.Text.RegularExpressions;

namespace Monitoring.Tests.Walls;

/// <summary>A guide shows only pictures that there are, in its own language, and no picture lies about without a guide.</summary>
public sealed partial class GuideWallTests
{
    private const int MostBytes = 300_000;

    private static string Docs => Path.Combine(House.Root, "docs");

    [Fact]
    public void Every_picture_that_a_guide_names_is_there_in_its_language_and_small() => Directory.GetFiles(Docs, "*-guide.??.md")
        .SelectMany(guide => Faults(Path.GetFileName(guide), File.ReadAllText(guide), p => new FileInfo(Path.Combine(Docs, p)) is { Exists: true } file ? file.Length : null)).ShouldStand();

    [Fact]
    public void Every_picture_is_in_a_guide()
    {
        var named = Directory.GetFiles(Docs, "*-guide.??.md").SelectMany(g => Pictures(File.ReadAllText(g))).Select(Path.GetFileName).ToHashSet();
        named.Count.ShouldBeGreaterThan(10);
        Directory.GetFiles(Path.Combine(Docs, "images")).Select(Path.GetFileName).Where(p => !named.Contains(p)).Select(p => p!).ShouldStand();
    }

    [Fact]
    public void Both_languages_of_a_guide_show_the_same()
    {
        foreach (var guide in Directory.GetFiles(Docs, "*-guide.en.md"))
            Pictures(File.ReadAllText(guide)).Select(p => p.Replace(".en.", ".es.", StringComparison.Ordinal))
                .ShouldBe(Pictures(File.ReadAllText(guide.Replace(".en.", ".es.", StringComparison.Ordinal))));
    }

    [Fact]
    public void Planted_pictures_that_are_missing_large_or_foreign_are_caught() => Faults("x.en.md", "![a](images/a.en.png) ![b](images/b.es.png) ![c](images/c.en.png) ![](images/d.en.png)",
        p => p.Contains("a.", StringComparison.Ordinal) ? null : p.Contains("c.", StringComparison.Ordinal) ? MostBytes + 1 : 1).Count().ShouldBe(4);

    private static IEnumerable<string> Faults(string guide, string text, Func<string, long?> size)
    {
        var language = guide.Split('.')[^2];
        foreach (var picture in Pictures(text))
        {
            if (!picture.EndsWith($".{language}.png", StringComparison.Ordinal)) yield return $"{guide}: {picture} is in another language";
            if (size(picture) is not { } bytes) yield return $"{guide}: {picture} is not there";
            else if (bytes > MostBytes) yield return $"{guide}: {picture} has {bytes} bytes";
        }
        foreach (Match _ in Silent().Matches(text)) yield return $"{guide}: a picture without words";
    }

    private static List<string> Pictures(string text) => [.. Named().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"!\[[^\]]*\]\(([^)]+)\)")]
    private static partial Regex Named();

    [GeneratedRegex(@"!\[\s*\]\(")]
    private static partial Regex Silent();
}
