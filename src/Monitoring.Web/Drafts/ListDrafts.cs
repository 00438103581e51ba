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

    /// <summary>Something came that nobody on the page has asked for: whoever shows drafts asks again.</summary>
    public event Action? OnCome;

    /// <summary>Ends when all is kept that the browser has told until now.</summary>
    public Task Coming { get; private set; } = Task.CompletedTask;

    /// <summary>One after the other; whether it was kept.</summary>
    public Task<bool> TakeAsync(Func<Task<bool>> keep)
    {
        var taking = AfterAsync(Coming, keep);
        Coming = taking;
        return taking;
    }

    private async Task<bool> AfterAsync(Task before, Func<Task<bool>> keep)
    {
        await before;
        if (!await keep()) return false;
        Changed();
        OnCome?.Invoke();
        return true;
    }

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
