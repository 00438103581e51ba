using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Monitoring.Tests.Walls;

/// <summary>
/// Statements, filters and orders are made only as initialisers of static readonly fields, where reflection finds them: a statement that
/// the other walls do not see cannot exist.
/// </summary>
public sealed partial class StatementPlaceWallTests
{
    private static readonly string[] Kinds = ["CountrySql", "CatalogueSql", "RegionSql", "ProgressSql", "PlatformSql", "Filter", "SortBy"];

    [Fact]
    public void Every_statement_is_the_initialiser_of_a_static_readonly_field() =>
        House.Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) || f.Path.EndsWith(".razor", StringComparison.Ordinal)).SelectMany(Violations).ShouldStand();

    [Fact]
    public void As_many_statements_are_found_as_the_sources_make()
    {
        var made = House.Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).Sum(f => Makings(f).Count());
        (Statements.All.Count + Statements.Filters.Count + Statements.Orders.Count + Statements.FixedOrders.Count).ShouldBe(made);
    }

    [Theory]
    [InlineData("class A { CountrySql Get(string s) { return CountrySql.Of(\"select 1\"); } }")]
    [InlineData("class A { static CountrySql X = CountrySql.Of(\"select 1\"); }")]
    [InlineData("class A { readonly CountrySql X = CountrySql.Of(\"select 1\"); }")]
    [InlineData("class A { static CountrySql X => CountrySql.Of(\"select 1\"); }")]
    [InlineData("class A { static readonly Func<CountrySql> X = () => CountrySql.Of(\"select 1\"); }")]
    [InlineData("class A { static readonly Lazy<Filter> X = new(() => Filter.Of(\"1 = 1\")); }")]
    [InlineData("class A<T> { static readonly CountrySql X = CountrySql.Of(\"select 1\"); }")]
    [InlineData("using static Monitoring.Data.CountrySql; class A { static readonly CountrySql X = Of(\"select 1\"); }")]
    [InlineData("using S = Monitoring.Data.CountrySql; class A { void M() { S.Of(\"select 1\"); } }")]
    [InlineData("class A { Func<string, CountrySql> X = CountrySql.Of; }")]
    public void A_planted_statement_elsewhere_is_caught(string code) => Violations(new SourceFile("src/Monitoring.Web/A.cs", code)).ShouldNotBeEmpty();

    [Fact]
    public void A_planted_statement_in_markup_is_caught() =>
        Violations(new SourceFile("src/Monitoring.Web/A.razor", "@code { CountrySql x = CountrySql.Of(\"select 1\"); }")).ShouldNotBeEmpty();

    private static IEnumerable<string> Violations(SourceFile file)
    {
        if (file.Path.EndsWith(".razor", StringComparison.Ordinal))
        {
            if (Making().IsMatch(file.Text)) yield return $"{file.Path}: a statement in markup";
            yield break;
        }
        foreach (var use in file.Syntax.DescendantNodes().OfType<UsingDirectiveSyntax>())
            if ((use.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) || use.Alias is not null) && Kinds.Any(k => use.ToString().Contains("." + k, StringComparison.Ordinal)))
                yield return $"{file.Path}: {use} hides where statements are made";
        foreach (var making in Makings(file))
        {
            var field = making.Ancestors().OfType<FieldDeclarationSyntax>().FirstOrDefault();
            var late = making.Ancestors().TakeWhile(a => a != field).Any(a => a is AnonymousFunctionExpressionSyntax);
            var called = making.Parent is InvocationExpressionSyntax;
            var generic = making.Ancestors().OfType<TypeDeclarationSyntax>().Any(t => t.TypeParameterList is not null);
            if (field is null || late || !called || generic || !field.Modifiers.Any(SyntaxKind.StaticKeyword) || !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
                yield return $"{file.Path}: {making.Parent!.ToString().Split('\n')[0]} is no initialiser of a static readonly field";
        }
    }

    private static IEnumerable<MemberAccessExpressionSyntax> Makings(SourceFile file) => file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Where(m => m.Name.Identifier.Text == "Of" && Kinds.Contains(m.Expression.ToString().Split('.')[^1]));

    [GeneratedRegex(@"\b(CountrySql|CatalogueSql|RegionSql|ProgressSql|PlatformSql|Filter|SortBy)\s*\.\s*Of\b")]
    private static partial Regex Making();
}
