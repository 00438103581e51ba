using Monitoring.Data;

namespace Monitoring.Web.Comments;

/// <summary>The comments on a thing, and those that mention the reader.</summary>
public sealed class ListComments(Gate gate)
{
    /// <summary>On one thing, the first first.</summary>
    public async Task<IReadOnlyList<CommentRow>> RunAsync(CountryCode country, string subject, Guid id, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<CommentRow>(OfSubject, new { Subject = subject, SubjectId = id }, ct);
    }

    /// <summary>Open ones that mention the reader, the last first.</summary>
    public async Task<IReadOnlyList<CommentRow>> MentioningMeAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<CommentRow>(MentioningMe, null, ct);
    }

    public static readonly CountrySql OfSubject = CountrySql.Of("""
        select Id, Subject, SubjectId, InitiativeId, Place, Label, Text, PersonId, PersonName, WrittenAt, ResolvedAt, ResolvedBy,
               case when PersonId = @PersonId then 1 else 0 end as IsMine, Version, ChangedAt, ChangedBy
          from Comment
         where Country = @Country and Subject = @Subject and SubjectId = @SubjectId
         order by WrittenAt, Id
        """);

    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select Id, Subject, SubjectId, InitiativeId, Place, Label, Text, PersonId, PersonName, WrittenAt, ResolvedAt, ResolvedBy,
               case when PersonId = @PersonId then 1 else 0 end as IsMine, Version, ChangedAt, ChangedBy
          from Comment
         where Country = @Country and InitiativeId = @InitiativeId
         order by WrittenAt, Id
        """);

    public static readonly CountrySql OfCommitments = CountrySql.Of("""
        select Id, Subject, SubjectId, InitiativeId, Place, Label, Text, PersonId, PersonName, WrittenAt, ResolvedAt, ResolvedBy,
               case when PersonId = @PersonId then 1 else 0 end as IsMine, Version, ChangedAt, ChangedBy
          from Comment
         where Country = @Country and Subject = 'Commitment'
         order by WrittenAt, Id
        """);

    /// <summary>On answers to checklists, and on values, the rungs of ladders among them.</summary>
    public static readonly CountrySql OfAnswersAndValues = CountrySql.Of("""
        select Id, Subject, SubjectId, InitiativeId, Place, Label, Text, PersonId, PersonName, WrittenAt, ResolvedAt, ResolvedBy,
               case when PersonId = @PersonId then 1 else 0 end as IsMine, Version, ChangedAt, ChangedBy
          from Comment
         where Country = @Country and Subject in ('ChecklistAnswer', 'Measurement')
         order by WrittenAt, Id
        """);

    /// <summary>On the values of one indicator.</summary>
    public static readonly CountrySql OfIndicator = CountrySql.Of("""
        select c.Id, c.Subject, c.SubjectId, c.InitiativeId, c.Place, c.Label, c.Text, c.PersonId, c.PersonName, c.WrittenAt, c.ResolvedAt,
               c.ResolvedBy, case when c.PersonId = @PersonId then 1 else 0 end as IsMine, c.Version, c.ChangedAt, c.ChangedBy
          from Comment c
         where c.Country = @Country and c.Subject = 'Measurement'
           and c.SubjectId in (select m.Id from Measurement m where m.Country = @Country and m.IndicatorId = @Id)
         order by c.WrittenAt, c.Id
        """);

    public static readonly CountrySql MentioningMe = CountrySql.Of("""
        select c.Id, c.Subject, c.SubjectId, c.InitiativeId, c.Place, c.Label, c.Text, c.PersonId, c.PersonName, c.WrittenAt, c.ResolvedAt,
               c.ResolvedBy, 0 as IsMine, c.Version, c.ChangedAt, c.ChangedBy
          from CommentMention m
          join Comment c on c.Country = m.Country and c.Id = m.CommentId
         where m.Country = @Country and m.PersonId = @PersonId and c.ResolvedAt is null
         order by c.WrittenAt desc, c.Id
        """);
}
