using System.Text.RegularExpressions;

namespace Monitoring.Web.Progress;

/// <summary>
/// Small cells are protected for outsiders: a count of persons under the threshold is withheld, and with it as many others of its
/// set as it takes so that the total does not give it back. What a public official document already says is exempt: withholding it
/// would protect nobody.
/// </summary>
public static partial class SmallCells
{
    /// <summary>A count of persons below this is withheld, zero too: that there is nobody of a group says something about its members.</summary>
    public const int Threshold = 10;

    /// <summary>
    /// Does a figure count persons or families? Its unit decides; one without a unit, as ratios are, is known by whom it is counted
    /// among, or by its name.
    /// </summary>
    public static bool CountsPersons(string? unit, string? population = null, string? name = null) => Names(unit ?? population ?? name);

    /// <summary>Is one figure of persons withheld, standing alone?</summary>
    public static bool Withholds(decimal? persons, bool isExempt) => !isExempt && persons < Threshold;

    /// <summary>
    /// Which cells of a set are withheld, and whether its total is. A withheld cell always shares what is missing from the total with
    /// another one, and what is missing is never less than the threshold, so neither the cell nor "under ten" can be worked out. Only
    /// where everything else is exempt, and thus public, is there nothing left that could be withheld.
    /// </summary>
    /// <param name="cells">The parts, all of them: together they are the total.</param>
    /// <param name="totalIsExempt">Has a public document printed the total?</param>
    public static SmallCellSet Protect(IReadOnlyList<PersonCell> cells, bool totalIsExempt = false)
    {
        var withheld = cells.Select(cell => Withholds(cell.Persons, cell.IsExempt)).ToArray();
        var total = cells.Sum(cell => cell.Persons);
        var hidesTotal = Withholds(total, totalIsExempt);
        while (!hidesTotal && IsGivenBack(cells, withheld))
        {
            // The smallest of the rest costs the reader least.
            var next = Enumerable.Range(0, cells.Count).Where(i => !withheld[i] && !cells[i].IsExempt)
                .OrderBy(i => cells[i].Persons).Cast<int?>().FirstOrDefault();
            if (next is { } index) withheld[index] = true;
            else if (!totalIsExempt) hidesTotal = true;
            else break;
        }
        return new SmallCellSet(withheld, hidesTotal);
    }

    /// <summary>A part of a whole is a set of two: the part and the rest.</summary>
    public static SmallCellSet ProtectShare(decimal part, decimal whole, bool isExempt) =>
        Protect([new PersonCell(part, isExempt), new PersonCell(whole - part, isExempt)], isExempt);

    private static bool IsGivenBack(IReadOnlyList<PersonCell> cells, bool[] withheld)
    {
        var hidden = cells.Where((_, i) => withheld[i]).ToList();
        return hidden.Count > 0 && (hidden.Count < 2 || hidden.Sum(cell => cell.Persons) < Threshold);
    }

    private static bool Names(string? text) =>
        text is not null && PersonWord().IsMatch(text);

    // From the start of a word: a statement is not a man.
    [GeneratedRegex(@"\b(persons?|people|cases?|famil|households?|life projects?|victim|wom[ae]n|m[ae]n\b|child|girl|boy|casos?\b|hogar|proyectos? de vida|víctima|mujer|hombre|niñ)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonWord();
}

/// <summary>A count of persons. <paramref name="IsExempt"/>: a public official document has printed it, and its source is recorded.</summary>
public readonly record struct PersonCell(decimal Persons, bool IsExempt = false);

/// <summary>What is withheld of a set.</summary>
public sealed record SmallCellSet(IReadOnlyList<bool> Withheld, bool HidesTotal);
