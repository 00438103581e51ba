using System.Diagnostics.CodeAnalysis;

namespace Monitoring.Web.Shared;

/// <summary>What a page is waiting for: not here yet, here, or failed. Exactly one of them, so no booleans can disagree.</summary>
public abstract record Load<T>
{
    private Load() { }

    public sealed record Waiting : Load<T>;

    public sealed record Ready(T Value) : Load<T>;

    public sealed record Failed(Exception Why) : Load<T>
    {
        public string Reference { get; } = Shared.Reference.New();
    }

    /// <summary>The value, or nothing while there is none.</summary>
    public T? ValueOrDefault => this is Ready ready ? ready.Value : default;

    public bool IsReady([MaybeNullWhen(false)] out T value)
    {
        value = ValueOrDefault;
        return this is Ready;
    }
}

public static class Load
{
    public static Load<T> Waiting<T>() => new Load<T>.Waiting();

    public static Load<T> Ready<T>(T value) => new Load<T>.Ready(value);

    /// <summary>
    /// Runs a question and keeps its answer or its failure; <see cref="Loaded{T}"/> writes the failure to the log and shows
    /// it. A cancelled question is nobody's failure and passes through.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it was, the page shows it with a reference and a retry.")]
    public static async Task<Load<T>> Of<T>(Func<Task<T>> question)
    {
        try
        {
            return Ready(await question());
        }
        catch (Exception why) when (why is not OperationCanceledException)
        {
            return new Load<T>.Failed(why);
        }
    }
}
