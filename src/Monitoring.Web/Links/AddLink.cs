using Monitoring.Data;

namespace Monitoring.Web.Links;

/// <summary>A fact and what it is to be linked to.</summary>
public sealed record LinkDraft : Draft
{
    public Guid InitiativeId { get; init; }
    public FactKind Subject { get; init; }
    public Guid SubjectId { get; init; }
    public LinkEnd EndKind { get; init; }
    public Guid EndId { get; init; }

    /// <summary>The code of that; found, not asked for.</summary>
    public string LinkedTo { get; init; } = "";

    public Guid? ResultId => Subject is FactKind.Result ? SubjectId : null;
    public Guid? ItemId => Subject is FactKind.InitiativeItem ? SubjectId : null;
    public Guid? StepId => Subject is FactKind.NextStep ? SubjectId : null;
    public Guid? ToIndicatorId => EndKind is LinkEnd.Indicator ? EndId : null;
    public Guid? ToCommitmentId => EndKind is LinkEnd.Commitment ? EndId : null;
    public Guid? ToStepId => EndKind is LinkEnd.NextStep ? EndId : null;
}

/// <summary>Links a fact. A pair that was linked before is linked again, so a link has one history.</summary>
public sealed class AddLink(Gate gate)
{
    public async Task<Saved<LinkRow>> RunAsync(CountryCode country, LinkDraft draft, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId, ct);
        // The right was asked for the initiative that the draft names: the fact has to hang on that one.
        if (await db.OneAsync<int>(FactIs, draft, ct) != 1) return Saved.NotFound;
        if (await db.OneAsync<string>(CodeOfEnd, draft, ct) is not { } code || draft.SubjectId == draft.EndId) return Saved.NotFound;
        var link = draft with { Id = LinkRow.IdOf(draft.SubjectId, draft.EndId), LinkedTo = code };
        var one = LinkRow.All.And(LinkRow.ById);
        if (await db.OneAsync<LinkRow>(one, link, ct) is not { } before)
            return await db.AddAsync<LinkRow>(one, Insert, link, LinksRoom.FactLink, l => l.Label, ct);
        return before.RetiredAt is null ? Saved.Done(before) : await RetireLink.BringBackAsync(db, before, draft.Operation, ct);
    }

    public static readonly CountrySql FactIs = CountrySql.Of("""
        select (select count(*) from Result r
                 where r.Country = @Country and r.Id = @ResultId and r.InitiativeId = @InitiativeId and r.RetiredAt is null)
             + (select count(*) from InitiativeItem t
                 where t.Country = @Country and t.Id = @ItemId and t.InitiativeId = @InitiativeId and t.RetiredAt is null)
             + (select count(*) from NextStep s
                 where s.Country = @Country and s.Id = @StepId and s.InitiativeId = @InitiativeId and s.RetiredAt is null)
        """);

    public static readonly CountrySql CodeOfEnd = CountrySql.Of("""
        select d.Code from Indicator d where d.Country = @Country and d.Id = @ToIndicatorId and d.RetiredAt is null
        union all
        select c.Code from Commitment c where c.Country = @Country and c.Id = @ToCommitmentId and c.RetiredAt is null
        union all
        select s.Code from NextStep s where s.Country = @Country and s.Id = @ToStepId and s.RetiredAt is null
        """);

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into FactLink (Country, Id, InitiativeId, ResultId, ItemId, StepId, ToIndicatorId, ToCommitmentId, ToStepId, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @ResultId, @ItemId, @StepId, @ToIndicatorId, @ToCommitmentId, @ToStepId, 1, @Now, @Person)
        """);
}
