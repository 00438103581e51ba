using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Monitoring.Web.Shared;

namespace Monitoring.Web.NextSteps;

/// <summary>The country's next steps; which are shown and in what order stands in the address.</summary>
public sealed partial class NextStepsPage
{
    private Load<StepList> _list = Load.Waiting<StepList>();
    private StepQuery _query = new();
    private Done? _done;

    [Inject] private IStringLocalizer<SharedTexts> Shared { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Show { get; set; }
    [SupplyParameterFromQuery] private string? Institution { get; set; }
    [SupplyParameterFromQuery] private string? InCharge { get; set; }
    [SupplyParameterFromQuery] private string? Initiative { get; set; }
    [SupplyParameterFromQuery] private string? Sort { get; set; }
    [SupplyParameterFromQuery] private string? Page { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => _list = await AskAsync<StepList>(async () =>
    {
        _query = new StepQuery(Choice<StepFilter>(Show, "show") ?? StepFilter.Open, Given(Institution), Given(InCharge), Given(Initiative));
        return await List.RunAsync(Here, _query, Sort, PageOf(Page));
    });

    private Task TellAsync(Done done)
    {
        _done = done;
        return LoadAsync();
    }

    private void Narrow(StepQuery query) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["institution"] = query.Institution,
        ["incharge"] = query.InCharge,
        ["initiative"] = query.Initiative,
        ["page"] = null,
    }));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // Another choice starts at its first page.
    private string Link(string name, string? value) => "/" + Navigation.ToBaseRelativePath(Navigation.GetUriWithQueryParameters(name == "page"
        ? new Dictionary<string, object?> { [name] = value }
        : new Dictionary<string, object?> { [name] = value, ["page"] = null }));
}
