using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

public sealed record InitiativeDraft : Draft
{
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public string AxisCode { get; init; } = "";
    public Stage Stage { get; init; } = Stage.Preparation;

    /// <summary>The code of the initiative whose structure it begins with, or null.</summary>
    public string? CopiedFrom { get; init; }

    public string SearchText => Folded.Of($"{Code} {Title} {Summary}");
}

public sealed record StatusDraft : Draft
{
    public Stage Stage { get; init; }
    public string? StageNote { get; init; }
    public Outlook Outlook { get; init; }

    /// <summary>As the country assesses it.</summary>
    public int? ProgressPercent { get; init; }

    public static StatusDraft Of(InitiativeRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Stage = row.Stage,
        StageNote = row.StageNote,
        Outlook = row.Outlook,
        ProgressPercent = row.ProgressPercent,
    };
}

/// <summary>Where, how long, for whom.</summary>
public sealed record ScopeDraft : Draft
{
    public string? Coverage { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Length { get; init; }
    public string? TargetPopulation { get; init; }

    public static ScopeDraft Of(InitiativeRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Coverage = row.Coverage,
        StartsOn = row.StartsOn,
        EndsOn = row.EndsOn,
        Length = row.Length,
        TargetPopulation = row.TargetPopulation,
    };
}

public sealed record ItemDraft : Draft
{
    public Guid InitiativeId { get; init; }
    public Section Section { get; init; }
    public string Text { get; init; } = "";
    public string? Responsible { get; init; }
    public int? ItemYear { get; init; }
    public string? Detail { get; init; }

    public static ItemDraft Of(ItemRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        InitiativeId = row.InitiativeId,
        Section = row.Section,
        Text = row.Text,
        Responsible = row.Responsible,
        ItemYear = row.ItemYear,
        Detail = row.Detail,
    };
}

public sealed record ResultDraft : Draft
{
    private string? _newCode;

    public Guid InitiativeId { get; init; }
    public string Text { get; init; } = "";
    public DateOnly? ReportedOn { get; init; }
    public string? ReportedBy { get; init; }
    public ActionTheme? Theme { get; init; }

    /// <summary>The code of the same fact printed elsewhere, a result or a next step; that one counts.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Given once, when the result is added.</summary>
    public string? NewCode => _newCode;

    public ResultDraft As(string code) => new(this) { _newCode = code };

    public static ResultDraft Of(ResultRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        InitiativeId = row.InitiativeId,
        Text = row.Text,
        ReportedOn = row.ReportedOn,
        ReportedBy = row.ReportedBy,
        Theme = row.Theme,
        DuplicateOf = row.DuplicateOf,
    };
}
