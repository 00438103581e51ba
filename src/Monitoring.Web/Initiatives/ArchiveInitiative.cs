using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>An initiative that was put away, whole.</summary>
public sealed record ArchivedRow : Row
{
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public DateTime? ArchivedAt { get; init; }
}

public sealed record ArchiveDraft : Draft
{
    public DateTime? ArchivedAt { get; init; }
}

/// <summary>Puts an initiative away with everything on it, or brings it back. Nothing is ever deleted.</summary>
public sealed class ArchiveInitiative(Gate gate, TimeProvider clock)
{
    public Task<Saved<ArchivedRow>> RunAsync(CountryCode country, Row initiative, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // The column keeps whole milliseconds.
        var draft = new ArchiveDraft { Id = initiative.Id, Version = initiative.Version, ArchivedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)) };
        return SaveAsync(country, draft, ct);
    }

    public Task<Saved<ArchivedRow>> RestoreAsync(CountryCode country, Row initiative, CancellationToken ct = default) =>
        SaveAsync(country, new ArchiveDraft { Id = initiative.Id, Version = initiative.Version }, ct);

    /// <summary>What was put away, the last first.</summary>
    public async Task<IReadOnlyList<ArchivedRow>> ListAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<ArchivedRow>(All, null, ct);
    }

    private async Task<Saved<ArchivedRow>> SaveAsync(CountryCode country, ArchiveDraft draft, CancellationToken ct)
    {
        await using var db = await gate.EditAsync(country, May.EditCountry, draft.Id, ct);
        var action = draft.ArchivedAt is null ? ChangeAction.Restored : ChangeAction.Retired;
        return await db.SaveAsync<ArchivedRow>(One, Update, draft, InitiativesRoom.Initiative, i => i.Code, action, ct: ct);
    }

    public static readonly CountrySql One = CountrySql.Of("""
        select Id, Code, Title, ContentLanguage, ArchivedAt, Version, ChangedAt, ChangedBy from Initiative where Country = @Country and Id = @Id
        """);

    public static readonly CountrySql All = CountrySql.Of("""
        select Id, Code, Title, ContentLanguage, ArchivedAt, Version, ChangedAt, ChangedBy
          from Initiative
         where Country = @Country and ArchivedAt is not null
         order by ArchivedAt desc, Code
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update Initiative
           set ArchivedAt = @ArchivedAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
