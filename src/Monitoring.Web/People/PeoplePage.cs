using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.People;

/// <summary>A page that lists people or countries and opens one form at a time over the list.</summary>
public abstract class PeoplePage : ComponentBase
{
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    protected bool IsAdding { get; private set; }

    /// <summary>Who was just given a role or a link.</summary>
    protected Invited? Invited { get; private set; }

    protected Told? Told { get; private set; }

    /// <summary>Reads the list again.</summary>
    protected abstract Task ReadAsync();

    /// <summary>What was open or said before makes room.</summary>
    protected virtual void Open(bool adding = false) => (IsAdding, Invited, Told) = (adding, null, null);

    protected Task InvitedAsync(Invited invited)
    {
        Open();
        Invited = invited;
        return ReadAsync();
    }

    protected Task TellAsync(Told told)
    {
        Open();
        Told = told;
        return ReadAsync();
    }

    /// <summary>What the gate refuses is a page that is not there.</summary>
    protected async Task<Load<T>> AskAsync<T>(Func<Task<T>> question)
    {
        var answer = await Load.Of(question);
        if (answer is not Load<T>.Failed { Why: AccessRefusedException }) return answer;
        Navigation.NotFound();
        return Load.Waiting<T>();
    }
}
