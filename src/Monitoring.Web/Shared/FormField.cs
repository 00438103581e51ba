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

    protected override void OnInitialized() => Frame.Fields.Add(Field);
}
