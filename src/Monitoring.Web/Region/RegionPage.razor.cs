using System.Globalization;
using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Region.Map;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region;

/// <summary>Stays current while it is open: what a country saves is here within a second.</summary>
public sealed partial class RegionPage
{
    // What the feed calls has nobody's language: the reader's is kept for it.
    private readonly (CultureInfo Formats, CultureInfo Words) _language = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private readonly CancellationTokenSource _leaving = new();
    private Load<RegionOverview> _region = Load.Waiting<RegionOverview>();
    private IDisposable? _listening;
    private string? _changed;
    private MapReading _reading;

    [SupplyParameterFromQuery(Name = "map")] private string? Map { get; set; }

    // A word that is none of the readings shows the first.
    protected override void OnParametersSet() => _reading = Enum.GetValues<MapReading>().FirstOrDefault(r => string.Equals(r.ToString(), Map, StringComparison.OrdinalIgnoreCase));

    protected override async Task OnInitializedAsync()
    {
        // Listens before it reads, so that nothing falls between the two.
        if (RendererInfo.IsInteractive && await Load.Of(() => Feed.ListenAsync(OnChanged, _leaving.Token)) is Load<IDisposable>.Ready { Value: var listening })
        {
            if (_leaving.IsCancellationRequested) listening.Dispose();
            else _listening = listening;
        }
        await LoadAsync();
    }

    private async Task LoadAsync() => _region = await Load.Of(() => Region.RunAsync(CancellationToken.None));

    private void OnChanged(IReadOnlyCollection<CountryCode> countries) => _ = InvokeAsync(async () =>
    {
        if (_leaving.IsCancellationRequested) return;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _language;
        // What cannot be read now leaves what is on the screen.
        if (await Load.Of(() => Region.RunAsync(CancellationToken.None)) is not Load<RegionOverview>.Ready again) return;
        _region = again;
        var names = again.Value.Countries.Where(c => countries.Contains(c.Country)).Select(c => c.Name);
        _changed = T["JustChanged", string.Join(", ", names)];
        StateHasChanged();
    });

    public void Dispose()
    {
        _leaving.Cancel();
        _listening?.Dispose();
        _leaving.Dispose();
    }
}
