using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>What can be done to a result.</summary>
public sealed class ResultEdits(AddResult add, SaveResult save, RetireResult retire, MoveResult move)
{
    public Task<Saved<ResultRow>> SaveAsync(CountryCode country, ResultDraft draft, ChangeAction action = ChangeAction.Edited) =>
        draft.Version == 0 ? add.RunAsync(country, draft) : save.RunAsync(country, draft, action);

    public Task<Saved<ResultRow>> MoveAsync(CountryCode country, ResultRow result, bool up) => move.RunAsync(country, result, up);

    public Task<Saved<ResultRow>> RetireAsync(CountryCode country, ResultRow result) => retire.RunAsync(country, result.InitiativeId, result);

    public Task<Saved<ResultRow>> RestoreAsync(CountryCode country, ResultRow result) => retire.RestoreAsync(country, result.InitiativeId, result);
}
