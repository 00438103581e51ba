using Microsoft.AspNetCore.Components;
using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>A piece of a page that does something: once at a time, with what was typed kept when the database does not answer.</summary>
public abstract class Deed : ComponentBase
{
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    protected bool IsBusy { get; private set; }

    /// <summary>The last try was not written.</summary>
    protected bool NotSaved { get; private set; }

    protected async Task DoAsync(Func<Task> deed)
    {
        if (IsBusy) return;
        (IsBusy, NotSaved) = (true, false);
        try
        {
            await deed();
        }
        catch (DatabaseUnavailableException)
        {
            NotSaved = true;
        }
        catch (AccessRefusedException)
        {
            Navigation.NotFound();
        }
        finally
        {
            IsBusy = false;
        }
    }
}

/// <summary>What a page says after a deed: done, or why not.</summary>
public sealed record Told(string TextKey, bool IsProblem, params object[] Values)
{
    public static Told Of(Problem problem) => new(problem.TextKey, true, problem.Values);

    public static Told NotSaved { get; } = new("NotSaved", true);
}
