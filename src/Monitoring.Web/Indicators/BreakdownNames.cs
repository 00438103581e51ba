using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Indicators;

/// <summary>By what a definition asks for values, in words: "sex, age".</summary>
public static class BreakdownNames
{
    public static string Of(bool bySex, bool byAge, bool byGroup, IStringLocalizer<IndicatorsTexts> texts)
    {
        string[] keys = [.. bySex ? ["BySex"] : Array.Empty<string>(), .. byAge ? ["ByAge"] : Array.Empty<string>(), .. byGroup ? ["ByGroup"] : Array.Empty<string>()];
        return string.Join(", ", (keys.Length == 0 ? ["None"] : keys).Select(k => texts["Breakdown." + k].Value));
    }
}
