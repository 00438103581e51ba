using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>One indicator: what it measures, its periods, and the cells of the chosen one.</summary>
public sealed partial class IndicatorPage
{
    private Load<IndicatorSheet> _sheet = Load.Waiting<IndicatorSheet>();
    private (string, string)? _of;
    private ReportPeriod? _period;
    private string _group = CellKey.All;
    private string? _typed;
    private string? _problem;
    private Done? _done;

    [Parameter] public string Code { get; set; } = "";

    [SupplyParameterFromQuery] private string? Period { get; set; }
    [SupplyParameterFromQuery] private string? Group { get; set; }
    [SupplyParameterFromQuery] private string? Comments { get; set; }

    /// <summary><c>values</c> opens the form at once.</summary>
    [SupplyParameterFromQuery] private string? Edit { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_of != (Country, Code))
        {
            (_of, _done) = ((Country, Code), null);
            _sheet = Load.Waiting<IndicatorSheet>();
            await LoadAsync();
        }
        Choose();
    }

    private async Task LoadAsync()
    {
        _sheet = await AskAsync(() => Read.RunAsync(Here, Code));
        Choose();
    }

    // A period that is neither one of the indicator's nor can be read is not there.
    private void Choose()
    {
        _group = string.IsNullOrEmpty(Group) ? CellKey.All : Group;
        if (!_sheet.IsReady(out var sheet)) return;
        _period = string.IsNullOrEmpty(Period) ? (sheet.Periods is [var newest, ..] ? newest : null)
            : sheet.Periods.FirstOrDefault(p => p.Slug == Period) ?? PeriodRules.Read(Period);
        if (_period is null ? !string.IsNullOrEmpty(Period) : PeriodRules.Problem(_period, sheet.Today) is not null) Navigation.NotFound();
        if (_group.Length > MeasurementRules.Group) Navigation.NotFound();
    }

    private string Link(ReportPeriod period, string group) => At($"indicators/{Code}?{ValuesEdit.QueryOf(period, group)}");

    private void Another()
    {
        var period = PeriodRules.Read(_typed);
        _problem = period is null ? T["PeriodForm"].Value
            : PeriodRules.Problem(period, _sheet.ValueOrDefault!.Today) is { } future ? T[future.TextKey, future.Values].Value : null;
        if (_problem is null) Navigation.NavigateTo(Link(period!, CellKey.All) + "&edit=values#period");
    }

    private async Task RetireAsync()
    {
        try
        {
            if ((await Retire.RunAsync(Here, _sheet.ValueOrDefault!.Indicator)).Ok) Navigation.NavigateTo(At("indicators"));
            else _done = new Done(T["ChangedMeanwhile"]);
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            _done = new Done(T["NotDone"]);
        }
    }

    private Task TellAsync(Done done)
    {
        _done = done;
        return LoadAsync();
    }
}
