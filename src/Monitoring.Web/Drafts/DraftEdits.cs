using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Drafts;

/// <summary>The drafts of an open form. Forms outside a country keep none.</summary>
public sealed class DraftEdits(KeepDraft keep, ThrowAwayDraft throwAway, NavigationManager navigation, Caller caller)
{
    private readonly HashSet<Guid> _kept = [];

    /// <summary>Keeps what stands in a field; true when it is kept now.</summary>
    public async Task<bool> KeepAsync(Edit edit, string form, string label, string field, string typed)
    {
        if (DraftPlace.Of(navigation) is not { } here) return false;
        _kept.Add(edit.Operation);
        return await keep.RunAsync(here.Country, new FieldDraft
        {
            OperationId = edit.Operation,
            Field = field,
            Form = form,
            Place = DraftPlace.Of(here.Place, edit.Query),
            Label = label,
            SubjectId = edit.SubjectId,
            SeenVersion = edit.SeenVersion,
            BeforeText = edit.BeforeOf(field),
            Typed = typed,
        }) is not null;
    }

    /// <summary>What drafts.js writes beside a text that it holds until the server has it: whose, and to which form it belongs.</summary>
    public string? LabelOf(Edit edit, string form, string label) => DraftPlace.Of(navigation) is { } here && caller.PersonId is { } person
        ? JsonSerializer.Serialize(new
        {
            person,
            country = here.Country.Value,
            operation = edit.Operation,
            place = DraftPlace.Of(here.Place, edit.Query),
            form,
            label,
            subject = edit.SubjectId,
            seen = edit.SeenVersion,
        })
        : null;

    /// <summary>Saved or cancelled. A database that does not answer now keeps the draft, which is then offered once too often.</summary>
    public async Task ForgetAsync(Edit edit)
    {
        if (DraftPlace.Of(navigation) is not { } here || !(_kept.Remove(edit.Operation) | edit.IsTakenUp)) return;
        try
        {
            await throwAway.RunAsync(here.Country, edit.Operation);
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            return;
        }
    }
}
