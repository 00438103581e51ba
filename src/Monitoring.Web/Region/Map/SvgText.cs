using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Monitoring.Web.Region.Map;

/// <summary>The element <c>text</c> of SVG, which Razor takes for its own.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired] public int X { get; set; }
    [Parameter, EditorRequired] public int Y { get; set; }
    [Parameter, EditorRequired] public string Value { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(2, "y", Y.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "class", "map-label");
        builder.AddAttribute(4, "aria-hidden", "true");
        builder.AddContent(5, Value);
        builder.CloseElement();
    }
}
