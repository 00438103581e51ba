using Microsoft.AspNetCore.Components;
using Monitoring.Data;

namespace Monitoring.Web.Drafts;

/// <summary>The caller's unsaved drafts of a country, newest first; none for whoever writes nothing there.</summary>
public sealed class ListDrafts(Gate gate, NavigationManager navigation)
{
    // A page asks once a section: one answer serves them all, until the person goes on or the drafts change here.
    private (CountryCode Country, string Address, Task<IReadOnlyList<KeptDraft>> Answer)? _last;

    /// <summary>The page on which the person is.</summary>
    public string? Place => DraftPlace.Of(navigation)?.Place;

    public Task<IReadOnlyList<KeptDraft>> RunAsync(CountryCode country)
    {
        if (_last is { } last && last.Country == country && last.Address == navigation.Uri && !last.Answer.IsFaulted) return last.Answer;
        var answer = AskAsync(country);
        _last = (country, navigation.Uri, answer);
        return answer;
    }

    /// <summary>The next question is asked anew.</summary>
    public void Changed() => _last = null;

    private async Task<IReadOnlyList<KeptDraft>> AskAsync(CountryCode country)
    {
        try
        {
            await using var db = await gate.DraftsAsync(country, edit: false);
            return KeptDraft.Of(await db.ListAsync());
        }
        catch (AccessRefusedException)
        {
            return [];
        }
    }
}
