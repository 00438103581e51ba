using Microsoft.AspNetCore.Components;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>The country's initiatives; what is searched, filtered and sorted stands in the address.</summary>
public sealed partial class InitiativesPage
{
    private Load<InitiativeList> _list = Load.Waiting<InitiativeList>();
    private InitiativeQuery _query = new(new InitiativeFilter(), null, InitiativeQuery.Usual);
    private string? _columns;
    private Done? _done;

    [SupplyParameterFromQuery] private string? Search { get; set; }
    [SupplyParameterFromQuery] private string? Axis { get; set; }
    [SupplyParameterFromQuery] private string? Topic { get; set; }
    [SupplyParameterFromQuery] private string? Institution { get; set; }
    [SupplyParameterFromQuery] private string? Columns { get; set; }
    [SupplyParameterFromQuery] private string? Stage { get; set; }
    [SupplyParameterFromQuery] private string? Outlook { get; set; }
    [SupplyParameterFromQuery] private string? Gap { get; set; }
    [SupplyParameterFromQuery] private string? Overdue { get; set; }
    [SupplyParameterFromQuery] private string? Sort { get; set; }
    [SupplyParameterFromQuery] private string? Page { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => _list = await AskAsync<InitiativeList>(async () =>
    {
        _query = InitiativeQuery.Of(new InitiativeAddress
        {
            Search = Search,
            Axis = Axis,
            Topic = Topic,
            Institution = Institution,
            Stage = Stage,
            Outlook = Outlook,
            Gap = Gap,
            Overdue = Overdue,
            Sort = Sort,
            Columns = Columns,
        });
        var list = await List.RunAsync(Here, _query.Filter, Sort, PageOf(Page));
        // A table keeps its columns in the order in which they came: another choice is another table.
        _columns = Columns ?? "";
        return list;
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
        ["topic"] = filter.Topic,
        ["institution"] = filter.Institution,
        ["stage"] = filter.Stage?.ToString(),
        ["outlook"] = filter.Outlook?.ToString(),
        ["gap"] = filter.Gap?.ToString(),
        ["overdue"] = filter.Overdue ? "yes" : null,
        ["page"] = null,
    }));

    private void ChooseColumns(string? columns) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("columns", columns));

    // The same address with another ending: the file holds what the list shows, all pages of it.
    private string FileLink(string ending) => At("initiatives." + ending) + new Uri(Navigation.GetUriWithQueryParameter("page", (int?)null)).Query;

    private static string AxisName(InitiativeList list, string code) => list.Axes.FirstOrDefault(a => a.Code == code)?.Name ?? code;
}
