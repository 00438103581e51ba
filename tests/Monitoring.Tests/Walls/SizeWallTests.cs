using System.Text.RegularExpressions;

namespace Monitoring.Tests.Walls;

/// <summary>Pages and files stay small. The exceptions are named and only become fewer.</summary>
public sealed partial class SizeWallTests
{
    private const int Markup = 120;
    private const int Code = 150;
    private const int Injected = 4;
    private const int File = 300;

    // path: why
    private static readonly Dictionary<string, string> Exceptions = [];

    [Fact]
    public void Pages_and_files_stay_small() => Violations(House.Files).Where(v => !Exceptions.ContainsKey(v.Split(':')[0])).ShouldStand();

    [Fact]
    public void An_exception_that_is_no_longer_needed_leaves_the_list()
    {
        var needed = Violations(House.Files).Select(v => v.Split(':')[0]).ToHashSet();
        Exceptions.Keys.Where(k => !needed.Contains(k)).ShouldBeEmpty();
    }

    [Fact]
    public void A_planted_file_that_is_too_large_is_caught()
    {
        static string Lines(int n) => string.Concat(Enumerable.Repeat("x\n", n));
        Violations([new("A.razor", Lines(121))]).ShouldHaveSingleItem().ShouldBe("A.razor: 121 lines of markup");
        Violations([new("A.razor", Lines(120))]).ShouldBeEmpty();
        Violations([new("A.razor", Lines(20) + "@code {\n" + Lines(149) + "}\n")]).ShouldHaveSingleItem().ShouldBe("A.razor: 151 lines of code");
        Violations([new("A.razor", Lines(9)), new("A.razor.cs", Lines(151))]).ShouldHaveSingleItem().ShouldBe("A.razor: 151 lines of code");
        Violations([new("A.cs", Lines(301))]).ShouldHaveSingleItem().ShouldBe("A.cs: 301 lines");
        Violations([new("A.razor", "@inject A A\n@inject B B\n@inject C<D> C\n"), new("A.razor.cs", "[Inject] private E E { get; set; }\n[Inject]\nprivate F F { get; set; }\n")])
            .ShouldHaveSingleItem().ShouldBe("A.razor: 5 injected things");
    }

    private static IEnumerable<string> Violations(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) && !f.Path.EndsWith(".razor.cs", StringComparison.Ordinal) && f.Lines.Length > File))
            yield return $"{file.Path}: {file.Lines.Length} lines";
        foreach (var page in files.Where(f => f.Path.EndsWith(".razor", StringComparison.Ordinal)))
        {
            var behind = files.FirstOrDefault(f => f.Path == page.Path + ".cs");
            var inside = RazorText.CodeLines(page.Text);
            if (page.Lines.Length - inside > Markup) yield return $"{page.Path}: {page.Lines.Length - inside} lines of markup";
            var code = inside + (behind?.Lines.Length ?? 0);
            if (code > Code) yield return $"{page.Path}: {code} lines of code";
            var injected = Injection().Count(page.Text) + (behind is null ? 0 : Injection().Count(behind.Text));
            if (injected > Injected) yield return $"{page.Path}: {injected} injected things";
        }
    }

    [GeneratedRegex(@"^@inject |\[Inject\b", RegexOptions.Multiline)]
    private static partial Regex Injection();
}
