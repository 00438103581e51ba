using Monitoring.Data;

namespace Monitoring.Web.Drafts;

/// <summary>Keeps what stands in a field of an open form.</summary>
public sealed class KeepDraft(Gate gate)
{
    /// <summary>The longest text that is kept; far beyond every field, so that a paste that is too long is kept whole.</summary>
    public const int Longest = 200_000;

    /// <summary>Returns when it was kept; null when the field holds again what it held before.</summary>
    public async Task<DateTime?> RunAsync(CountryCode country, FieldDraft draft, CancellationToken ct = default)
    {
        if (draft.Typed.Length > Longest) throw new ArgumentOutOfRangeException(nameof(draft), draft.Typed.Length, "Longer than anything that is kept.");
        await using var db = await gate.DraftsAsync(country, edit: true, ct);
        DateTime? kept = null;
        if (draft.Typed == (draft.BeforeText ?? "")) await db.ForgetAsync(draft.OperationId, draft.Field, ct);
        else kept = await db.KeepAsync(draft, ct);
        await db.CommitAsync(ct);
        return kept;
    }

    /// <summary>Keeps what the browser could not tell in time; what was saved meanwhile is no draft any more.</summary>
    public async Task LateAsync(CountryCode country, FieldDraft draft, CancellationToken ct = default)
    {
        await using var db = await gate.DraftsAsync(country, edit: true, ct);
        if (await db.WasSavedAsync(draft.OperationId, ct)) return;
        await db.KeepAsync(draft, ct);
        await db.CommitAsync(ct);
    }
}
