using Monitoring.Data;
using Monitoring.Web.Access;

namespace Monitoring.Web.Evidence;

/// <summary>A stored file, for those who read the country; always as a download, never shown in the page's own origin.</summary>
public sealed class DownloadEvidence(Gate gate, FileStore files)
{
    /// <summary>Null where no such file is, in this country.</summary>
    public async Task<(EvidenceRow Row, Stream Content)?> RunAsync(CountryCode country, Guid id, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.OneAsync<EvidenceRow>(EvidenceRow.One, new { Id = id }, ct) is { RetiredAt: null, FileHash: { } hash } row && files.Open(hash) is { } content
            ? (row, content)
            : null;
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{Country}/evidence/{Id:guid}", async (string country, Guid id, DownloadEvidence download, CancellationToken ct) =>
            await download.RunAsync(CountryCode.Parse(country, null), id, ct) is { } found
                // A name for the download is what makes the answer an attachment.
                ? Results.File(found.Content, found.Row.MediaType, found.Row.FileName)
                : Results.NotFound()).For(May.ReadCountry);
}
