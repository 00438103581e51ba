using Monitoring.Data;

namespace Monitoring.Web.Commitments;

/// <summary>A commitment, once for each initiative that delivers it (<see cref="InitiativeCode"/> null: none does).</summary>
public sealed record CommitmentRow : Row, IMarked
{
    public string Code { get; init; } = "";
    public string Statement { get; init; } = "";
    public string? Area { get; init; }
    public string? Instrument { get; init; }
    public DateOnly? TargetOn { get; init; }
    public CommitmentStatus Status { get; init; }
    public Mark StatusMark { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public string? InitiativeCode { get; init; }
    public string? InitiativeTitle { get; init; }
}

public sealed class ListCommitments(Gate gate)
{
    public async Task<IReadOnlyList<CommitmentRow>> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<CommitmentRow>(All, null, ct);
    }

    public static readonly CountrySql All = CountrySql.Of("""
        select c.Id, c.Code, c.Statement, c.Area, c.Instrument, c.TargetOn, c.Status, c.StatusMark, c.Mark, c.SourceLines,
               i.Code as InitiativeCode, i.Title as InitiativeTitle, c.Version, c.ChangedAt, c.ChangedBy
          from Commitment c
          left join CommitmentInitiative l on l.Country = c.Country and l.CommitmentId = c.Id
          left join Initiative i on i.Country = c.Country and i.Id = l.InitiativeId
         where c.Country = @Country and c.RetiredAt is null
         order by c.Position, c.Code, i.Code
        """);

    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select c.Id, c.Code, c.Statement, c.Area, c.Instrument, c.TargetOn, c.Status, c.StatusMark, c.Mark, c.SourceLines,
               i.Code as InitiativeCode, i.Title as InitiativeTitle, c.Version, c.ChangedAt, c.ChangedBy
          from Commitment c
          join CommitmentInitiative l on l.Country = c.Country and l.CommitmentId = c.Id
          join Initiative i on i.Country = c.Country and i.Id = l.InitiativeId
         where c.Country = @Country and l.InitiativeId = @InitiativeId and c.RetiredAt is null
         order by c.Position, c.Code
        """);
}
