using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Layout;

/// <summary>Keeps one failed page from ending the circuit, and gives the person a number to quote.</summary>
public sealed class Trouble : ErrorBoundaryBase
{
    private string _reference = "";

    [Inject] private ILogger<Trouble> Log { get; set; } = default!;

    // Its parent draws again when another page is opened, and another page deserves another try.
    protected override void OnParametersSet() => Recover();

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = Reference.New();
        Log.LogError(exception, "A page failed, reference {Reference}", _reference);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<ProblemNote>(1);
        builder.AddComponentParameter(2, nameof(ProblemNote.Reference), _reference);
        builder.AddComponentParameter(3, nameof(ProblemNote.Retry), EventCallback.Factory.Create(this, Recover));
        builder.AddComponentParameter(4, nameof(ProblemNote.IsWholePage), true);
        builder.CloseComponent();
    }
}
