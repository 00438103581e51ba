using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region.Compare;

/// <summary>The choice lives in the address; a click on the chooser goes to another address, so back and forward work.</summary>
public sealed partial class ComparePage
{
    private Load<Comparison> _comparison = Load.Waiting<Comparison>();
    private IReadOnlyList<SubjectTable> _tables = [];
    private string? _shown;

    [SupplyParameterFromQuery(Name = "countries")] private string? Countries { get; set; }
    [SupplyParameterFromQuery(Name = "rows")] private string? Rows { get; set; }
    [SupplyParameterFromQuery(Name = "axis")] private string? Axis { get; set; }
    [SupplyParameterFromQuery(Name = "cycle")] private string? Cycle { get; set; }

    protected override Task OnParametersSetAsync()
    {
        var asked = string.Join('|', Countries ?? "-", Rows ?? "-", Axis, Cycle);
        if (asked == _shown) return Task.CompletedTask;
        _shown = asked;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var answer = await Load.Of(() => Compare.RunAsync(Countries, Rows, Axis, Cycle, CancellationToken.None));
        if (answer is Load<Comparison>.Failed { Why: UnknownChoiceException or AccessRefusedException })
        {
            Navigation.NotFound();
            return;
        }
        _tables = answer.IsReady(out var comparison) && comparison.Selection.IsEnough ? Tables.Of(comparison) : [];
        _comparison = answer;
    }

    private void Go(Selection selection) => Navigation.NavigateTo("/region/compare?" + selection.Query);
}
