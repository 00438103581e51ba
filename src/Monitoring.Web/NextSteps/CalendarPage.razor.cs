using System.Globalization;
using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.NextSteps;

/// <summary>A month of next steps, and the same as a list in which they are updated.</summary>
public sealed partial class CalendarPage
{
    private Load<StepCalendar> _calendar = Load.Waiting<StepCalendar>();
    private Done? _done;

    /// <summary><c>2021-12</c>; this month when left out.</summary>
    [SupplyParameterFromQuery] private string? Month { get; set; }

    private DateOnly Today => Clock.Today();

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => _calendar = await AskAsync<StepCalendar>(async () =>
    {
        var month = string.IsNullOrEmpty(Month) ? new DateOnly(Today.Year, Today.Month, 1) : CalendarRules.Month(Month) ?? throw new UnknownChoiceException("month", Month);
        return await Read.RunAsync(Here, month);
    });

    private Task TellAsync(Done done)
    {
        _done = done;
        return LoadAsync();
    }

    private static IReadOnlyList<IReadOnlyList<DateOnly>> Weeks(StepCalendar calendar) =>
        CalendarRules.Weeks(calendar.Month, CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek);

    private static IEnumerable<NextStepRow> InMonth(StepCalendar calendar) =>
        calendar.Steps.Where(s => s.DueOn >= calendar.Month && s.DueOn < calendar.Month.AddMonths(1));

    // Where the keyboard enters: today, or the first day of another month.
    private DateOnly Start(StepCalendar calendar) => Today.Year == calendar.Month.Year && Today.Month == calendar.Month.Month ? Today : calendar.Month;

    private Due DueIs(NextStepRow step) => NextStepRules.DueOf(step.Status, step.DueOn, Today);

    private string Link(DateOnly month) => At("next-steps/calendar?month=" + CalendarRules.Name(month));

    private static string Told(NextStepRow step) => step.ResponsiblePerson is { } person ? $"{step.Text} — {person}" : step.Text;

    private static string MonthName(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
}
