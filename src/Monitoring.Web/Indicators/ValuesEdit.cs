using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Monitoring.Data;
using Monitoring.Web.Drafts;
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
    private (Guid Operation, IReadOnlyList<CellEntry> Cells)? _tried;

    public ValuesEdit(IndicatorSheet sheet, ReportPeriod period, string group, CellReader reader)
    {
        (Sheet, Period, _reader) = (sheet, period, reader);
        Grid = CellGrid.Of(sheet.Indicator, group);
        _seen = sheet.Of(period).ToDictionary(v => v.Cell, MeasurementRow? (v) => v);
    }

    public IndicatorSheet Sheet { get; }
    public ReportPeriod Period { get; }

    /// <summary>The cells that are asked.</summary>
    public CellGrid Grid { get; }

    public string Group => Grid.Group;

    public override Guid Operation => _operation;

    public override Guid SubjectId => SubjectOf(Sheet, Period, Group);

    public override int SeenVersion => Sheet.Indicator.CurrentDefinition;

    public override string? Query => QueryOf(Period, Group);

    /// <summary>Of the whole cell: a share is seen and changed as one, whichever of its parts is typed.</summary>
    public override string? BeforeOf(string field) => Places.FirstOrDefault(p => p.Field == field) is { Field: not null } place ? Show(Written(place.Cell)) : null;

    public CellReader Reader => _reader;

    /// <summary>Every text of the form: its field, and which part of which cell it is.</summary>
    public IEnumerable<(string Field, CellKey Cell, int Part)> Places =>
        from cell in Grid.Cells
        from part in Enumerable.Range(0, Grid.Width)
        select (FieldOf(cell, part), cell, part);

    public static string FieldOf(CellKey cell, int part) => $"{cell.Slug}-{part}";

    /// <summary>What was put into cells, field by field.</summary>
    public IEnumerable<(string Field, string Text)> Typed =>
        Places.Where(p => _texts.ContainsKey(p.Cell)).Select(p => (p.Field, p.Part == 0 ? _texts[p.Cell].First : _texts[p.Cell].Second));

    /// <summary>One period and group of an indicator has no row of its own: this is what its drafts are found by.</summary>
    public static Guid SubjectOf(IndicatorSheet sheet, ReportPeriod period, string group) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{sheet.Indicator.Id}\n{period.Slug}\n{GroupOf(sheet, group)}")).AsSpan(0, 16));

    /// <summary>How the address of the indicator's page names a period and group.</summary>
    public static string QueryOf(ReportPeriod period, string group) =>
        $"period={Uri.EscapeDataString(period.Slug)}{(group == CellKey.All ? "" : "&group=" + Uri.EscapeDataString(group))}";

    private static string GroupOf(IndicatorSheet sheet, string group) => CellGrid.Of(sheet.Indicator, group).Group;

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

    /// <summary>
    /// Goes on where the form was left unsaved. A cell that somebody saved since is in conflict with what was typed, as if the form had
    /// stayed open.
    /// </summary>
    public ValuesEdit TakeUp(KeptDraft kept)
    {
        (IsTakenUp, _operation) = (true, kept.Operation);
        var places = Places.ToDictionary(p => p.Field);
        foreach (var field in kept.Fields)
        {
            if (field.Field == nameof(Reason)) (Reason, NeedsReason) = (TextRules.Clean(field.Typed), true);
            if (!places.TryGetValue(field.Field, out var place)) continue;
            if (Show(Written(place.Cell)) != (field.BeforeText ?? "")) SeeAgain(place.Cell, field.BeforeText ?? "");
            var (now, text) = (TextOf(place.Cell), field.Typed.Trim());
            Set(place.Cell, place.Part == 0 ? now with { First = text } : now with { Second = text });
        }
        return this;
    }

    // The cell as it was when the draft was begun. No version of it is the one of now, so that the save asks.
    private void SeeAgain(CellKey cell, string before)
    {
        var parts = Sheet.Indicator.Kind is IndicatorKind.Ratio ? before.Split('/') : [before];
        var (now, was) = (_seen.GetValueOrDefault(cell), _reader.Read(new CellText(parts[0], parts.ElementAtOrDefault(1) ?? "")).Value);
        if (was == (now is null ? null : CellValue.Of(now))) return;
        _seen[cell] = was is null ? null : (now ?? new MeasurementRow()) with
        {
            Version = -1,
            State = was.State,
            Value = was.Value,
            Numerator = was.Numerator,
            Denominator = was.Denominator,
            Rung = was.Rung,
            Reached = was.Reached,
        };
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
            // As in every edit: only the same cells again are the operation whose answer may have been lost.
            var operation = _tried is not { } tried ? _operation : tried.Cells.SequenceEqual(entries) ? tried.Operation : Guid.CreateVersion7();
            _tried = (operation, entries);
            return Take(await save(DraftOf(entries) with { Reason = Reason, Operation = operation }));
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

    /// <summary>What a save would say once these texts stood in the form too: problems and warnings, and nothing is done.</summary>
    public ValuesPlan Judge(IReadOnlyDictionary<CellKey, CellText> put)
    {
        var seen = Sheet.Of(Period).ToDictionary(v => v.Cell, v => v.Version);
        var entries = _texts.Where(t => !put.ContainsKey(t.Key)).Concat(put).Select(t => (t.Key, Read: _reader.Read(t.Value))).Where(t => t.Read.Problem is null)
            .Select(t => new CellEntry(t.Key, seen.GetValueOrDefault(t.Key), t.Read.Value)).ToList();
        return ValuesPlan.Of(DraftOf(entries), Sheet.Indicator, Sheet.Steps, Sheet.Comparable, Sheet.Cycles);
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
        Clashes = [];
    }

    private static string Show(CellText text) => text.Second.Length > 0 ? $"{text.First}/{text.Second}" : text.First;
}
