using Microsoft.AspNetCore.Components;

namespace Monitoring.Web.Shared;

/// <summary>One field of an <see cref="EditFrame"/>: it takes its label and its problem from the frame by its name.</summary>
public abstract class FormField<TValue> : ComponentBase
{
    [CascadingParameter] protected EditFrame Frame { get; set; } = default!;

    /// <summary>The property of the draft.</summary>
    [Parameter, EditorRequired] public string Field { get; set; } = "";
    [Parameter, EditorRequired] public TValue? Value { get; set; }
    [Parameter, EditorRequired] public EventCallback<TValue?> ValueChanged { get; set; }
    [Parameter] public bool IsRequired { get; set; }

    /// <summary>One sentence under the label.</summary>
    [Parameter] public string? Help { get; set; }

    protected string Id => $"{Frame.Id}-{Field}";

    protected string Label => Frame.FieldName(Field);

    protected string? Error => Frame.ErrorOf(Field);

    protected string DescribedBy => Help is null ? Id + "-error" : $"{Id}-help {Id}-error";

    /// <summary>
    /// What the field shows: what was just typed, until the form hands it down. A field is rendered once before that, with the value from
    /// before; bound to it, it would be put back, and so lose what somebody has typed in the meantime.
    /// </summary>
    protected TValue? Current { get; private set; }

    /// <summary>Takes what was typed and tells the form.</summary>
    protected Task SetAsync(TValue? value)
    {
        Current = value;
        return ValueChanged.InvokeAsync(value);
    }

    protected override void OnParametersSet() => Current = Value;

    protected override void OnInitialized() => Frame.Fields.Add(Field);
}
