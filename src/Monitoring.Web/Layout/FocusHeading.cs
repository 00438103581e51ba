using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Monitoring.Web.Layout;

/// <summary>
/// Says the new page's name to those who hear pages. Unlike FocusOnNavigate it leaves the first page alone, where the first
/// Tab has to reach the skip link.
/// </summary>
public sealed class FocusHeading : ComponentBase
{
    private Type? _page;
    private bool _isNew;

    [Inject] private IJSRuntime Script { get; set; } = default!;

    [Parameter, EditorRequired] public Type Page { get; set; } = default!;

    protected override void OnParametersSet()
    {
        _isNew = _page is not null && _page != Page;
        _page = Page;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isNew) return;
        _isNew = false;
        await Script.InvokeVoidAsync("monitoring.focusHeading");
    }
}
