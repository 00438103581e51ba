using System.Globalization;
using Microsoft.AspNetCore.Components;
using Monitoring.Data;

namespace Monitoring.Web.Drafts;

/// <summary>Where somebody types: the country of the address and the page behind it.</summary>
public static class DraftPlace
{
    // The column's length; a longer address leads to the page without its choice.
    private const int Longest = 400;

    /// <summary>The page with what its address needs to lead back to the form.</summary>
    public static string Of(string page, string? query) => query is null || page.Length + 1 + query.Length > Longest ? page : $"{page}?{query}";

    /// <summary>Null outside every country: nothing is kept there.</summary>
    public static (CountryCode Country, string Place)? Of(NavigationManager navigation)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
        var parts = path.Split('/', 2);
        return CountryCode.TryParse(parts[0], CultureInfo.InvariantCulture, out var country) ? (country, parts.Length == 2 ? parts[1] : "") : null;
    }
}

public static class DraftText
{
    private const int Enough = 280;

    /// <summary>As much of a text as tells a person which it is.</summary>
    public static string Beginning(string text) => text.Length <= Enough ? text : text[..(char.IsHighSurrogate(text[Enough - 1]) ? Enough - 1 : Enough)] + "…";
}
