using System.Diagnostics.CodeAnalysis;

namespace Monitoring.Data;

/// <summary>The key of a country: ISO 3166-1 alpha-3, upper case (<c>HND</c>). Upper-cased once, here.</summary>
public readonly record struct CountryCode : IParsable<CountryCode>
{
    private readonly string? _value;

    private CountryCode(string value) => _value = value;

    /// <summary>The three upper-case letters.</summary>
    /// <exception cref="InvalidOperationException">The code was never set; fails closed.</exception>
    public string Value => _value ?? throw new InvalidOperationException("No country was given.");

    /// <summary>As it stands in an address: <c>hnd</c>.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "Addresses are lower case.")]
    public string Slug => Value.ToLowerInvariant();

    /// <summary>The code of <paramref name="s"/> (any case).</summary>
    /// <exception cref="FormatException">Not three ASCII letters.</exception>
    public static CountryCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException("A country code has three letters.");

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out CountryCode)"/>
    public static bool TryParse(string? s, out CountryCode result) => TryParse(s, null, out result);

    /// <summary>False unless <paramref name="s"/> is three ASCII letters. Says nothing about whether the country is here.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out CountryCode result)
    {
        if (s is { Length: 3 } && s.All(char.IsAsciiLetter))
        {
            result = new CountryCode(s.ToUpperInvariant());
            return true;
        }
        result = default;
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";
}
