using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Reports;

/// <summary>"1 working day", "3 working days": key <c>X.One</c> or <c>X.Many</c> with the number.</summary>
internal static class DayWords
{
    public static string Of(IStringLocalizer texts, string key, int number) => texts[$"{key}.{(number == 1 ? "One" : "Many")}", number];
}
