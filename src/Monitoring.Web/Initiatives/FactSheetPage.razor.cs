using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Initiatives;

/// <summary>The fact sheet: every section of the report, in its order, read and edited in place.</summary>
public sealed partial class FactSheetPage
{
    // Sections that belong to every initiative are shown empty; the others only where the country uses them.
    private static readonly Section[] Expected = [Section.Objective, Section.EnablingElement, Section.Challenge, Section.ImprovementNeed];

    private Load<FactSheet> _sheet = Load.Waiting<FactSheet>();
    private Load<FactSheet> _shownAs = Load.Waiting<FactSheet>();
    private (string Country, string Code)? _of;
    private readonly HashSet<Section> _added = [];
    private bool _shown;
    private Done? _done;

    [Inject] private IJSRuntime Script { get; set; } = default!;

    [Parameter] public string Code { get; set; } = "";

    /// <summary>Which form to open at once: <c>status</c>, <c>result</c>, <c>step-new</c>, <c>step-HN-MAHE-N1</c>, or a section by its place: <c>scope</c>.</summary>
    [SupplyParameterFromQuery] private string? Edit { get; set; }

    /// <summary>Whose comments to open: <c>HN-MAHE-R1</c>.</summary>
    [SupplyParameterFromQuery] private string? Comments { get; set; }

    /// <summary>In which language the texts are read: <c>es</c>, <c>en</c>, <c>original</c>; nothing: the reader's own.</summary>
    [SupplyParameterFromQuery] private string? Texts { get; set; }

    /// <summary>The initiative with whose structure this one was just begun: said once what was copied.</summary>
    [SupplyParameterFromQuery] private string? From { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        Show();
        if (_of == (Country, Code)) return;
        (_of, _done, _shown) = ((Country, Code), null, false);
        _sheet = _shownAs = Load.Waiting<FactSheet>();
        await LoadAsync();
        if (From is { } from && _sheet is Load<FactSheet>.Ready { Value: { MayEdit: true } sheet }) _done = Copied(from, sheet);
    }

    private Done Copied(string from, FactSheet sheet) =>
        new(T["CopiedFrom", from, sheet.Topics.Count, sheet.Parties.Sum(p => p.Count()), sheet.Items.Sum(i => i.Count()), sheet.Steps.Count]);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_shown || _sheet is not Load<FactSheet>.Ready) return;
        _shown = true;
        await Script.InvokeVoidAsync("monitoring.showTarget");
    }

    private async Task LoadAsync()
    {
        _sheet = await AskAsync(() => Read.RunAsync(Here, Code));
        Show();
    }

    private void Show() => _shownAs = _sheet is Load<FactSheet>.Ready { Value: var sheet } ? Load.Ready(sheet with { Texts = sheet.Texts.In(Texts) }) : _sheet;

    private static Narrative Title(FactSheet sheet) =>
        sheet.Texts.Of(sheet.Initiative.Id, nameof(InitiativeRow.Title), sheet.Initiative.Title, sheet.Initiative.ContentLanguage);

    private Task TellAsync(Done done)
    {
        _done = done;
        return LoadAsync();
    }

    private IEnumerable<Section> Lists(FactSheet sheet) => Enum.GetValues<Section>()
        .Where(s => s is not Section.BudgetFact && (Expected.Contains(s) || _added.Contains(s) || sheet.Items[s].Any()));

    private List<Section> Unused(FactSheet sheet) => Enum.GetValues<Section>().Where(s => s is not Section.BudgetFact).Except(Lists(sheet)).ToList();

    // It stays as long as the page does, and for good once something stands in it.
    private void AddSection(string? section)
    {
        if (Enum.TryParse<Section>(section, out var added)) _added.Add(added);
    }

    private IEnumerable<(string Id, string Title)> Contents(FactSheet sheet) =>
    [
        ("summary", T["Summary"]), ("status", T["Status"]), ("scope", T["Scope"]), ("institutions", T["Parties"]),
        ("target", T["Field.TargetPopulation"]),
        .. Lists(sheet).Select(s => (s.ToString().ToLowerInvariant(), (string)Words.For(s))),
        ("results", T["Results"]), ("steps", T["NextSteps"]), ("commitments", T["Commitments"]), ("indicators", T["Indicators"]),
        ("budgetfact", (string)Words.For(Section.BudgetFact)), ("budget", T["Budget"]),
    ];
}
