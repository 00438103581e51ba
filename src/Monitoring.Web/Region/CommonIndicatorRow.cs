using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Region;

/// <summary>A common indicator with its definition as it is now.</summary>
public sealed record CommonIndicatorRow : Row
{
    public string Code { get; init; } = "";
    public int DefinitionVersion { get; init; }
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }
    public OverlapRule OverlapRule { get; init; }
    public string? NoteEn { get; init; }
    public string? NoteEs { get; init; }
    public DateTime? RetiredAt { get; init; }
    public string? RetiredReason { get; init; }

    /// <summary>The steps of a ladder, one a line; not read with the row.</summary>
    public string? StepLines { get; init; }

    /// <summary>Said of the next version: answers go on counting unless somebody says otherwise.</summary>
    public bool KeepsAnswers { get; init; } = true;

    public static readonly CatalogueSql One = CatalogueSql.Of("""
        select c.Code, c.DefinitionVersion, d.Name as NameEn, d.NameEs, d.Kind, d.Unit, d.Population, d.OverlapRule, d.Note as NoteEn, d.NoteEs,
               c.RetiredAt, c.RetiredReason, c.Version, c.ChangedAt, c.ChangedBy
          from CommonIndicator c
          join CommonIndicatorDefinition d on d.CommonIndicatorCode = c.Code and d.VersionNo = c.DefinitionVersion
         where c.Code = @Code
        """);

    public static readonly CatalogueSql Steps = CatalogueSql.Of(
        "select Name from CommonDefinitionStep where CommonIndicatorCode = @Code and VersionNo = @VersionNo order by Position");

    internal static async Task<CommonIndicatorRow?> ReadAsync(CatalogueDb db, string code, CancellationToken ct)
    {
        if (await db.OneAsync<CommonIndicatorRow>(One, new { Code = code }, ct) is not { } row) return null;
        var steps = await db.ListAsync<string>(Steps, new { Code = code, VersionNo = row.DefinitionVersion }, ct);
        return steps.Count == 0 ? row : row with { StepLines = string.Join('\n', steps) };
    }
}

/// <summary>What the secretariat wants to ask. Saved, it is the first version or the next.</summary>
public sealed record CommonDefinitionDraft : Draft
{
    public string Code { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }
    public OverlapRule OverlapRule { get; init; } = OverlapRule.Disjoint;
    public string? NoteEn { get; init; }
    public string? NoteEs { get; init; }

    /// <summary>The steps of a ladder, one a line, the lowest first.</summary>
    public string? StepLines { get; init; }

    /// <summary>Answers to earlier versions may go on counting, where they count the same.</summary>
    public bool KeepsAnswers { get; init; } = true;

    public IReadOnlyList<string> Steps => Kind is IndicatorKind.Ladder
        ? [.. (StepLines ?? "").Split('\n').Select(s => s.Trim()).Where(s => s.Length > 0)]
        : [];

    public static CommonDefinitionDraft Of(CommonIndicatorRow row) => new()
    {
        Version = row.Version,
        Code = row.Code,
        NameEn = row.NameEn,
        NameEs = row.NameEs,
        Kind = row.Kind,
        Unit = row.Unit,
        Population = row.Population,
        OverlapRule = row.OverlapRule,
        NoteEn = row.NoteEn,
        NoteEs = row.NoteEs,
        StepLines = row.StepLines,
    };

    /// <summary>The version that it would become.</summary>
    public CommonDefinition AsVersion(int number, Mark mark) => new()
    {
        Code = Code,
        VersionNo = number,
        CurrentVersion = number,
        NameEn = NameEn,
        NameEs = NameEs,
        Kind = Kind,
        Unit = Unit,
        Population = Population,
        OverlapRule = OverlapRule,
        NoteEn = NoteEn,
        NoteEs = NoteEs,
        KeepsAnswers = KeepsAnswers,
        Steps = Steps,
        Mark = mark,
    };
}
