using System.Globalization;
using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Countries;

/// <summary>A page of a country's workspace. The country comes from the address and from nowhere else.</summary>
public abstract class CountryPage : ComponentBase
{
    [Parameter] public string Country { get; set; } = "";

    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    protected CountryCode Here => CountryCode.Parse(Country, CultureInfo.InvariantCulture);

    /// <summary>The address of a place in this country: <c>At("next-steps")</c>.</summary>
    protected string At(string path) => $"/{Here.Slug}/{path}";

    /// <summary>
    /// Asks a question for the page. What the gate refuses, what is not there (null) and a choice that is not offered all lead to the
    /// same page, the one for what does not exist.
    /// </summary>
    protected async Task<Load<T>> AskAsync<T>(Func<Task<T?>> question) where T : class
    {
        var answer = await Load.Of(question);
        switch (answer)
        {
            case Load<T?>.Ready { Value: { } value }:
                return Load.Ready(value);
            case Load<T?>.Failed { Why: not (AccessRefusedException or UnknownChoiceException) } failed:
                return new Load<T>.Failed(failed.Why);
            default:
                Navigation.NotFound();
                return Load.Waiting<T>();
        }
    }

    /// <summary>A word of the address as a value; null when the address says nothing.</summary>
    /// <exception cref="UnknownChoiceException">A word that is not offered.</exception>
    protected static TEnum? Choice<TEnum>(string? word, string what) where TEnum : struct, Enum =>
        string.IsNullOrEmpty(word) ? null
        : Enum.TryParse<TEnum>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0]) ? value
        : throw new UnknownChoiceException(what, word);

    /// <summary>The page number of the address, from 1.</summary>
    protected static int PageOf(string? page) => page is null ? 1
        : int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= LastPage ? number : throw new UnknownChoiceException("page", page);

    // No list is that long; a number that is longer is no page.
    private const int LastPage = 1_000_000;
}
