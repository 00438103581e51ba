using System.Globalization;
using CsCheck;
using Monitoring.Web.Shared;
using static Monitoring.Web.Shared.NumberNotation;

namespace Monitoring.Tests.Shared;

public sealed class NumberRulesTests
{
    [Theory]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1234", "1234")]
    [InlineData("0", "0")]
    [InlineData("0.234", "0.234")]
    [InlineData("0,234", "0.234")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("  17\u00A0", "17")]
    public void What_can_mean_one_number_only_is_that_number_in_both_languages(string text, string number)
    {
        foreach (var notation in new[] { Point, Comma })
            NumberRules.Read(text, notation).Value.ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_group_of_thousands_of_the_readers_own_is_read_and_a_fraction_that_may_be_thousands_is_asked()
    {
        NumberRules.Read("1.234", Comma).Value.ShouldBe(1234);
        NumberRules.Read("1,234", Point).Value.ShouldBe(1234);
        var asked = NumberRules.Read("1.234", Point);
        (asked.Value, asked.Problem).ShouldBe((null, "NumberAsked"));
        asked.Choices.ShouldBe([1234m, 1.234m]);
        NumberRules.Read("1,234", Comma).Choices.ShouldBe([1234m, 1.234m]);
        // What is counted has no decimals: one number is left, and it is still the person who says so.
        NumberRules.Read("1.234", Point, decimals: 0).ShouldSatisfyAllConditions(r => r.Problem.ShouldBe("NumberAskedWhole"), r => r.Choices.ShouldBe([1234m]));
        NumberRules.Read("1.234", Point, decimals: 2).ShouldSatisfyAllConditions(r => r.Problem.ShouldBe("NumberAskedDecimals"), r => r.Choices.ShouldBe([1234m]), r => r.Decimals.ShouldBe(2));
        NumberRules.Read("1.000", Point, decimals: 0).ShouldSatisfyAllConditions(r => r.Problem.ShouldBe("NumberAsked"), r => r.Choices.ShouldBe([1000m, 1m]));
        NumberRules.Read("1.234", Point, certain: true).Value.ShouldBe(1.234m);
        NumberRules.Read("1.234", Comma, certain: true).Value.ShouldBe(1234);
    }

    [Theory]
    [InlineData("1 234", "NumberSpaces")]
    [InlineData("1\u202F234", "NumberSpaces")]
    [InlineData("-5", "NumberSign")]
    [InlineData("\u22125", "NumberSign")]
    [InlineData("5-", "NumberSign")]
    [InlineData("45%", "NumberPercent")]
    [InlineData("45 %", "NumberPercent")]
    [InlineData("12a", "NumberOnlyDigits")]
    [InlineData("$12", "NumberOnlyDigits")]
    [InlineData("\u0661\u0662", "NumberOnlyDigits")]
    [InlineData("1e5", "NumberOnlyDigits")]
    [InlineData("12-17", "NumberOnlyDigits")]
    [InlineData("1.23.45", "NumberUnreadable")]
    [InlineData("1,2345.6", "NumberUnreadable")]
    [InlineData(".5", "NumberUnreadable")]
    [InlineData("5.", "NumberUnreadable")]
    [InlineData("1234567890123456", "NumberTooLarge")]
    [InlineData("1.23456", "NumberDecimals")]
    public void What_is_no_number_says_what_to_do(string text, string problem)
    {
        var reading = NumberRules.Read(text, Point);
        (reading.Value, reading.Problem).ShouldBe((null, problem));
    }

    [Fact]
    public void What_is_counted_is_whole()
    {
        NumberRules.Read("3.5", Point, decimals: 0).Problem.ShouldBe("NumberWhole");
        NumberRules.Read("3.00", Point, decimals: 0).Value.ShouldBe(3);
    }

    [Fact]
    public void Nothing_is_no_zero()
    {
        NumberRules.Read(" ", Point).ShouldBe(NumberReading.Nothing);
        NumberRules.Read(null, Comma).Value.ShouldBeNull();
    }

    [Fact]
    public void Every_language_of_the_product_has_its_notation()
    {
        NumberRules.NotationOf(CultureInfo.GetCultureInfo("es-419")).ShouldBe(Point);
        NumberRules.NotationOf(CultureInfo.GetCultureInfo("en-GB")).ShouldBe(Point);
        NumberRules.NotationOf(CultureInfo.GetCultureInfo("es")).ShouldBe(Comma);
    }

    private static readonly Gen<decimal> Numbers =
        from whole in Gen.Frequency((3, Gen.Long[0, 9_999]), (2, Gen.Long[0, 999_999_999_999_999]))
        from fraction in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[0, 9999]))
        select whole + fraction / 10_000m;

    [Fact]
    public void Whatever_a_person_writes_is_read_back_as_it_or_asked_with_it_among_the_answers() =>
        Gen.Select(Numbers, Gen.Bool, Gen.Enum<NumberNotation>(), Gen.Enum<NumberNotation>()).Sample((number, grouped, writer, reader) =>
        {
            var text = grouped ? Grouped(number, writer) : NumberRules.Write(number, writer);
            var reading = NumberRules.Read(text, reader);
            if (reading.Value is { } value)
                // Only thousands of the reader's own are read where the writer may have meant a fraction.
                return value == number || (writer != reader && value == number * 1000);
            return reading.Problem == "NumberAsked" && reading.Choices!.Contains(number);
        });

    [Fact]
    public void One_who_writes_as_the_product_does_is_never_misread() =>
        Gen.Select(Numbers, Gen.Bool, Gen.Enum<NumberNotation>()).Sample((number, grouped, notation) =>
        {
            var reading = NumberRules.Read(grouped ? Grouped(number, notation) : NumberRules.Write(number, notation), notation);
            return reading.Value == number || reading.Choices!.Contains(number);
        });

    [Fact]
    public void Any_text_has_exactly_one_outcome_and_none_is_below_zero() =>
        Gen.Select(Gen.String[Gen.Char["0123456789.,-+% \u00A0a\u2212"], 0, 12], Gen.Enum<NumberNotation>(), Gen.Int[0, 4]).Sample((text, notation, decimals) =>
        {
            var reading = NumberRules.Read(text, notation, decimals);
            var outcomes = (reading.Value is null ? 0 : 1) + (reading.Problem is null ? 0 : 1);
            return string.IsNullOrWhiteSpace(text) ? outcomes == 0
                : outcomes == 1 && (reading.Value ?? 0) >= 0 && decimal.Round(reading.Value ?? 0, decimals) == (reading.Value ?? 0);
        });

    private static string Grouped(decimal number, NumberNotation notation)
    {
        var point = number.ToString("#,0.####", CultureInfo.InvariantCulture);
        return notation is Point ? point : string.Concat(point.Select(c => c switch { '.' => ',', ',' => '.', _ => c }));
    }
}
