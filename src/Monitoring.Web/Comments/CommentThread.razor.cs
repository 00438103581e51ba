using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Drafts;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Comments;

/// <summary>A thread: read, write, change one's own, mention, settle. <c>?comments=HN-MAHE-R1</c> in the address opens it.</summary>
public sealed partial class CommentThread
{
    private IReadOnlyList<CommentRow> _comments = [];
    private IReadOnlyList<Colleague> _colleagues = [];
    private IReadOnlyList<CommentRow>? _given;
    private Edit<CommentRow, CommentDraft>? _edit;
    private string? _mention;
    private bool _isOpen;
    private bool _wasAsked;
    private bool _may;
    private bool _failed;

    [Parameter, EditorRequired] public CountryCode Country { get; set; }
    [Parameter, EditorRequired] public Thing Of { get; set; } = default!;

    /// <summary>What the page has read already.</summary>
    [Parameter, EditorRequired] public IEnumerable<CommentRow> Comments { get; set; } = [];

    /// <summary>The label of the thing whose thread the address asks for.</summary>
    [Parameter] public string? Asked { get; set; }

    private string FormId => "comment-" + Of.Label;

    private int OpenCount => _comments.Count(c => c.ResolvedAt is null);

    protected override async Task OnParametersSetAsync()
    {
        var given = Comments as IReadOnlyList<CommentRow> ?? [.. Comments];
        if (_given is null || !given.SequenceEqual(_given)) (_given, _comments) = (given, given);
        if (_wasAsked) return;
        _wasAsked = true;
        // A draft that waits in it is not folded away.
        if (Asked == Of.Label || (await Drafts.RunAsync(Country)).Any(d => d.Form == FormId)) await OpenAsync();
    }

    private Task ToggleAsync()
    {
        if (!_isOpen) return OpenAsync();
        _isOpen = false;
        return Task.CompletedTask;
    }

    private Task OpenAsync() => TryAsync(async () =>
    {
        _may = await Edits.MayAsync(Country, Of.InitiativeId);
        if (_may) _colleagues = await Edits.ColleaguesAsync(Country);
        _isOpen = true;
    });

    private static Edit<CommentRow, CommentDraft> New() => new(null, new CommentDraft());

    private void TakeUp(KeptDraft draft)
    {
        var row = _comments.FirstOrDefault(c => c.Id == draft.SubjectId);
        _edit = (row is null ? New() : new Edit<CommentRow, CommentDraft>(row, CommentDraft.Of(row))).TakeUp(draft);
    }

    private void Mention(Edit<CommentRow, CommentDraft> edit)
    {
        if (string.IsNullOrEmpty(_mention)) return;
        var text = edit.Draft.Text;
        edit.Draft = edit.Draft with { Text = $"{text}{(text.Length == 0 || char.IsWhiteSpace(text[^1]) ? "" : " ")}@{_mention}" };
        _mention = null;
    }

    private async Task SaveAsync()
    {
        if (await _edit!.SaveAsync(d => Edits.SaveAsync(Country, Of, d)) is null) return;
        _edit = null;
        await TryAsync(async () => _comments = await Edits.ListAsync(Country, Of));
    }

    private Task ResolveAsync(CommentRow comment) => TryAsync(async () =>
    {
        await Edits.ResolveAsync(Country, comment, isResolved: comment.ResolvedAt is null);
        _comments = await Edits.ListAsync(Country, Of);
    });

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            _failed = false;
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            _failed = true;
        }
    }
}
