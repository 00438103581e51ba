using System.Globalization;
using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;

namespace Monitoring.Web.Audit;

/// <summary>Brings the earlier value of one field back, as a new change on top of the row as it is now.</summary>
public sealed class RestoreValue(Gate gate, SaveStatus status, SaveNextStep step, IEnumerable<Restorer>? others = null)
{
    public async Task<SaveOutcome> RunAsync(CountryCode country, int linkNo, int changeNo, CancellationToken ct = default)
    {
        FieldRow? change;
        InitiativeRow? initiative;
        NextStepRow? next;
        IReadOnlyList<FieldRow> together;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct))
        {
            change = await db.OneAsync<FieldRow>(One, new { LinkNo = linkNo, ChangeNo = changeNo }, ct);
            if (change is null || !HistoryRules.CanRestore(change.Subject, change.Field)) return SaveOutcome.NotFound;
            initiative = change.Subject == "Initiative" ? await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { Id = change.SubjectId }, ct) : null;
            together = await db.ListAsync<FieldRow>(Together, new { LinkNo = linkNo, change.SubjectId }, ct);
            next = change.Subject == "NextStep" ? await db.OneAsync<NextStepRow>(NextStepRow.One, new { Id = change.SubjectId }, ct) : null;
        }
        if (initiative is not null)
        {
            var now = StatusDraft.Of(initiative);
            var back = Back(now, change);
            return back == now ? SaveOutcome.Saved : (await status.RunAsync(country, back, ChangeAction.Restored, ct)).Outcome;
        }
        if (next is not null)
        {
            var now = NextStepDraft.Of(next);
            var back = Back(now, change);
            return back == now ? SaveOutcome.Saved : (await step.RunAsync(country, back, action: ChangeAction.Restored, ct: ct)).Outcome;
        }
        return (others ?? []).FirstOrDefault(o => o.Subject == change.Subject) is { } room
            ? await room.RunAsync(country, change.SubjectId, together.ToDictionary(f => f.Field, f => f.OldValue), ct)
            : SaveOutcome.NotFound;
    }

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

    private static StatusDraft Back(StatusDraft now, FieldRow was) => was.Field switch
    {
        nameof(now.Stage) => now with { Stage = Enum.Parse<Stage>(was.OldValue!) },
        nameof(now.Outlook) => now with { Outlook = Enum.Parse<Outlook>(was.OldValue!) },
        nameof(now.StageNote) => now with { StageNote = was.OldValue },
        _ => now,
    };

    private static NextStepDraft Back(NextStepDraft now, FieldRow was) => was.Field switch
    {
        nameof(now.Text) => now with { Text = was.OldValue ?? "" },
        nameof(now.Status) => now with { Status = Enum.Parse<NextStepStatus>(was.OldValue!) },
        nameof(now.DueOn) => now with { DueOn = was.OldValue is null ? null : DateOnly.Parse(was.OldValue, CultureInfo.InvariantCulture) },
        nameof(now.ResponsiblePerson) => now with { ResponsiblePerson = was.OldValue },
        nameof(now.Responsible) => now with { Responsible = was.OldValue },
        _ => now,
    };
}
