using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Translations;

/// <summary>The texts of one initiative side by side: each is translated in place, and saving leads to the next one that needs it.</summary>
public sealed partial class TranslatePage
{
    private Load<TranslationSheet> _sheet = Load.Waiting<TranslationSheet>();
    private (string Country, string? Code)? _of;
    private TranslationState? _only;
    private string? _open;
    private bool _shown;
    private Done? _done;

    [Inject] private IJSRuntime Script { get; set; } = default!;

    /// <summary>Of the initiative; null: what belongs to the country as a whole.</summary>
    [Parameter] public string? Code { get; set; }

    /// <summary>Only what is <c>missing</c>, <c>stale</c> or <c>current</c>.</summary>
    [SupplyParameterFromQuery] private string? Show { get; set; }

    /// <summary>The text whose form is opened at once: <see cref="TextPair.Anchor"/>.</summary>
    [SupplyParameterFromQuery] private string? Edit { get; set; }

    private string Page => At(Code is null ? "translations/country" : $"initiatives/{Code}/translate");

    protected override async Task OnParametersSetAsync()
    {
        _only = Enum.TryParse<TranslationState>(Show, ignoreCase: true, out var only) && Enum.IsDefined(only) && !char.IsAsciiDigit(Show[0]) ? only : null;
        if (_only is null && !string.IsNullOrEmpty(Show))
        {
            Navigation.NotFound();
            return;
        }
        if (_of == (Country, Code)) return;
        (_of, _done, _open, _shown) = ((Country, Code), null, Edit, false);
        _sheet = Load.Waiting<TranslationSheet>();
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_shown || _sheet is not Load<TranslationSheet>.Ready) return;
        _shown = true;
        await Script.InvokeVoidAsync("monitoring.showTarget");
    }

    private async Task LoadAsync() => _sheet = await AskAsync(async () => Code is { } code ? await Read.RunAsync(Here, code) : await Read.OfCountryAsync(Here));

    // The one that was open stays on the page although the filter has no place for it any more.
    private List<TextPair> Shown(TranslationSheet sheet) => sheet.Texts.Where(t => _only is null || t.State == _only || t.Anchor == _open).ToList();

    private async Task TellAsync(TextPair saved, Done done)
    {
        _done = done;
        await LoadAsync();
        _open = _sheet is Load<TranslationSheet>.Ready { Value: var sheet } ? Next(sheet, saved) : null;
    }

    // The next in the order of the sheet that is missing or out of date; from the end it begins again.
    private static string? Next(TranslationSheet sheet, TextPair saved)
    {
        var at = sheet.Texts.ToList().FindIndex(t => t.Anchor == saved.Anchor);
        return sheet.Texts.Skip(at + 1).Concat(sheet.Texts.Take(at)).FirstOrDefault(t => t.State is not TranslationState.Current)?.Anchor;
    }

    private IEnumerable<(string Href, string Name, int Count, bool IsNow)> Choices(TranslationSheet sheet) =>
    [
        (Page, T["Show.All"], sheet.Texts.Count, _only is null),
        .. Enum.GetValues<TranslationState>().Select(s => ($"{Page}?show={s.ToString().ToLowerInvariant()}", T["Show." + s].Value, sheet.Count(s), s == _only)),
    ];

    private static int Percent(TranslationSheet sheet) => sheet.Texts.Count == 0 ? 0 : sheet.Count(TranslationState.Current) * 100 / sheet.Texts.Count;

    private static string PartId(string place) => "part-" + place[2..].ToLowerInvariant();

    private string PartName(string place) => Enum.TryParse<Section>(place[2..], out var section) ? Words.For(section) : T["Part." + place[2..]];
}
