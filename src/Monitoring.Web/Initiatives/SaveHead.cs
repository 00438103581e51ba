using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>What the initiative is called, what it is, in which chapter it stands and in which language its texts are written.</summary>
public sealed record HeadDraft : Draft
{
    private string _code = "";

    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string AxisCode { get; init; } = "";

    /// <summary>Says of the texts what they are, and changes none. Translations into it are kept, and not shown while it is the original's.</summary>
    public string ContentLanguage { get; init; } = "";

    public string SearchText => Folded.Of($"{_code} {Title} {Summary}");

    public static HeadDraft Of(InitiativeRow row) =>
        new() { Id = row.Id, Version = row.Version, Title = row.Title, Summary = row.Summary, AxisCode = row.AxisCode, ContentLanguage = row.ContentLanguage };

    /// <summary>The code is searched with it and does not change.</summary>
    public HeadDraft Of(string code) => new(this) { _code = code };
}

public sealed class SaveHead(Gate gate)
{
    public async Task<Saved<InitiativeRow>> RunAsync(CountryCode country, HeadDraft draft, ChangeAction action = ChangeAction.Edited,
        CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.Id, ct);
        if (await db.OneAsync<InitiativeRow>(InitiativeRow.One, draft, ct) is not { } now) return Saved.NotFound;
        if (await db.OneAsync<Axis>(ReadFactSheet.AxisOf, new { Code = draft.AxisCode }, ct) is null)
            return Saved.Refused(new Problem(nameof(draft.AxisCode), "Required"));
        return await db.SaveAsync<InitiativeRow>(InitiativeRow.One, Update, draft.Of(now.Code), InitiativesRoom.Initiative, i => i.Code, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update Initiative
           set Title = @Title, Summary = @Summary, AxisCode = @AxisCode, ContentLanguage = @ContentLanguage, SearchText = @SearchText,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and ArchivedAt is null
        """);
}
