using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Monitoring.Web.Shared;

namespace Monitoring.Web.NextSteps;

/// <summary>The country's next steps; which are shown and in what order stands in the address.</summary>
public sealed partial class NextStepsPage
{
    private Load<StepList> _list = Load.Waiting<StepList>();
    private StepFilter _filter;
    private Done? _done;

    [Inject] private IStringLocalizer<SharedTexts> Shared { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Show { get; set; }
    [SupplyParameterFromQuery] private string? Sort { get; set; }
    [SupplyParameterFromQuery] private string? Page { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => _list = await AskAsync<StepList>(async () =>
    {
        _filter = Choice<StepFilter>(Show, "show") ?? StepFilter.Open;
        return await List.RunAsync(Here, _filter, Sort, PageOf(Page));
    });

    private Task TellAsync(Done done)
    {
        _done = done;
        return LoadAsync();
    }

    // Another choice starts at its first page.
    private string Link(string name, string? value) => "/" + Navigation.ToBaseRelativePath(Navigation.GetUriWithQueryParameters(name == "page"
        ? new Dictionary<string, object?> { [name] = value }
        : new Dictionary<string, object?> { [name] = value, ["page"] = null }));
}
