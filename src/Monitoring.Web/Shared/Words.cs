using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Shared;

/// <summary>The words for values of enumerations, kept once for all rooms: key <c>Enum.Value</c>.</summary>
public sealed class Words;

public static class WordsOf
{
    public static string For<TEnum>(this IStringLocalizer<Words> words, TEnum value) where TEnum : struct, Enum =>
        words[$"{typeof(TEnum).Name}.{value}"];
}
