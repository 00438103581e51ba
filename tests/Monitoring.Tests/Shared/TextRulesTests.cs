using CsCheck;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Shared;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("Guía publicada 👩‍👩‍👧")]
    [InlineData("مرحبا\u200F!")]
    [InlineData("Two lines\nof text")]
    public void What_a_person_typed_stays_as_it_is(string text)
    {
        TextRules.Clean(text).ShouldBe(text);
        TextRules.HadInvisible(text).ShouldBeFalse();
        TextRules.Problem("Text", text, 100).ShouldBeNull();
    }

    [Theory]
    [InlineData("con\u00ADjunta", "conjunta")]
    [InlineData("\u202Eabc\u202C", "abc")]
    [InlineData("a\u200Bb\uFEFF", "ab")]
    [InlineData("bullet \uF0B7 text", "bullet  text")]
    [InlineData("a\u0007b", "ab")]
    [InlineData("half \uD83D", "half")]
    public void What_nobody_sees_is_taken_out_and_said(string pasted, string clean)
    {
        TextRules.Clean(pasted).ShouldBe(clean);
        TextRules.HadInvisible(pasted).ShouldBeTrue();
        TextRules.Problem("Text", pasted, 100)!.TextKey.ShouldBe("Invisible");
    }

    [Fact]
    public void One_character_too_many_is_told_with_both_numbers()
    {
        TextRules.Problem("Text", new string('x', 4000), 4000).ShouldBeNull();
        var problem = TextRules.Problem("Text", new string('x', 4001), 4000)!;
        (problem.Field, problem.TextKey).ShouldBe(("Text", "TooLong"));
        problem.Values.ShouldBe([4001, 4000]);
    }

    [Fact]
    public void Blanks_alone_are_no_text()
    {
        TextRules.Clean(" \u00A0\r\n ").ShouldBeNull();
        TextRules.Problem("Text", "  ", 10, isRequired: true)!.TextKey.ShouldBe("Required");
        TextRules.Problem("Text", null, 10).ShouldBeNull();
    }

    [Fact]
    public void Cleaning_twice_is_cleaning_once() => Gen.String.Sample(text =>
    {
        var once = TextRules.Clean(text);
        TextRules.Clean(once).ShouldBe(once);
        if (once is not null) TextRules.Problem("Text", once, int.MaxValue).ShouldBeNull();
    });
}
