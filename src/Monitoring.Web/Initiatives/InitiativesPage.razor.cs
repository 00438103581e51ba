using Microsoft.AspNetCore.Components;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>The country's initiatives; what is searched, filtered and sorted stands in the address.</summary>
public sealed partial class InitiativesPage
{
    private Load<InitiativeList> _list = Load.Waiting<InitiativeList>();
    private InitiativeFilter _filter = new();
    private Done? _done;

    [SupplyParameterFromQuery] private string? Search { get; set; }
    [SupplyParameterFromQuery] private string? Axis { get; set; }
    [SupplyParameterFromQuery] private string? Stage { get; set; }
    [SupplyParameterFromQuery] private string? Outlook { get; set; }
    [SupplyParameterFromQuery] private string? Gap { get; set; }
    [SupplyParameterFromQuery] private string? Sort { get; set; }
    [SupplyParameterFromQuery] private int? Page { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => _list = await AskAsync<InitiativeList>(async () =>
    {
        _filter = new InitiativeFilter(Search, string.IsNullOrEmpty(Axis) ? null : Axis, Choice<Stage>(Stage, "stage"),
            Choice<Outlook>(Outlook, "outlook"), Choice<Gap>(Gap, "gap"));
        return await List.RunAsync(Here, _filter, Sort, PageOf(Page));
    });

    private Task TellAsync(Done done)
    {
        _done = done;
        return LoadAsync();
    }

    private void Narrow(InitiativeFilter filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["search"] = string.IsNullOrWhiteSpace(filter.Search) ? null : filter.Search,
        ["axis"] = filter.Axis,
        ["stage"] = filter.Stage?.ToString(),
        ["outlook"] = filter.Outlook?.ToString(),
        ["gap"] = filter.Gap?.ToString(),
        ["page"] = null,
    }));

    private static string AxisName(InitiativeList list, string code) => list.Axes.FirstOrDefault(a => a.Code == code)?.Name ?? code;
}
