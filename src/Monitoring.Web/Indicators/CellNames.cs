using Microsoft.Extensions.Localization;
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
}
