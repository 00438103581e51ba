using System.Globalization;
using Monitoring.Data;

namespace Monitoring.Web.Audit;

/// <summary>How a room brings earlier values of one of its rows back, or a row that was taken out.</summary>
public abstract class Restorer
{
    /// <summary>The table.</summary>
    public abstract string Subject { get; }

    /// <summary>
    /// Does what changed together come back together? An amount without its currency, or a number without its state, would say something
    /// that was never said; a sentence stands for itself.
    /// </summary>
    public virtual bool IsWhole => true;

    /// <param name="country">From the route.</param>
    /// <param name="id">The row.</param>
    /// <param name="earlier">Fields of one operation on that row, with what they were before it.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public abstract Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct);

    /// <summary>Brings back a row that was taken out; <see cref="HistoryRules.CanBringBack"/> says of which rooms that is asked.</summary>
    public virtual Task<SaveOutcome> BringBackAsync(CountryCode country, Guid id, CancellationToken ct) => Task.FromResult(SaveOutcome.NotFound);

    /// <summary>The row as it is, retired or not. Read and let go: an edit door is not opened while another door holds the file.</summary>
    protected static async Task<T?> NowAsync<T>(Gate gate, CountryCode country, CountrySql one, Guid id, CancellationToken ct) where T : Row
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.OneAsync<T>(one, new { Id = id }, ct);
    }

    /// <summary><paramref name="now"/> with earlier values; a field that it does not have is left out.</summary>
    protected static TDraft Onto<TDraft>(TDraft now, IReadOnlyDictionary<string, string?> earlier) where TDraft : Draft
    {
        // A copy with an operation of its own: bringing back is a new change.
        var back = now with { Operation = Guid.CreateVersion7() };
        foreach (var (field, text) in earlier)
            if (typeof(TDraft).GetProperty(field) is { CanWrite: true } property) property.SetValue(back, Parse(text, property.PropertyType));
        return back;
    }

    private static object? Parse(string? text, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return text switch
        {
            null when plain == typeof(string) || plain != type => null,
            null => Activator.CreateInstance(type),
            _ when plain.IsEnum => Enum.Parse(plain, text),
            _ when plain == typeof(DateOnly) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ChangeType(text, plain, CultureInfo.InvariantCulture),
        };
    }
}
