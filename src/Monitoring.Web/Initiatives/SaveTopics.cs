using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>The topics of an initiative as one value: their codes in order, with a blank between.</summary>
public sealed record TopicsRow : Row
{
    public string Topics { get; init; } = "";

    public static TopicsRow Of(InitiativeRow initiative, IEnumerable<string> codes) => new()
    {
        Id = initiative.Id,
        Version = initiative.Version,
        ChangedAt = initiative.ChangedAt,
        ChangedBy = initiative.ChangedBy,
        Topics = Joined(codes),
    };

    public static string Joined(IEnumerable<string> codes) => string.Join(' ', codes.Order(StringComparer.Ordinal));
}

public sealed record TopicsDraft : Draft
{
    public string Topics { get; init; } = "";

    public IReadOnlySet<string> Codes => Of(Topics);

    public static IReadOnlySet<string> Of(string topics) => topics.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
}

/// <summary>
/// Adds and takes away topics. What two people do to a set never contradicts: what I ticked is added and what I unticked is taken away,
/// whatever else the other did.
/// </summary>
public sealed class SaveTopics(Gate gate)
{
    /// <param name="country">From the route.</param>
    /// <param name="draft">What the person wants.</param>
    /// <param name="seen">What they saw when they began.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<Saved<TopicsRow>> RunAsync(CountryCode country, TopicsDraft draft, string seen, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.Id, ct);
        if (await db.OneAsync<InitiativeRow>(InitiativeRow.One, draft, ct) is not { } initiative) return Saved.NotFound;
        var now = (await db.ListAsync<string>(Codes, draft, ct)).ToHashSet();
        var before = TopicsDraft.Of(seen);
        var added = draft.Codes.Except(before).Except(now).ToList();
        var gone = before.Except(draft.Codes).Intersect(now).ToList();
        if (await db.WasDoneAsync(draft.Operation, ct) || added.Count + gone.Count == 0) return Saved.Done(TopicsRow.Of(initiative, now));

        foreach (var code in added)
            if (await db.StageAsync(Add, new { draft.Id, Code = code }, ct) != 1) return Saved.Refused(new Problem(nameof(draft.Topics), "Required"));
        foreach (var code in gone) await db.StageAsync(Remove, new { draft.Id, Code = code }, ct);
        // Who edits another part of the initiative meanwhile is told of it by its version.
        await db.StageAsync(Touch, draft, ct);
        var after = now.Except(gone).Concat(added);
        var field = new FieldChange(nameof(draft.Topics), TopicsRow.Joined(now), TopicsRow.Joined(after));
        await db.CommitAsync(new Change(ChangeAction.Edited, InitiativesRoom.Initiative, draft.Id, initiative.Code, [field]), draft.Operation, ct);
        return Saved.Done(TopicsRow.Of(initiative with { Version = initiative.Version + 1 }, after));
    }

    public static readonly CountrySql Codes = CountrySql.Of("select TopicCode from InitiativeTopic where Country = @Country and InitiativeId = @Id");

    public static readonly CountrySql Add = CountrySql.Of("""
        insert into InitiativeTopic (Country, InitiativeId, TopicCode, Mark)
        select @Country, @Id, t.Code, 'Reported' from Topic t where t.Code = @Code
        """);

    public static readonly CountrySql Remove = CountrySql.Of(
        "delete from InitiativeTopic where Country = @Country and InitiativeId = @Id and TopicCode = @Code");

    public static readonly CountrySql Touch = CountrySql.Of("""
        update Initiative set Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person where Country = @Country and Id = @Id
        """);
}
