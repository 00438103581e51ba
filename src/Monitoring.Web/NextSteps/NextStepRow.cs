using Monitoring.Data;

namespace Monitoring.Web.NextSteps;

public sealed record NextStepRow : Row, IMarked
{
    public Guid InitiativeId { get; init; }
    public string InitiativeCode { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Responsible { get; init; }

    /// <summary>A person or an office, as the country names it. Leaves the country nowhere.</summary>
    public string? ResponsiblePerson { get; init; }
    public DateOnly? DueOn { get; init; }
    public Mark? DueMark { get; init; }
    public NextStepStatus Status { get; init; }
    public int? TargetNumber { get; init; }

    /// <summary>What the source did with it, e.g. filed under results.</summary>
    public string? Note { get; init; }
    public int Position { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>That it was due earlier, where a list has asked history for it.</summary>
    public Postponement? Postponed { get; init; }

    public Mark MarkOf(string field) => field == nameof(DueOn) ? DueMark ?? Mark : Mark;

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select s.Id, s.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage, s.Code, s.Text, s.Responsible, s.ResponsiblePerson, s.DueOn, s.DueMark, s.Status,
               s.TargetNumber, s.Note, s.Position, s.Mark, s.SourceLines, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.Id = @Id
        """);
}

public sealed record NextStepDraft : Draft
{
    private string? _newCode;

    public Guid InitiativeId { get; init; }
    public string Text { get; init; } = "";
    public NextStepStatus Status { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? Responsible { get; init; }
    public string? ResponsiblePerson { get; init; }

    /// <summary>Given once, when the step is added.</summary>
    public string? NewCode => _newCode;

    public NextStepDraft As(string code) => new(this) { _newCode = code };

    public static NextStepDraft Of(NextStepRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        InitiativeId = row.InitiativeId,
        Text = row.Text,
        Status = row.Status,
        DueOn = row.DueOn,
        Responsible = row.Responsible,
        ResponsiblePerson = row.ResponsiblePerson,
    };
}
