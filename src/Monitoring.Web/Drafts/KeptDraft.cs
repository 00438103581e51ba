using Monitoring.Data;

namespace Monitoring.Web.Drafts;

/// <summary>One form that somebody began and did not save, with everything typed into it.</summary>
public sealed record KeptDraft
{
    public Guid Operation { get; init; }
    public string Form { get; init; } = "";
    public string Place { get; init; } = "";
    public string Label { get; init; } = "";
    public Guid SubjectId { get; init; }
    public int SeenVersion { get; init; }
    public DateTime TypedAt { get; init; }
    public required IReadOnlyList<FieldDraft> Fields { get; init; }

    public bool IsNew => SeenVersion == 0;

    // Below it no single field tells which form it was, as the numbers of a grid do together.
    private const int Telling = 20;

    /// <summary>What a person recognises it by: the longest of what was typed, or all of it where that is short.</summary>
    public string Text => Fields.MaxBy(f => f.Typed.Length)?.Typed is { Length: > Telling } longest ? longest
        : string.Join(" · ", Fields.Select(f => f.Typed).Where(t => t.Length > 0));

    public static IReadOnlyList<KeptDraft> Of(IEnumerable<FieldDraft> fields) => fields.GroupBy(f => f.OperationId).Select(edit => new KeptDraft
    {
        Operation = edit.Key,
        Form = edit.First().Form,
        Place = edit.First().Place,
        Label = edit.First().Label,
        SubjectId = edit.First().SubjectId,
        SeenVersion = edit.First().SeenVersion,
        TypedAt = edit.Max(f => f.TypedAt),
        Fields = edit.ToList(),
    }).OrderByDescending(d => d.TypedAt).ToList();
}
