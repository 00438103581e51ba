using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Monitoring.Data;
using Monitoring.Web.Comments;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Evidence;

/// <summary>Links and files of a thing: listed, added, taken off.</summary>
public sealed partial class EvidencePanel
{
    private IReadOnlyList<EvidenceRow> _rows = [];
    private IReadOnlyList<EvidenceRow>? _given;
    private Edit<EvidenceRow, EvidenceDraft>? _edit;
    private Problem? _problem;
    private string? _told;
    private bool _isTaking;

    [Parameter, EditorRequired] public CountryCode Country { get; set; }
    [Parameter, EditorRequired] public Thing Of { get; set; } = default!;
    [Parameter, EditorRequired] public bool MayEdit { get; set; }

    /// <summary>What the page has read already.</summary>
    [Parameter, EditorRequired] public IEnumerable<EvidenceRow> Rows { get; set; } = [];

    [Parameter] public EventCallback<Done> OnDone { get; set; }

    private string FormId => "evidence-" + Of.Label;

    protected override void OnParametersSet()
    {
        var given = Rows as IReadOnlyList<EvidenceRow> ?? [.. Rows];
        if (_given is null || !given.SequenceEqual(_given)) (_given, _rows) = (given, given);
    }

    private static Edit<EvidenceRow, EvidenceDraft> New() => new(null, new EvidenceDraft());

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        _problem = null;
        if (_edit is not { } edit) return;
        if (chosen.File.Size > FileStore.Largest)
        {
            _problem = new Problem("File", "FileTooLarge", FileStore.Largest / 1024 / 1024);
            return;
        }
        _isTaking = true;
        try
        {
            await using var content = chosen.File.OpenReadStream(FileStore.Largest);
            var (file, problem) = await Edits.TakeAsync(content, chosen.File.Name);
            _problem = problem;
            if (file is null) return;
            edit.Draft = edit.Draft with
            {
                Address = null,
                FileHash = file.Hash,
                FileName = file.Name,
                MediaType = file.MediaType,
                FileBytes = file.Bytes,
                Title = edit.Draft.Title.Length > 0 ? edit.Draft.Title : Path.GetFileNameWithoutExtension(file.Name),
            };
        }
        catch (IOException)
        {
            _problem = new Problem("File", "FileNotTaken");
        }
        finally
        {
            _isTaking = false;
        }
    }

    private async Task SaveAsync()
    {
        if (await _edit!.SaveAsync(d => Edits.AddAsync(Country, Of, d)) is not { } added) return;
        _edit = null;
        _rows = await Edits.ListAsync(Country, Of);
        await OnDone.InvokeAsync(new Done(T["Added", added.Title], async () => (await Edits.RetireAsync(Country, Of, added)).Ok));
    }

    private async Task RetireAsync(EvidenceRow row)
    {
        _told = null;
        try
        {
            var saved = await Edits.RetireAsync(Country, Of, row);
            _rows = await Edits.ListAsync(Country, Of);
            if (saved is { Ok: true, Row: { } retired })
                await OnDone.InvokeAsync(new Done(T["TakenOff", row.Title], async () => (await Edits.RestoreAsync(Country, Of, retired)).Ok));
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            _told = T["NotDone"];
        }
    }

    private static string Size(long bytes) => bytes >= 1024 * 1024
        ? (bytes / 1024d / 1024d).ToString("0.0", CultureInfo.CurrentCulture) + " MB"
        : Math.Max(1, bytes / 1024).ToString(CultureInfo.CurrentCulture) + " KB";
}
