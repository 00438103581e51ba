using Monitoring.Data;

namespace Monitoring.Web.Region.Parts;

/// <summary>The figures of the overview that can be opened.</summary>
public enum FigureOf { Initiatives, Results, Steps, Overdue, Funding, Amount, Common, OnTimeReports, OnTimeSteps, Movement }

/// <summary>The address of a figure's parts.</summary>
public static class PartsAddress
{
    public static string Of(FigureOf figure, CountryCode? country = null, string? code = null, string? currency = null) =>
        "/region/figures/parts?of=" + Word(figure)
        + (country is { } one ? "&country=" + one.Slug : "") + (code is null ? "" : "&code=" + Uri.EscapeDataString(code)) + (currency is null ? "" : "&currency=" + currency);

    public static string Word(FigureOf figure) => figure.ToString().ToLowerInvariant();

    /// <exception cref="UnknownChoiceException">A word that is none of them.</exception>
    public static FigureOf Parse(string? word) => Enum.GetValues<FigureOf>().Where(f => Word(f) == word).Select(f => (FigureOf?)f).FirstOrDefault()
        ?? throw new UnknownChoiceException("of", word ?? "");
}
