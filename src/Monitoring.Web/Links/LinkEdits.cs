using Monitoring.Data;

namespace Monitoring.Web.Links;

/// <summary>What can be done to the links of a fact.</summary>
public sealed class LinkEdits(ListLinks list, AddLink add, RetireLink retire)
{
    public Task<IReadOnlyList<LinkChoice>> ChoicesAsync(CountryCode country) => list.ChoicesAsync(country);

    public Task<Saved<LinkRow>> AddAsync(CountryCode country, LinkDraft draft) => add.RunAsync(country, draft);

    public Task<Saved<LinkRow>> RetireAsync(CountryCode country, LinkRow link) => retire.RunAsync(country, link);

    public Task<Saved<LinkRow>> RestoreAsync(CountryCode country, LinkRow link) => retire.RestoreAsync(country, link);
}
