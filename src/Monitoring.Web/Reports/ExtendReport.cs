using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>More time for one country: until when, and why.</summary>
public sealed record ExtensionDraft : Draft
{
    public string Cycle { get; init; } = "";
    public DateOnly? UntilOn { get; init; }
    public string? Reason { get; init; }
}

public sealed record ExtensionRow : Row
{
    public string CycleCode { get; init; } = "";
    public DateOnly UntilOn { get; init; }
    public string Reason { get; init; } = "";
}

/// <summary>
/// The lead gives a country more time: a later day than the cycle's, or, where the cycle was closed, a reopening for this country alone.
/// An acceptance is not undone by it.
/// </summary>
public sealed class ExtendReport(Gate gate, TimeProvider clock)
{
    public async Task<Saved<ExtensionRow>> RunAsync(CountryCode country, ExtensionDraft draft, CancellationToken ct = default)
    {
        if (draft.UntilOn is null) return Saved.Refused(new Problem(nameof(draft.UntilOn), "Required"));
        if (draft.UntilOn < clock.Today()) return Saved.Refused(new Problem(nameof(draft.UntilOn), "UntilPast"));
        if (TextRules.Problem(nameof(draft.Reason), draft.Reason, ReportRules.Reason, isRequired: true) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.AcceptReport, ct: ct);
        if (await db.WasDoneAsync(draft.Operation, ct)) return await db.OneAsync<ExtensionRow>(One, new { draft.Id }, ct) is { } done ? Saved.Done(done) : Saved.NotFound;
        await db.StageAsync(ReportRow.Begin, new { Id = Guid.CreateVersion7(), draft.Cycle }, ct);
        var report = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { draft.Cycle }, ct);
        if (report is null) return Saved.NotFound;
        if (report.State is not (ContentState.Draft or ContentState.Submitted)) return Saved.Refused(new Problem(nameof(draft.UntilOn), "NotNow"));
        await db.StageAsync(Add, draft, ct);
        var row = await db.OneAsync<ExtensionRow>(One, new { draft.Id }, ct);
        var fields = new FieldChange[] { new(nameof(draft.UntilOn), report.ExtendedTo?.ToString("O", null), draft.UntilOn?.ToString("O", null)) };
        await db.CommitAsync(new Change(ChangeAction.Added, "ReportExtension", draft.Id, draft.Cycle, fields, draft.Reason), draft.Operation, ct);
        return Saved.Done(row!);
    }

    public static readonly CountrySql One = CountrySql.Of("""
        select Id, CycleCode, UntilOn, Reason, Version, ChangedAt, ChangedBy from ReportExtension where Country = @Country and Id = @Id
        """);

    public static readonly CountrySql Add = CountrySql.Of("""
        insert into ReportExtension (Country, Id, CycleCode, UntilOn, Reason, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Cycle, @UntilOn, @Reason, 1, @Now, @Person)
        """);
}
