using Microsoft.Extensions.Localization;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>What a cell is called on screen: "Women and girls, 5–11".</summary>
public static class CellNames
{
    public static string Of(CellKey cell, IStringLocalizer<IndicatorsTexts> texts, IStringLocalizer<Words> words)
    {
        string[] parts =
        [
            .. cell.Sex is Sex.All && cell.AgeBand != CellKey.All ? [] : new[] { words.For(cell.Sex) },
            .. cell.AgeBand == CellKey.All ? [] : new[] { texts["Age." + cell.AgeBand].Value },
            .. cell.Group == CellKey.All ? [] : new[] { cell.Group },
        ];
        return string.Join(", ", parts);
    }

    /// <summary>What is wrong with a cell: in the words of this room, or in those of every form.</summary>
    public static string Of(Problem problem, IStringLocalizer<IndicatorsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        if (problem.TextKey == "CellWord") return texts["CellWord", texts["Cell.NotCollected"], texts["Cell.NotApplicable"]];
        var own = texts[problem.TextKey, problem.Values];
        return own.ResourceNotFound ? shared[problem.TextKey, problem.Values] : own;
    }
}
