using System.Globalization;
using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Monitoring.Web.Figures;

namespace Monitoring.Tests.Figures;

public sealed class FigureWordsTests
{
    private static readonly IStringLocalizer<FiguresTexts> Texts =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<FiguresTexts>>();

    [Theory]
    [InlineData("en", "between 38 and 65 cases, overlap unknown", "17 of 38 (44.7\u00a0%)")]
    [InlineData("es", "entre 38 y 65 cases, solapamiento desconocido", "17 de 38 (44,7\u00a0%)")]
    public void A_range_and_a_ratio_read_as_a_sentence(string language, string range, string ratio) => In(language, () =>
    {
        Texts.Say(Aggregator.Of([Some.PilotCases, Some.FundedCases])).ShouldBe(range);
        Texts.Say(Aggregator.Of([Some.Ratio("I3", 17, 38)])).ShouldBe(ratio);
        Texts.Say(Some.Ratio("I3", 17, 38)).ShouldBe(ratio);
    });

    [Fact]
    public void A_refusal_says_why() => In("en", () =>
    {
        var refusal = Aggregator.Of([Some.FundedCases, Some.RelocatedPersons]);
        Texts.Say(refusal).ShouldBe("not added");
        Texts.Why(refusal).ShouldContain("Not added: the units differ (cases, persons).");
        Texts.Why(refusal).ShouldContain("MX-PILOT-I1 counts once; it is printed also in MX-PNDH.");
    });

    [Fact]
    public void Every_reason_has_its_words_in_both_languages()
    {
        var resources = new ResourceManager(typeof(FiguresTexts));
        foreach (var language in new[] { "", "es" })
        {
            var words = resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false).ShouldNotBeNull();
            foreach (var key in Reason.Keys) words.GetString(key).ShouldNotBeNullOrWhiteSpace($"{key} in '{language}'");
        }
    }

    private static void In(string language, Action act)
    {
        var (before, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try { act(); }
        finally { (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, ui); }
    }
}
