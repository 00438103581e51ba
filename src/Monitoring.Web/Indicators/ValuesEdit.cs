using System.Diagnostics.CodeAnalysis;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>What a person may write into a cell instead of a number, in the reader's language.</summary>
public sealed record CellWords(string NotCollected, string NotApplicable)
{
    /// <summary>The state that a word names; the long forms of the vocabulary count too.</summary>
    public ValueState? StateOf(string text, IReadOnlyDictionary<ValueState, string> words)
    {
        foreach (var (state, letters) in new[] { (ValueState.NotCollected, NotCollected), (ValueState.NotApplicable, NotApplicable) })
            if (text.Equals(letters, StringComparison.OrdinalIgnoreCase) || text.Equals(words[state], StringComparison.OrdinalIgnoreCase)) return state;
        return null;
    }

    public string Of(ValueState state) => state is ValueState.NotCollected ? NotCollected : NotApplicable;
}

/// <summary>What stands in a cell of the form, as typed: a number, the two parts of a share, a word, a rung, or nothing.</summary>
public sealed record CellText(string First = "", string Second = "")
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(First) && string.IsNullOrWhiteSpace(Second);
}

/// <summary>Which number a person meant in a cell.</summary>
public sealed record ChosenNumber(CellKey Cell, string Field, decimal Number);

/// <summary>The values of one period and population group while they are being filled in. What was typed is lost in none of its states.</summary>
public sealed class ValuesEdit : Edit
{
    private readonly Dictionary<CellKey, MeasurementRow?> _seen;
    private readonly Dictionary<CellKey, CellText> _texts = [];
    private readonly CellReader _reader;
    private IReadOnlyDictionary<CellKey, MeasurementRow?> _theirs = new Dictionary<CellKey, MeasurementRow?>();
    private Guid _operation = Guid.CreateVersion7();

    public ValuesEdit(IndicatorSheet sheet, ReportPeriod period, string group, CellReader reader)
    {
        (Sheet, Period, Group, _reader) = (sheet, period, group, reader);
        _seen = sheet.Of(period).ToDictionary(v => v.Cell, MeasurementRow? (v) => v);
    }

    public IndicatorSheet Sheet { get; }
    public ReportPeriod Period { get; }
    public string Group { get; }

    public override Guid Operation => _operation;

    public override Guid SubjectId => Sheet.Indicator.Id;

    public override int SeenVersion => 0;

    public override string? BeforeOf(string field) =>
        _seen.Keys.Where(c => c.Slug == field).Select(c => Show(Written(c))).FirstOrDefault();

    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <summary>What is wrong in single cells, and the numbers between which the person has to choose.</summary>
    public Dictionary<CellKey, (Problem Problem, IReadOnlyList<decimal>? Choices)> CellProblems { get; } = [];

    /// <summary>What the last save wrote, and what stood there before.</summary>
    public IReadOnlyDictionary<CellKey, (CellValue? Before, CellValue? After)> Undo { get; private set; } = new Dictionary<CellKey, (CellValue?, CellValue?)>();

    /// <summary>Is it asked why?</summary>
    public bool NeedsReason { get; private set; }

    public CellText TextOf(CellKey cell) => _texts.GetValueOrDefault(cell) ?? Written(cell);

    public bool IsChanged(CellKey cell) => _texts.TryGetValue(cell, out var text) && text != Written(cell);

    public bool HasChanges => _texts.Keys.Any(IsChanged);

    public void Set(CellKey cell, CellText text)
    {
        _texts[cell] = text;
        CellProblems.Remove(cell);
        if (_reader.Read(text) is { Problem: { } problem } read) CellProblems[cell] = (problem, read.Choices);
    }

    private CellText Written(CellKey cell) => _seen.GetValueOrDefault(cell) is { } row ? _reader.Write(CellValue.Of(row)) : new CellText();

    /// <summary>Saves what differs from what was seen, all of it or nothing. Returns how many cells were written; null when it did not end in a save.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it was, the form keeps what was typed and the frame writes it to the log.")]
    public async Task<int?> SaveAsync(Func<ValuesDraft, Task<SavedValues>> save)
    {
        if (State is EditState.Saving) return null;
        if (State is EditState.Conflict)
        {
            if (!IsDecided) return null;
            TakeOver();
        }
        if (CellProblems.Count > 0)
        {
            State = EditState.Open;
            return null;
        }
        var entries = _texts.Keys.Where(IsChanged).Select(c => new CellEntry(c, _seen.GetValueOrDefault(c)?.Version ?? 0, _reader.Read(_texts[c]).Value)).ToList();
        State = EditState.Saving;
        (Problem, Failure, Warnings) = (null, null, []);
        try
        {
            Undo = entries.ToDictionary(e => e.Cell, e => (_seen.GetValueOrDefault(e.Cell) is { } row ? CellValue.Of(row) : null, e.Value));
            return Take(await save(DraftOf(entries) with { Reason = Reason, Operation = _operation }));
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

    /// <summary>Cells of this period as one operation of its own.</summary>
    public ValuesDraft DraftOf(IReadOnlyList<CellEntry> entries) => new()
    {
        IndicatorId = Sheet.Indicator.Id,
        InitiativeId = Sheet.Indicator.InitiativeId,
        DefinitionNo = Sheet.Indicator.CurrentDefinition,
        Period = Period,
        Cells = entries,
    };

    private int? Take(SavedValues saved)
    {
        switch (saved.Outcome)
        {
            case SaveOutcome.Saved:
                (State, IsDone) = (EditState.Open, true);
                return saved.Written;
            case SaveOutcome.NotFound:
                State = EditState.Gone;
                return null;
            case SaveOutcome.Conflict:
                _theirs = saved.Theirs;
                var first = _theirs.Values.OfType<MeasurementRow>().OrderByDescending(r => r.ChangedAt).FirstOrDefault();
                (TheirName, TheirTime) = (first?.ChangedBy ?? "", first?.ChangedAt ?? default);
                Clashes = [.. _theirs.Select(t => new Clash(t.Key.Slug, Show(Written(t.Key)), Show(t.Value is null ? new() : _reader.Write(CellValue.Of(t.Value))), Show(TextOf(t.Key))))];
                State = EditState.Conflict;
                TakeTheirs.Clear();
                return null;
            default:
                State = EditState.Open;
                (Problem, Warnings) = (saved.Problem, saved.Warnings);
                NeedsReason |= saved.Problem?.Field == nameof(ValuesDraft.Reason);
                foreach (var (cell, problem) in saved.Problems) CellProblems[cell] = (problem, null);
                return null;
        }
    }

    // Mine is written on top of theirs; theirs takes the place of what I typed.
    private void TakeOver()
    {
        foreach (var (cell, row) in _theirs)
        {
            if (TakeTheirs[cell.Slug]) _texts.Remove(cell);
            _seen[cell] = row;
        }
        (Clashes, _operation) = ([], Guid.CreateVersion7());
    }

    private static string Show(CellText text) => text.Second.Length > 0 ? $"{text.First}/{text.Second}" : text.First;
}
