using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Monitoring.Web.Shared;

/// <summary>MudBlazor's own words in Spanish (MudTexts.es.resx). In English it answers with what it brings along.</summary>
public sealed class SpanishForMud(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];
}

/// <summary>Names the file with the words.</summary>
public sealed class MudTexts;
