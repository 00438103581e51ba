using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>One step of a report, in the transaction of whoever takes it: state, history and what the step brings along, or nothing.</summary>
internal static class MoveReport
{
    /// <param name="gate">Opens the door that the step needs.</param>
    /// <param name="country">Whose report.</param>
    /// <param name="by">On whose behalf.</param>
    /// <param name="action">The step.</param>
    /// <param name="move">What the person saw and says.</param>
    /// <param name="check">A reason why this step cannot be taken now; may also stage what belongs to it.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public static async Task<Saved<ReportRow>> RunAsync(Gate gate, CountryCode country, ReportActor by, ReportAction action, ReportMove move,
        Func<CountryEdit, ReportRow, Task<Problem?>> check, CancellationToken ct)
    {
        if (ReportRules.Problem(action, move.Reason) is { } wrong) return Saved.Refused(wrong);
        await using var db = await gate.EditAsync(country, ReportRules.Right(by, action), ct: ct);
        var now = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { move.Cycle }, ct);
        if (now is null && action is ReportAction.Send && move.Version == 0)
        {
            await db.StageAsync(ReportRow.Begin, new { Id = Guid.CreateVersion7(), move.Cycle }, ct);
            now = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { move.Cycle }, ct);
            move = move with { Version = now?.Version ?? 0 };
        }
        if (now is null) return Saved.NotFound;
        if (await db.WasDoneAsync(move.Operation, ct)) return Saved.Done(now);
        if (now.Version != move.Version) return Saved.Conflict(now);
        if (ReportRules.Next(now.State, by, action) is not { } next) return Saved.Refused(new Problem(nameof(ReportRow.State), "NotNow"));
        if (await check(db, now) is { } problem) return Saved.Refused(problem);
        var draft = new ReportDraft { Id = now.Id, Version = now.Version, Operation = move.Operation, State = next };
        return await db.SaveAsync<ReportRow>(ReportRow.One, ReportRow.Move, draft, ReportRow.Subject, r => r.CycleCode, ReportRules.InHistory(action),
            Shared.TextRules.Clean(move.Reason), ct);
    }

    public static Task<Problem?> NothingMore(CountryEdit db, ReportRow now) => Task.FromResult<Problem?>(null);

    /// <summary>Did the caller send the report as it stands?</summary>
    public static async Task<bool> IsSenderAsync(CountryDb db, Guid report, CancellationToken ct) =>
        await db.OneAsync<int>(SentByCaller, new { Id = report }, ct) > 0;

    /// <summary>
    /// Would the caller approve what they sent? Also where one of the two was done by a deputy: whoever was represented in sending stands
    /// behind what was sent, and whoever is represented now behind the approval.
    /// </summary>
    public static async Task<bool> IsOwnAsync(Gate gate, CountryDb db, Guid report, DateTime now, CancellationToken ct)
    {
        if (await db.OneAsync<Sending>(LastSending, new { Id = report }, ct) is not { PersonId: { } sender, HappenedAt: var sentAt }) return false;
        await using var people = await gate.ReadPeopleAsync(May.OwnAccount, ct: ct);
        if (people.PersonId is not { } approver) return false;
        async Task<IReadOnlyList<Guid>> BehindAsync(Guid person, Role role, DateTime at) =>
            [person, .. await people.ListAsync<Guid>(Represented, new { Deputy = person, Of = db.Country, Role = role, At = at, Day = DateOnly.FromDateTime(at) }, ct)];
        return (await BehindAsync(sender, Role.FocalPoint, sentAt)).Intersect(await BehindAsync(approver, Role.NationalApprover, now)).Any();
    }

    public static readonly CountrySql LastSending = CountrySql.Of("""
        select l.PersonId, l.HappenedAt
          from AuditLink l
         where l.Country = @Country
           and l.LinkNo = (select max(x.LinkNo) from AuditLink x
                            where x.Country = @Country and x.Subject = 'CountryReport' and x.SubjectId = @Id and x.Action = 'Sent')
        """);

    // Whoever holds the role themself acts for themself.
    public static readonly PlatformSql Represented = PlatformSql.Of("""
        select g.PersonId
          from PersonDeputy d
          join PersonGrant g on g.Id = d.GrantId
         where d.DeputyId = @Deputy and g.CountryCode = @Of and g.Role = @Role and d.FromOn <= @Day and d.UntilOn >= @Day
           and d.NamedAt <= @At and (d.EndedAt is null or d.EndedAt > @At)
           and not exists (select 1 from PersonGrant x
                            where x.PersonId = @Deputy and x.CountryCode = @Of and x.Role = @Role and x.GrantedAt <= @At and (x.EndedAt is null or x.EndedAt > @At))
        """);

    private sealed record Sending
    {
        public Guid? PersonId { get; init; }
        public DateTime HappenedAt { get; init; }
    }

    public static readonly CountrySql SentByCaller = CountrySql.Of("""
        select count(*)
          from AuditLink l
         where l.Country = @Country and l.PersonId = @PersonId
           and l.LinkNo = (select max(x.LinkNo) from AuditLink x
                            where x.Country = @Country and x.Subject = 'CountryReport' and x.SubjectId = @Id and x.Action = 'Sent')
        """);
}
