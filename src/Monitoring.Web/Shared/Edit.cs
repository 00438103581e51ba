using System.Diagnostics.CodeAnalysis;
using Monitoring.Data;
using Monitoring.Web.Drafts;

namespace Monitoring.Web.Shared;

/// <summary>Where an edit stands. Exactly one of them.</summary>
public enum EditState
{
    /// <summary>Being typed; perhaps with a problem at a field.</summary>
    Open,
    Saving,
    /// <summary>The database did not answer: nothing was written, everything typed is still here.</summary>
    NotSaved,
    /// <summary>Somebody saved meanwhile, and both changed the same field.</summary>
    Conflict,
    /// <summary>The row is not there any more.</summary>
    Gone,
    /// <summary>The right to change it has ended.</summary>
    NotAllowed,
}

/// <summary>One form from its opening to its save, without the form. What was typed is lost in none of its states.</summary>
public abstract class Edit
{
    public EditState State { get; private protected set; }

    /// <summary>What is wrong with what was typed.</summary>
    public Problem? Problem { get; private protected set; }

    /// <summary>The fields to decide, in <see cref="EditState.Conflict"/>.</summary>
    public IReadOnlyList<Clash> Clashes { get; private protected set; } = [];

    /// <summary>Per clash: true takes theirs, false keeps mine; not decided while it is missing.</summary>
    public Dictionary<string, bool> TakeTheirs { get; } = [];

    /// <summary>Who was first.</summary>
    public string TheirName { get; private protected set; } = "";

    public DateTime TheirTime { get; private protected set; }

    public bool IsDecided => Clashes.All(c => TakeTheirs.ContainsKey(c.Field));

    public void DecideAll(bool theirs)
    {
        foreach (var clash in Clashes) TakeTheirs[clash.Field] = theirs;
    }

    public bool Has(string field) => Problem?.Field == field;

    /// <summary>What nobody foresaw, for the log; the form stays as it was.</summary>
    public Exception? Failure { get; private protected set; }

    /// <summary>Why, where a save wants to be told: it belongs to the save and not to the row.</summary>
    public string? Reason { get; set; }

    /// <summary>Written: the form has nothing left to keep.</summary>
    public bool IsDone { get; private protected set; }

    /// <summary>Goes on with a draft.</summary>
    public bool IsTakenUp { get; private protected set; }

    /// <summary>Of this edit from its opening to its end: its kept draft goes by it, and so does its first save.</summary>
    public abstract Guid Operation { get; }

    /// <summary>The row; for a new one the id that it would get.</summary>
    public abstract Guid SubjectId { get; }

    /// <summary>0 for a new one.</summary>
    public abstract int SeenVersion { get; }

    /// <summary>What the address of the page needs behind its path to lead back to this form; null: nothing.</summary>
    public virtual string? Query => null;

    /// <summary>What a field held when the edit began, as it is typed.</summary>
    public abstract string? BeforeOf(string field);
}

/// <summary>The edit of a <typeparamref name="TRow"/> (null: a new one) by a <typeparamref name="TDraft"/>.</summary>
public sealed class Edit<TRow, TDraft>(TRow? seen, TDraft draft) : Edit where TRow : Row where TDraft : Draft
{
    // Everybody else saving between each try and the next is no conflict of content, but it must end.
    private const int Tries = 5;

    private TRow? _theirs;
    private Guid _operation = draft.Operation;
    private TDraft? _tried;

    /// <summary>The row as it was when the edit began, or as it was taken over since.</summary>
    public TRow? Seen { get; private set; } = seen;

    public TDraft Draft { get; set; } = draft;

    public override Guid Operation => _operation;

    public override Guid SubjectId => Draft.Id;

    public override int SeenVersion => Seen?.Version ?? 0;

    public override string? BeforeOf(string field) =>
        Seen?.GetType().GetProperty(field) is { } known && typeof(TDraft).GetProperty(field) is not null ? TypedText.Of(known.GetValue(Seen)) : null;

    /// <summary>
    /// Goes on where a form was left unsaved. Who saved the same field since then is in conflict with what was typed, as if the form had
    /// stayed open.
    /// </summary>
    public Edit<TRow, TDraft> TakeUp(KeptDraft kept)
    {
        IsTakenUp = true;
        _operation = kept.Operation;
        Draft = Draft with { Operation = kept.Operation, Id = kept.SubjectId };
        if (Seen is not null && kept.SeenVersion < Seen.Version)
        {
            Seen = Seen with { Version = kept.SeenVersion };
            Draft = Draft with { Version = kept.SeenVersion };
            foreach (var field in kept.Fields) TypedText.Put(Seen, field.Field, field.BeforeText);
        }
        foreach (var field in kept.Fields)
            if (field.Field == nameof(Reason)) Reason = TextRules.Clean(field.Typed);
            else TypedText.Put(Draft, field.Field, field.Typed);
        return this;
    }

    /// <summary>
    /// Saves; a second try of the same edit is the same operation. Returns the row when it was written. Fields that only the other
    /// person changed are taken over without a question.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it was, the form keeps what was typed and the frame writes it to the log.")]
    public async Task<TRow?> SaveAsync(Func<TDraft, Task<Saved<TRow>>> save)
    {
        if (State is EditState.Saving) return null;
        if (State is EditState.Conflict)
        {
            if (!IsDecided) return null;
            TakeOver(TakeTheirs.Where(c => c.Value).Select(c => c.Key).ToHashSet());
        }
        State = EditState.Saving;
        (Problem, Failure) = (null, null);
        // Perhaps the last try was written and only its answer was lost. The same again is that operation; anything else is another one,
        // or what was changed since would be taken for written.
        if (_tried is not null && _tried != Draft) Draft = Draft with { Operation = Guid.CreateVersion7() };
        _tried = Draft;
        try
        {
            return await TryAsync(save);
        }
        catch (DatabaseUnavailableException)
        {
            State = EditState.NotSaved;
        }
        catch (LockedException locked)
        {
            (State, Problem) = (EditState.Open, locked.Problem);
        }
        catch (AccessRefusedException)
        {
            State = EditState.NotAllowed;
        }
        catch (Exception why) when (why is not OperationCanceledException)
        {
            (State, Failure) = (EditState.NotSaved, why);
        }
        return null;
    }

    private async Task<TRow?> TryAsync(Func<TDraft, Task<Saved<TRow>>> save)
    {
        for (var i = 0; ; i++)
        {
            var saved = await save(Draft);
            switch (saved.Outcome)
            {
                case SaveOutcome.Saved:
                    (State, IsDone) = (EditState.Open, true);
                    return saved.Row;
                case SaveOutcome.Refused:
                    (State, Problem) = (EditState.Open, saved.Problem);
                    return null;
                case SaveOutcome.NotFound:
                    State = EditState.Gone;
                    return null;
            }
            _theirs = saved.Row!;
            (TheirName, TheirTime) = (_theirs.ChangedBy, _theirs.ChangedAt);
            Clashes = Seen is null ? [] : Merge.Clashes(Seen, Draft, _theirs);
            if (Clashes.Count > 0 || i == Tries || Seen is null)
            {
                State = Clashes.Count > 0 ? EditState.Conflict : EditState.NotSaved;
                TakeTheirs.Clear();
                return null;
            }
            TakeOver(new HashSet<string>());
        }
    }

    private void TakeOver(IReadOnlySet<string> takeTheirs)
    {
        Draft = Merge.Onto(_theirs!, Seen!, Draft, takeTheirs);
        Seen = _theirs;
        Clashes = [];
    }
}
