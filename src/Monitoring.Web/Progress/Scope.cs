using Monitoring.Data;
using Monitoring.Web.Figures;

namespace Monitoring.Web.Progress;

/// <summary>What a reader narrowed the overview to; it lives in the address.</summary>
public sealed record Scope(CountryCode? Country, string? AxisCode)
{
    /// <exception cref="UnknownChoiceException">A country that has published nothing, or an axis that is not one.</exception>
    public static Scope Of(string? country, string? axis, IReadOnlyList<PublishedSnapshot> snapshots, IReadOnlyList<Axis> axes)
    {
        CountryCode? chosen = null;
        if (!string.IsNullOrEmpty(country))
        {
            if (!CountryCode.TryParse(country, out var code) || snapshots.All(s => s.Country != code))
                throw new UnknownChoiceException("country", country);
            chosen = code;
        }
        if (!string.IsNullOrEmpty(axis) && axes.All(a => a.Code != axis)) throw new UnknownChoiceException("axis", axis);
        return new Scope(chosen, string.IsNullOrEmpty(axis) ? null : axis);
    }

    public bool IsAll => Country is null && AxisCode is null;

    public bool Covers(CountryCode country) => Country is null || Country == country;

    public bool Covers(SheetCount row) => Covers(row.Country, row.AxisCode);

    public bool Covers(StatementCount row) => Covers(row.Country, row.AxisCode);

    public bool Covers(PublishedSheet row) => Covers(row.Country, row.AxisCode);

    public bool Covers(CommonAnswer row) => Covers(row.Country);

    public bool Covers(PublishedFigure row) => Covers(row.Country);

    private bool Covers(CountryCode country, string axis) => Covers(country) && (AxisCode is null || AxisCode == axis);

    /// <summary>The address of another choice; null for all.</summary>
    public static string Href(CountryCode? country, string? axis)
    {
        var parts = new[] { country is { } c ? "country=" + c.Slug : null, axis is null ? null : "axis=" + Uri.EscapeDataString(axis) };
        var query = string.Join('&', parts.Where(p => p is not null));
        return query.Length == 0 ? "/progress" : "/progress?" + query;
    }
}
