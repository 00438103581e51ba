using Monitoring.Data;
using Monitoring.Web.Audit;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Countries;

/// <summary>Everything on a country's first page.</summary>
public sealed record CountryHome
{
    public required CountryNames Names { get; init; }
    public required IReadOnlyList<InitiativeFacts> Initiatives { get; init; }
    public required IReadOnlyList<Axis> Axes { get; init; }
    public required IReadOnlyList<NextStepRow> Due { get; init; }

    /// <summary>What the reader is shown of the texts of steps.</summary>
    public required Narratives StepTexts { get; init; }
    public required IReadOnlyList<StatementRow> Statements { get; init; }

    /// <summary>What its reader is shown of them.</summary>
    public required Narratives StatementTexts { get; init; }

    /// <summary>The country's own, the first first.</summary>
    public required IReadOnlyList<TimelineEventRow> Events { get; init; }
    public required Narratives EventTexts { get; init; }

    /// <summary>The language of most initiatives, for a text that is new; null where there are none.</summary>
    public string? UsualLanguage => Initiatives.CountBy(i => i.ContentLanguage).OrderByDescending(l => l.Value).ThenByDescending(l => l.Key, StringComparer.Ordinal).Select(l => l.Key).FirstOrDefault();

    /// <summary>Texts whose translation says an earlier original.</summary>
    public required IReadOnlyList<TextState> StaleTexts { get; init; }

    /// <summary>The cycle that the country works on, while reports of it are taken; null: none.</summary>
    public required Cycle? Cycle { get; init; }

    /// <summary>Indicators of which nothing was said in that cycle.</summary>
    public required IReadOnlyList<MissingValue> MissingValues { get; init; }

    /// <summary>What the reader is shown of the names of indicators.</summary>
    public required Narratives IndicatorTexts { get; init; }
    public required IReadOnlyList<ChangeRow> Changes { get; init; }
    public required IReadOnlySet<Guid> Editable { get; init; }
    public required bool MayEdit { get; init; }
    public required bool MayManage { get; init; }
    public required DateOnly Today { get; init; }
}

public sealed record CountryNames : Named
{
    public bool Suspended { get; init; }
}

public sealed class ReadCountryHome(Gate gate, TimeProvider clock)
{
    private const int RecentChanges = 8;

    public async Task<CountryHome?> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        var today = clock.Today();
        await using var db = await gate.ReadAsync(country, ct: ct);
        if (await db.OneAsync<CountryNames>(Names, new { Code = country }, ct) is not { } names) return null;
        var initiatives = await db.ListAsync<InitiativeFacts>(InitiativeFacts.All.OrderBy(ListInitiatives.Sort.Parse("place")), null, ct);
        var cycle = await CycleAsync(db, today, ct);
        return new CountryHome
        {
            Names = names,
            Initiatives = initiatives,
            Axes = await db.ListAsync<Axis>(ListInitiatives.Axes, null, ct),
            Due = await db.WithPostponementsAsync(await db.ListAsync<NextStepRow>(ListNextSteps.DueUntil, new { Until = today.AddDays(NextStepRules.SoonDays) }, ct), ct),
            StepTexts = await TranslationRow.TextsAsync(db, NextStepsRoom.NextStep, ct),
            Statements = await db.ListAsync<StatementRow>(StatementRow.All, null, ct),
            StatementTexts = await CountryTranslations.OfAsync(db, CountriesRoom.Statement, ct),
            Events = await db.ListAsync<TimelineEventRow>(TimelineEventRow.All, null, ct),
            EventTexts = await CountryTranslations.OfAsync(db, CountriesRoom.Event, ct),
            StaleTexts = (await db.ListAsync<TextState>(ListTranslationProgress.Begun, null, ct)).Where(t => t.State is TranslationState.Stale).ToList(),
            Cycle = cycle,
            MissingValues = cycle is null ? [] : await db.ListAsync<MissingValue>(ListMissingValues.Of, new { From = cycle.StartsOn, Until = cycle.EndsOn }, ct),
            IndicatorTexts = await CountryTranslations.OfAsync(db, IndicatorsRoom.Indicator, ct),
            Changes = await db.ListAsync<ChangeRow>(ListChanges.Recent, new { Newest = RecentChanges }, ct),
            Editable = await gate.EditableAsync(country, initiatives.Select(i => i.Id), ct),
            MayEdit = await gate.MayAsync(May.EditCountry, country, ct: ct),
            MayManage = await gate.MayAsync(May.ManageCountry, country, ct: ct),
            Today = today,
        };
    }

    // Nothing is missing of a period that has not begun, or that nobody reports on.
    private static async Task<Cycle?> CycleAsync(CountryDb db, DateOnly today, CancellationToken ct)
    {
        var accepted = (await db.ListAsync<ReportRow>(ReportRow.All, null, ct)).Where(r => r.State is not ContentState.Draft).Select(r => r.CycleCode).ToHashSet();
        return Cycle.Current(await db.ListAsync<Cycle>(Cycle.InCountry, null, ct), accepted.Contains) is { State: CycleState.Open } cycle
            && cycle.StartsOn <= today && !accepted.Contains(cycle.Code) ? cycle : null;
    }

    public static readonly CountrySql Names = CountrySql.Of("select Code, NameEn, NameEs, Suspended from Country where Code = @Code");
}
