using Monitoring.Web.Shared;

namespace Monitoring.Tests.Shared;

public sealed class FoldedTests
{
    [Fact]
    public void Case_accents_and_blanks_make_no_difference() =>
        Folded.Of("  Énfasis en\tla NIÑEZ  ").ShouldBe("enfasis en la ninez");

    [Fact]
    public void A_search_finds_its_words_in_order_and_takes_signs_as_signs()
    {
        Folded.Pattern("Mecanismo  50%_[a]!").ShouldBe("%mecanismo%50!%!_![a]!!%");
        Folded.Pattern(" ").ShouldBe("%");
        Folded.Pattern(null).ShouldBe("%");
    }

    [Fact]
    public void It_fits_its_column() => Folded.Of(new string('é', 5000)).Length.ShouldBe(Folded.MaxLength);
}
