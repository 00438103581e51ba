using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Monitoring.Tests.Walls;

/// <summary>Spanish and English are complete and agree, and no word that a person reads stands in markup.</summary>
public sealed partial class TextWallTests
{
    // MudBlazor brings its own English.
    private static readonly string[] SpanishOnly = ["MudTexts"];

    private static readonly string[] NotShown = [];

    // Names and codes that are the same in every language.
    private static readonly string[] SameEverywhere = ["MIRPS", "SHA-256", "HN-MAHE"];

    private static readonly string[] ReadAttributes =
    [
        "title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "helpertext", "text",
        "caption", "summary", "heading", "description", "adornmentarialabel", "adornmenttext", "oktext", "canceltext", "nodatatext", "errortext",
    ];

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_placeholders() => House.OfWeb(".resx").SelectMany(f => f.Path.EndsWith(".es.resx", StringComparison.Ordinal)
        ? []
        : Compare(f.Path, Read(f.Text), House.Files.FirstOrDefault(o => o.Path == f.Path.Replace(".resx", ".es.resx", StringComparison.Ordinal)) is { } es ? Read(es.Text) : [])).ShouldStand();

    [Fact]
    public void Every_key_that_is_used_is_there() => House.OfWeb(".razor", ".cs").GroupBy(f => f.Path.Replace(".razor.cs", ".razor", StringComparison.Ordinal))
        .SelectMany(g => Missing(g.Key, string.Join('\n', g.Select(f => f.Text)), Keys)).ShouldStand();

    [Fact]
    public void Every_key_that_is_there_is_used() => House.OfWeb(".resx")
        .Where(f => !f.Path.EndsWith(".es.resx", StringComparison.Ordinal) && f.Name != "Words.resx")
        .SelectMany(f => Unused(f.Path, Read(f.Text).Keys, House.OfWeb(".razor", ".cs").Where(s => s.Text.Contains(f.Name.Split('.')[0], StringComparison.Ordinal) || s.Folder == f.Folder).Select(s => s.Text)))
        .ShouldStand();

    [Fact]
    public void Every_value_of_the_vocabulary_has_its_word() => Words(
        [.. typeof(Program).Assembly.GetTypes().Where(t => t is { IsEnum: true, IsNested: false }), .. typeof(Gate).Assembly.GetTypes().Where(t => t is { IsEnum: true, IsPublic: true })],
        House.OfWeb("Vocabulary.cs").SelectMany(f => DeclaredEnum().Matches(f.Text).Select(m => m.Groups[1].Value)).Except(NotShown),
        Keys["Words"]).ShouldStand();

    [Fact]
    public void No_word_that_a_person_reads_stands_in_markup() => House.OfWeb(".razor").SelectMany(f => InMarkup(f.Path, f.Text)).ShouldStand();

    [Theory]
    [InlineData("<p>Hello</p>")]
    [InlineData("<p>@T[\"Key\"] and more</p>")]
    [InlineData("<input placeholder=\"Your name\" />")]
    [InlineData("<MudTextField Label=\"Name\" @bind-Value=\"_name\" />")]
    [InlineData("<button aria-label=\"Close @name\">x</button>")]
    [InlineData("@if (a < b)\n{\n    <p>Hidden</p>\n}")]
    [InlineData("@foreach (var x in list)\n{\n    if (x.Y)\n    {\n        <b>@x</b>\n    }\n    else\n    {\n        @:Plain words\n    }\n}")]
    [InlineData("<A B=\"@(x => x.Y)\">Words</A>")]
    [InlineData("@{ var s = $\"{a}\"; }\nWords after")]
    [InlineData("@code { }\n")]
    public void A_planted_word_in_markup_is_caught(string markup) =>
        InMarkup("A.razor", markup).Any().ShouldBe(!markup.StartsWith("@code", StringComparison.Ordinal));

    [Theory]
    [InlineData("@page \"/words\"\n@inject IStringLocalizer<XTexts> T\n<p class=\"some words\">@T[\"Key\", x.Count] · @(a ? \"b\" : \"c\")</p>")]
    [InlineData("@switch (x)\n{\n    case 1:\n        <p>@T[\"A\"]</p>\n        break;\n    default:\n        <p>&nbsp;@x?.Name!.Length</p>\n        break;\n}")]
    [InlineData("<MudSelect T=\"string\" Label=\"@T[\"Label\"]\" OnClick=\"() => Save(\"x\")\" Title=\"@Title\"><ChildContent Context=\"row\">@row.Name</ChildContent></MudSelect>")]
    [InlineData("@* words in a comment *@<!-- more words -->@code {\n    private string Words => \"are fine in code { \";\n}")]
    [InlineData("@if (x is { } y) { <i>@y</i> } else { var z = new List<string> { \"a\" }; <b>@z.Count</b> }\n<b>@(await X())</b>")]
    [InlineData("<script>var words = 1;</script><style>p { color: red }</style>")]
    public void Markup_without_words_passes(string markup) => InMarkup("A.razor", markup).ShouldBeEmpty();

