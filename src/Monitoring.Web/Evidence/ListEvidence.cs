using Monitoring.Data;

namespace Monitoring.Web.Evidence;

public sealed class ListEvidence(Gate gate)
{
    public async Task<IReadOnlyList<EvidenceRow>> RunAsync(CountryCode country, string subject, Guid id, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<EvidenceRow>(OfSubject, new { Subject = subject, SubjectId = id }, ct);
    }

    public static readonly CountrySql OfSubject = CountrySql.Of("""
        select Id, Subject, SubjectId, Title, Address, FileHash, FileName, MediaType, FileBytes, IsPublic, RetiredAt, Version, ChangedAt, ChangedBy
          from Evidence
         where Country = @Country and Subject = @Subject and SubjectId = @SubjectId and RetiredAt is null
         order by Title, Id
        """);

    /// <summary>Of the answers to checklists, and of values, the rungs of ladders among them.</summary>
    public static readonly CountrySql OfAnswersAndValues = CountrySql.Of("""
        select Id, Subject, SubjectId, Title, Address, FileHash, FileName, MediaType, FileBytes, IsPublic, RetiredAt, Version, ChangedAt, ChangedBy
          from Evidence
         where Country = @Country and Subject in ('ChecklistAnswer', 'Measurement') and RetiredAt is null
         order by Title, Id
        """);

    public static readonly CountrySql OfCommitments = CountrySql.Of("""
        select Id, Subject, SubjectId, Title, Address, FileHash, FileName, MediaType, FileBytes, IsPublic, RetiredAt, Version, ChangedAt, ChangedBy
          from Evidence
         where Country = @Country and Subject = 'Commitment' and RetiredAt is null
         order by Title, Id
        """);

    /// <summary>Of the values of one indicator.</summary>
    public static readonly CountrySql OfIndicator = CountrySql.Of("""
        select e.Id, e.Subject, e.SubjectId, e.Title, e.Address, e.FileHash, e.FileName, e.MediaType, e.FileBytes, e.IsPublic, e.RetiredAt, e.Version,
               e.ChangedAt, e.ChangedBy
          from Evidence e
         where e.Country = @Country and e.RetiredAt is null and e.Subject = 'Measurement'
           and e.SubjectId in (select m.Id from Measurement m where m.Country = @Country and m.IndicatorId = @Id)
         order by e.Title, e.Id
        """);

    /// <summary>Of everything on one fact sheet.</summary>
    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select e.Id, e.Subject, e.SubjectId, e.Title, e.Address, e.FileHash, e.FileName, e.MediaType, e.FileBytes, e.IsPublic, e.RetiredAt, e.Version,
               e.ChangedAt, e.ChangedBy
          from Evidence e
         where e.Country = @Country and e.RetiredAt is null
           and ((e.Subject = 'Initiative' and e.SubjectId = @InitiativeId)
                or (e.Subject = 'Result' and e.SubjectId in (select r.Id from Result r where r.Country = @Country and r.InitiativeId = @InitiativeId))
                or (e.Subject = 'NextStep' and e.SubjectId in (select s.Id from NextStep s where s.Country = @Country and s.InitiativeId = @InitiativeId)))
         order by e.Title, e.Id
        """);
}
