using Monitoring.Data;

namespace Monitoring.Web.Comments;

/// <summary>What can be done in a thread.</summary>
public sealed class CommentEdits(ListComments list, SaveComment save, ResolveComment resolve, Gate gate)
{
    public Task<IReadOnlyList<CommentRow>> ListAsync(CountryCode country, Thing thing) => list.RunAsync(country, thing.Subject, thing.Id);

    public Task<IReadOnlyList<Colleague>> ColleaguesAsync(CountryCode country) => gate.ColleaguesAsync(country);

    public Task<Saved<CommentRow>> SaveAsync(CountryCode country, Thing thing, CommentDraft draft) => save.RunAsync(country, thing, draft);

    public Task<Saved<CommentRow>> ResolveAsync(CountryCode country, CommentRow comment, bool isResolved) => resolve.RunAsync(country, comment, isResolved);

    /// <summary>For showing controls; each save asks again.</summary>
    public async Task<bool> MayAsync(CountryCode country, Guid? initiative) =>
        await gate.MayAsync(May.Comment, country, initiative);
}