    [Fact]
    public void A_planted_difference_of_languages_is_caught()
    {
        Compare("X", new() { ["A"] = "One", ["B"] = "Two" }, new() { ["A"] = "Uno" }).ShouldHaveSingleItem().ShouldBe("X: B is not in Spanish");
        Compare("X", new() { ["A"] = "One" }, new() { ["A"] = "Uno", ["B"] = "Dos" }).ShouldHaveSingleItem().ShouldBe("X: B is not in English");
        Compare("X", new() { ["A"] = "One {0} of {1}" }, new() { ["A"] = "Uno {0}" }).ShouldHaveSingleItem().ShouldBe("X: A has other placeholders in Spanish");
        Compare("X", new() { ["A"] = "One" }, new() { ["A"] = " " }).ShouldHaveSingleItem().ShouldBe("X: A is empty");
        Compare("X", new() { ["A"] = "A whole sentence to read" }, new() { ["A"] = "A whole sentence to read" }).ShouldHaveSingleItem().ShouldBe("X: A was not translated");
    }

    [Theory]
    [InlineData("@T[\"Absent\"]", "Absent")]
    [InlineData("@T[ok ? \"There\" : \"Absent\"]", "Absent")]
    [InlineData("@T[$\"Absent.{x}\"]", "Absent.")]
    [InlineData("@T[\"Absent.\" + x]", "Absent.")]
    [InlineData("@T.Counted(\"Kind\", 3)", "Kind.Many")]
    [InlineData("return new Problem(\"Field\", \"Absent\");", "Absent")]
    public void A_planted_key_that_is_missing_is_caught(string use, string key) =>
        Missing("src/Monitoring.Web/X/A.razor", "@inject IStringLocalizer<XTexts> T\n" + use, new() { ["XTexts"] = ["There", "Kind.One"] }).ShouldHaveSingleItem().ShouldContain(key);

    [Fact]
    public void A_planted_key_that_nobody_uses_is_caught()
    {
        Unused("X", ["Used", "Idle", "Kind.One", "SaveNamed"], ["T[\"Used\"]", "T[$\"Kind.{x}\"]", "Key = \"Save\"; T[Key + \"Named\"]"]).ShouldHaveSingleItem().ShouldBe("X: nobody uses Idle");
        Words([typeof(Mark)], ["Mark"], [.. Enum.GetNames<Mark>().Skip(1).Select(n => "Mark." + n), "Mark.Other", "Nothing.One"]).ShouldBe(
            ["Words has no Mark.Reported", "Words has Mark.Other, which is no value", "Words has Nothing.One, which is no value"], ignoreOrder: true);
    }

    private static readonly Dictionary<string, HashSet<string>> Keys = House.OfWeb(".resx").GroupBy(f => f.Name.Split('.')[0])
        .ToDictionary(g => g.Key, g => g.SelectMany(f => Read(f.Text).Keys).ToHashSet());

    private static Dictionary<string, string> Read(string resx) => XDocument.Parse(resx).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static IEnumerable<string> Compare(string path, Dictionary<string, string> english, Dictionary<string, string> spanish)
    {
        if (SpanishOnly.Any(s => path.Contains(s, StringComparison.Ordinal))) yield break;
        foreach (var key in english.Keys.Except(spanish.Keys)) yield return $"{path}: {key} is not in Spanish";
        foreach (var key in spanish.Keys.Except(english.Keys)) yield return $"{path}: {key} is not in English";
        foreach (var key in english.Keys.Intersect(spanish.Keys))
        {
            if (string.IsNullOrWhiteSpace(english[key]) || string.IsNullOrWhiteSpace(spanish[key])) yield return $"{path}: {key} is empty";
            else if (!Placeholders(english[key]).SetEquals(Placeholders(spanish[key]))) yield return $"{path}: {key} has other placeholders in Spanish";
            else if (english[key] == spanish[key] && english[key].Split(' ').Count(w => w.Length > 1 && w.All(char.IsLetter)) > 2) yield return $"{path}: {key} was not translated";
        }
    }

