using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Countries;

/// <summary>What needs attention now, the most urgent first; every line leads to the exact field, or is done here.</summary>
public sealed partial class Attention
{
    // The home says what is urgent; the lists say all of it.
    private const int Most = 6;

    [Parameter, EditorRequired] public CountryHome Home { get; set; } = default!;
    [Parameter, EditorRequired] public CountryCode Country { get; set; }
    [Parameter, EditorRequired] public EventCallback<Done> OnDone { get; set; }

    private List<NextStepRow> Overdue => Of(Due.Overdue);

    private List<NextStepRow> Soon => Of(Due.Soon);

    private List<InitiativeFacts> NoResults => Home.Initiatives.Where(i => i.Results == 0).ToList();

    /// <summary>Missing results have a heading of their own.</summary>
    private List<(InitiativeFacts Initiative, List<SheetPart> Missing)> Gaps => Home.Initiatives
        .Select(i => (i, CompletenessRules.Missing(i).Where(p => p is not SheetPart.Results).ToList()))
        .Where(g => g.Item2.Count > 0).ToList();

    private List<NextStepRow> Of(Due due) => Home.Due.Where(s => NextStepRules.DueOf(s.Status, s.DueOn, Home.Today) == due).ToList();

    private bool MayReport(MissingValue value) => value.InitiativeId is { } initiative && Home.Editable.Contains(initiative) || Home.MayEdit;

    private string ValuesOf(MissingValue value, Cycle cycle) => $"/{Country.Slug}/indicators/{value.Code}?period={Uri.EscapeDataString(cycle.Code)}";

    // Who may edit is led to the form itself, who reads to the place.
    private string PartOf(InitiativeFacts initiative, SheetPart part)
    {
        var place = CompletenessRules.Anchor(part);
        var form = part switch { SheetPart.Results => "result", SheetPart.NextSteps => "step-new", SheetPart.DueDates or SheetPart.Budget => null, _ => place };
        return SheetOf(initiative) + (form is not null && Home.Editable.Contains(initiative.Id) ? $"?edit={form}" : "") + "#" + place;
    }

    private string SheetOf(InitiativeFacts initiative) => $"/{Country.Slug}/initiatives/{initiative.Code}";
}
