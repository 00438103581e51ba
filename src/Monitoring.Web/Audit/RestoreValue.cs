using Monitoring.Data;

namespace Monitoring.Web.Audit;

/// <summary>Brings an earlier value back, or a row that was taken out, as a new change on top of the row as it is now.</summary>
public sealed class RestoreValue(Gate gate, IEnumerable<Restorer> rooms)
{
    public async Task<SaveOutcome> RunAsync(CountryCode country, int linkNo, int changeNo, CancellationToken ct = default)
    {
        FieldRow? change;
        IReadOnlyList<FieldRow> together;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct))
        {
            change = await db.OneAsync<FieldRow>(One, new { LinkNo = linkNo, ChangeNo = changeNo }, ct);
            if (change is null || !HistoryRules.CanRestore(change.Subject, change.Field)) return SaveOutcome.NotFound;
            together = await db.ListAsync<FieldRow>(Together, new { LinkNo = linkNo, change.SubjectId }, ct);
        }
        if (Of(change.Subject) is not { } room) return SaveOutcome.NotFound;
        var earlier = room.IsWhole ? together : [change];
        return await room.RunAsync(country, change.SubjectId, earlier.ToDictionary(f => f.Field, f => f.OldValue), ct);
    }

    /// <summary>The row that an operation took out; one that is there already stays.</summary>
    public async Task<SaveOutcome> BringBackAsync(CountryCode country, int linkNo, CancellationToken ct = default)
    {
        FieldRow? taken;
        await using (var db = await gate.ReadAsync(country, ct: ct)) taken = await db.OneAsync<FieldRow>(Taken, new { LinkNo = linkNo }, ct);
        return taken is not null && HistoryRules.CanBringBack(taken.Subject) && Of(taken.Subject) is { } room
            ? await room.BringBackAsync(country, taken.SubjectId, ct) : SaveOutcome.NotFound;
    }

    private Restorer? Of(string subject) => rooms.FirstOrDefault(r => r.Subject == subject);

    public static readonly CountrySql One = CountrySql.Of("""
        select LinkNo, ChangeNo, Subject, SubjectId, Field, OldValue, NewValue, OldMark, OldSource
          from FieldChange
         where Country = @Country and LinkNo = @LinkNo and ChangeNo = @ChangeNo
        """);

    public static readonly CountrySql Together = CountrySql.Of("""
        select LinkNo, ChangeNo, Subject, SubjectId, Field, OldValue, NewValue, OldMark, OldSource
          from FieldChange
         where Country = @Country and LinkNo = @LinkNo and SubjectId = @SubjectId
        """);

    public static readonly CountrySql Taken = CountrySql.Of("""
        select l.LinkNo, l.Subject, l.SubjectId from AuditLink l where l.Country = @Country and l.LinkNo = @LinkNo and l.Action = 'Retired'
        """);
}
