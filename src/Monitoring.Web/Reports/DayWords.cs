using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Reports;

/// <summary>Working days in words: "less than one working day", "1 working day", "3 working days".</summary>
internal static class DayWords
{
    /// <summary>How long something waits.</summary>
    public static string Waited(IStringLocalizer<ReportsTexts> texts, int days) => texts["Waited." + Size(days), days];

    /// <summary>Until the due date, which counts itself: on the day before a holiday that is the due date no working day is left.</summary>
    public static string Left(IStringLocalizer<ReportsTexts> texts, int days) => texts["DaysLeft." + Size(days), days];

    private static string Size(int days) => days switch { 0 => "None", 1 => "One", _ => "Many" };
}