    private static HashSet<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Groups[1].Value).ToHashSet();

    // In one page or class: what its localizers are asked for, and the keys of its problems.
    private static IEnumerable<string> Missing(string path, string text, Dictionary<string, HashSet<string>> keys)
    {
        foreach (Match localizer in Localizer().Matches(text))
        {
            var (of, name) = (localizer.Groups[1].Value, localizer.Groups[2].Value);
            if (!keys.TryGetValue(of, out var known))
            {
                yield return $"{path}: there is no {of}.resx";
                continue;
            }
            foreach (Match counted in Regex.Matches(text, $@"(?<![\w.]){Regex.Escape(name)}\.Counted\(""([^""]*)"""))
                foreach (var key in new[] { ".One", ".Many" }.Select(end => counted.Groups[1].Value + end).Where(k => !known.Contains(k))) yield return $"{path}: {of} has no {key}";
            foreach (Match use in Regex.Matches(text, $@"(?<![\w.]){Regex.Escape(name)}\[((?:[^\[\]""]|""[^""]*"")*)\]"))
            {
                var argument = use.Groups[1].Value;
                foreach (Match key in Quoted().Matches(FirstArgument(argument)))
                {
                    var asked = key.Groups[2].Value;
                    var isEnd = argument[..key.Index].TrimEnd().EndsWith('+');
                    var stands = isEnd ? known.Any(k => k.EndsWith(asked, StringComparison.Ordinal)) : key.Groups[1].Length + key.Groups[3].Length > 0 ? known.Any(k => k.StartsWith(asked.Split('{')[0], StringComparison.Ordinal)) : known.Contains(asked);
                    if (!stands) yield return $"{path}: {of} has no {asked}";
                }
            }
        }
        var folder = path.Split('/') is [_, _, var room, ..] ? room : "";
        var here = keys.Where(k => k.Key.StartsWith(folder, StringComparison.Ordinal) || folder.StartsWith(k.Key.Replace("Texts", "", StringComparison.Ordinal), StringComparison.Ordinal) || k.Key == "SharedTexts").SelectMany(k => k.Value).ToHashSet();
        foreach (Match problem in ProblemKey().Matches(text))
            if (!here.Contains(problem.Groups[1].Value)) yield return $"{path}: no text of the room for the problem {problem.Groups[1].Value}";
    }

    private static string FirstArgument(string arguments)
    {
        var quoted = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == '"') quoted = !quoted;
            if (arguments[i] == ',' && !quoted) return arguments[..i];
        }
        return arguments;
    }

    private static IEnumerable<string> Unused(string path, IEnumerable<string> keys, IEnumerable<string> sources)
    {
        if (SpanishOnly.Any(s => path.Contains(s, StringComparison.Ordinal))) yield break;
        var all = string.Join('\n', sources);
        var starts = KeyStart().Matches(all).Select(m => m.Groups[1].Value).Distinct().ToList();
        // T.Counted("Results", n) says Results.One or Results.Many.
        var ends = KeyEnd().Matches(all).Select(m => m.Groups[1].Value).Distinct().ToList();
        foreach (var key in keys.Where(k => !ends.Exists(e => k.EndsWith(e, StringComparison.Ordinal) && all.Contains($"\"{k[..^e.Length]}\"", StringComparison.Ordinal))))
            if (!(key.Split('.')[^1] is "One" or "Many" && all.Contains($"Counted(\"{key[..key.LastIndexOf('.')]}\"", StringComparison.Ordinal)) && !all.Contains($"\"{key}\"", StringComparison.Ordinal) && !starts.Exists(s => key.StartsWith(s, StringComparison.Ordinal))) yield return $"{path}: nobody uses {key}";
    }

    private static IEnumerable<string> Words(IReadOnlyList<Type> enums, IEnumerable<string> vocabulary, IReadOnlyCollection<string> keys)
    {
        var spoken = keys.Select(k => k.Split('.')[0]).Concat(vocabulary).Distinct().ToList();
        var expected = enums.Where(e => spoken.Contains(e.Name)).SelectMany(e => Enum.GetNames(e).Select(n => $"{e.Name}.{n}")).ToHashSet();
        return [.. expected.Except(keys).Select(k => $"Words has no {k}"), .. keys.Except(expected).Select(k => $"Words has {k}, which is no value")];
    }

    private static IEnumerable<string> InMarkup(string path, string markup) => RazorText.Words(markup)
        .Where(l => l.Attribute is null || ReadAttributes.Contains(l.Attribute.ToLowerInvariant()))
        .Where(l => Letters().IsMatch(Entity().Replace(l.Text, "")) && !SameEverywhere.Contains(l.Text))
        .Select(l => $"{path}:{l.Line}: {(l.Attribute is null ? "" : l.Attribute + "=")}\"{l.Text}\"");

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+(\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"(\$?)""([^""\n]*)""(\s*\+)?")]
    private static partial Regex Quoted();

    // A key that is put together: $"Stage.{value}" or "Stage." + value.
    [GeneratedRegex(@"""([A-Z][\w.]{2,})(?:\{|""\s*\+)")]
    private static partial Regex KeyStart();

    // name + "Named"
    [GeneratedRegex(@"\w\s*\+\s*""([\w.]{2,})""")]
    private static partial Regex KeyEnd();

    [GeneratedRegex(@"new Problem\([^,()]+,\s*""([^""]+)""")]
    private static partial Regex ProblemKey();

    [GeneratedRegex(@"public enum (\w+)")]
    private static partial Regex DeclaredEnum();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"&#?\w+;")]
    private static partial Regex Entity();
}
