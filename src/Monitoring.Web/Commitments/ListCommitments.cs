using Monitoring.Data;
using Monitoring.Web.Comments;
using Monitoring.Web.Evidence;
using Monitoring.Web.Links;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Commitments;

/// <summary>A commitment, once for each initiative that delivers it (<see cref="InitiativeCode"/> null: none does).</summary>
public sealed record CommitmentRow : Row, IMarked
{
    public string Code { get; init; } = "";
    public string Statement { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public string? Area { get; init; }
    public string? Instrument { get; init; }
    public DateOnly? TargetOn { get; init; }
    public CommitmentStatus Status { get; init; }
    public Mark StatusMark { get; init; }
    public string? StatusNote { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public string? InitiativeCode { get; init; }
    public string? InitiativeTitle { get; init; }

    /// <summary>What evidence and comments hang on.</summary>
    public Thing Thing => new("Commitment", Id, null, "commitments#commitment-" + Code, Code);
}

/// <summary>An initiative that may deliver a commitment.</summary>
public sealed record DeliveringChoice
{
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
}

/// <summary>A country's commitments, each once an initiative that delivers it, and whether the person may change them.</summary>
public sealed record CommitmentList(IReadOnlyList<CommitmentRow> Rows, IReadOnlyList<DeliveringChoice> Initiatives, bool MayEdit)
{
    /// <summary>The facts linked to each.</summary>
    public required ILookup<Guid, LinkRow> Links { get; init; }

    /// <summary>What its reader is shown of their texts.</summary>
    public required Narratives Texts { get; init; }

    /// <summary>In which language the country writes; null: it has written nothing yet.</summary>
    public string? UsualLanguage { get; init; }

    public required ILookup<Guid, EvidenceRow> Evidence { get; init; }
    public required ILookup<Guid, CommentRow> Comments { get; init; }

    /// <summary>Each commitment once, as it is edited.</summary>
    public IReadOnlyList<CommitmentFacts> Facts => [.. Rows.GroupBy(r => r.Id).Select(g => new CommitmentFacts
    {
        Id = g.Key,
        Version = g.First().Version,
        ChangedAt = g.First().ChangedAt,
        ChangedBy = g.First().ChangedBy,
        Code = g.First().Code,
        Statement = g.First().Statement,
        ContentLanguage = g.First().ContentLanguage,
        Area = g.First().Area,
        Instrument = g.First().Instrument,
        TargetOn = g.First().TargetOn,
        Status = g.First().Status,
        StatusMark = g.First().StatusMark,
        StatusNote = g.First().StatusNote,
        Mark = g.First().Mark,
        SourceLines = g.First().SourceLines,
        Delivering = string.Join(' ', g.Select(r => r.InitiativeCode).OfType<string>().Order(StringComparer.Ordinal)),
    })];
}

public sealed class ListCommitments(Gate gate)
{
    public async Task<CommitmentList> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return new CommitmentList(await db.ListAsync<CommitmentRow>(All, null, ct), await db.ListAsync<DeliveringChoice>(Initiatives, null, ct),
            await gate.MayAsync(May.EditCountry, country, ct: ct))
        {
            Links = (await ListLinks.ToCommitmentsAsync(db, ct)).ToLookup(l => l.EndId),
            Texts = await CountryTranslations.OfAsync(db, CommitmentsRoom.Commitment, ct),
            UsualLanguage = await CountryTranslations.UsualAsync(db, ct),
            Evidence = (await db.ListAsync<EvidenceRow>(ListEvidence.OfCommitments, null, ct)).ToLookup(e => e.SubjectId),
            Comments = (await db.ListAsync<CommentRow>(ListComments.OfCommitments, null, ct)).ToLookup(c => c.SubjectId),
        };
    }

    public static readonly CountrySql Initiatives = CountrySql.Of(
        "select Code, Title from Initiative where Country = @Country and ArchivedAt is null order by Code");

    public static readonly CountrySql All = CountrySql.Of("""
        select c.Id, c.Code, c.Statement, c.ContentLanguage, c.Area, c.Instrument, c.TargetOn, c.Status, c.StatusMark, c.StatusNote, c.Mark, c.SourceLines,
               i.Code as InitiativeCode, i.Title as InitiativeTitle, c.Version, c.ChangedAt, c.ChangedBy
          from Commitment c
          left join CommitmentInitiative l on l.Country = c.Country and l.CommitmentId = c.Id
          left join Initiative i on i.Country = c.Country and i.Id = l.InitiativeId
         where c.Country = @Country and c.RetiredAt is null
         order by c.Position, c.Code, i.Code
        """);

    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select c.Id, c.Code, c.Statement, c.ContentLanguage, c.Area, c.Instrument, c.TargetOn, c.Status, c.StatusMark, c.StatusNote, c.Mark, c.SourceLines,
               i.Code as InitiativeCode, i.Title as InitiativeTitle, c.Version, c.ChangedAt, c.ChangedBy
          from Commitment c
          join CommitmentInitiative l on l.Country = c.Country and l.CommitmentId = c.Id
          join Initiative i on i.Country = c.Country and i.Id = l.InitiativeId
         where c.Country = @Country and l.InitiativeId = @InitiativeId and c.RetiredAt is null
         order by c.Position, c.Code
        """);
}
