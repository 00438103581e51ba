using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Indicators;

/// <summary>An indicator of the country with what decides whether it may feed a common one.</summary>
public sealed record NationalIndicator
{
    public Guid Id { get; init; }
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string ContentLanguage { get; init; } = "";

    /// <summary>The name as its reader is shown it.</summary>
    public Narrative Shown { get; init; } = new("", "");
    public Guid? InitiativeId { get; init; }
    public string? CommonIndicatorCode { get; init; }
    public int CurrentDefinition { get; init; }
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }
    public int Version { get; init; }
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The person may map it: a contributor the indicators of their own initiatives.</summary>
    public bool MayMap { get; init; }

    public Mapped Mapped => new(Code, Kind, Unit, Population, Steps);
}

/// <summary>A common indicator as a country has it: the definition, its own answer, and what it has mapped.</summary>
public sealed record CommonSheet(CommonDefinition Definition, IReadOnlyList<CommonDefinition> Versions, IReadOnlyList<CommonAnswerRow> Answers, IReadOnlyList<NationalIndicator> Mapped)
{
    /// <summary>Does its own answer count? Where it says nothing, or "not collected", the mapped indicators do.</summary>
    public bool IsAnswered => Answers.Any(a => a.State is not ValueState.NotCollected && SetAside(a) is null);

    /// <summary>Why an answer is not added under the definition as it is now; null where it is.</summary>
    public Reason? SetAside(CommonAnswerRow answer) => AsFigure(answer).SetAside;

    /// <summary>An answer as the region would have it.</summary>
    public Figure AsFigure(CommonAnswerRow answer) => CommonRules.Of(Definition, Versions, default, [new CommonAnswer
    {
        CommonIndicatorCode = answer.CommonIndicatorCode,
        PartNo = answer.PartNo,
        DefinitionVersion = answer.DefinitionVersion,
        AnswerState = answer.State,
        Value = answer.Value,
        Unit = answer.Unit,
        Numerator = answer.Numerator,
        Denominator = answer.Denominator,
        Rung = answer.Rung,
        RungsNotApplicable = answer.RungsNotApplicable,
        Reached = answer.Reached,
    }], [])[0];
}

/// <summary>The region's common indicators beside the country's own, and what the person may do.</summary>
public sealed record CommonList(IReadOnlyList<CommonSheet> Sheets, IReadOnlyList<NationalIndicator> National, bool MayAnswer)
{
    /// <summary>Indicators that feed no common one, or one that nobody is asked any more.</summary>
    public IEnumerable<NationalIndicator> Orphans => National.Where(n => Sheets.All(s => s.Definition.Code != n.CommonIndicatorCode));
}

public sealed class ListCommonIndicators(Gate gate)
{
    public async Task<CommonList> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        var versions = await CommonStatements.VersionsAsync(db, ct);
        var answers = (await db.ListAsync<CommonAnswerRow>(CommonAnswerRow.All, null, ct)).ToLookup(a => a.CommonIndicatorCode);
        var mayAnswer = await gate.MayAsync(May.EditCountry, country, ct: ct);
        var national = await NationalAsync(db, country, mayAnswer, ct);
        return new CommonList(
            [.. versions.Where(v => v.VersionNo == v.CurrentVersion && v.RetiredAt is null).Select(v => new CommonSheet(
                v, [.. versions.Where(x => x.Code == v.Code)], [.. answers[v.Code]], [.. national.Where(n => n.CommonIndicatorCode == v.Code)]))],
            national, mayAnswer);
    }

    private async Task<IReadOnlyList<NationalIndicator>> NationalAsync(CountryDb db, CountryCode country, bool mayAll, CancellationToken ct)
    {
        var rows = await db.ListAsync<NationalIndicator>(National, null, ct);
        var texts = await CountryTranslations.OfAsync(db, IndicatorsRoom.Indicator, ct);
        var steps = (await db.ListAsync<NationalStep>(Steps, null, ct)).ToLookup(s => s.IndicatorId, s => s.Name);
        IReadOnlySet<Guid> own = mayAll ? new HashSet<Guid>() : await gate.EditableAsync(country, [.. rows.Select(r => r.InitiativeId).OfType<Guid>().Distinct()], ct);
        return [.. rows.Select(r => r with { Shown = texts.Of(r.Id, nameof(r.Name), r.Name, r.ContentLanguage), Steps = [.. steps[r.Id]], MayMap = mayAll || (r.InitiativeId is { } initiative && own.Contains(initiative)) })];
    }

    public static readonly CountrySql National = CountrySql.Of("""
        select k.Id, k.Code, d.Name, d.ContentLanguage, k.InitiativeId, k.CommonIndicatorCode, k.CurrentDefinition, d.Kind, d.Unit, d.Population, k.Version
          from Indicator k
          join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = k.CurrentDefinition
         where k.Country = @Country and k.RetiredAt is null
         order by k.Position, k.Code
        """);

    public static readonly CountrySql Steps = CountrySql.Of("""
        select s.IndicatorId, s.Name
          from IndicatorStep s
          join Indicator k on k.Country = s.Country and k.Id = s.IndicatorId and k.CurrentDefinition = s.DefinitionNo
         where s.Country = @Country
         order by s.IndicatorId, s.Position
        """);

    private sealed record NationalStep
    {
        public Guid IndicatorId { get; init; }
        public string Name { get; init; } = "";
    }
}
