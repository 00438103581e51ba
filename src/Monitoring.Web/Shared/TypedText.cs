using System.Globalization;
using System.Reflection;

namespace Monitoring.Web.Shared;

/// <summary>Values of a form as the text that its fields hold, and back.</summary>
public static class TypedText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        Enum word => word.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>Puts a text into a property of that name. What is no such property, or no value of it, leaves it as it is.</summary>
    public static void Put(object target, string name, string? text)
    {
        if (target.GetType().GetProperty(name) is not { CanWrite: true } property) return;
        if (property.PropertyType == typeof(string))
            property.SetValue(target, TextRules.Clean(text) ?? (IsRequired(property) ? "" : null));
        else if (string.IsNullOrWhiteSpace(text))
        {
            if (Nullable.GetUnderlyingType(property.PropertyType) is not null) property.SetValue(target, null);
        }
        else if (Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, text.Trim()) is { } value)
        {
            property.SetValue(target, value);
        }
    }

    private static object? Value(Type type, string text)
    {
        if (type.IsEnum) return Enum.TryParse(type, text, out var word) && Enum.IsDefined(type, word) ? word : null;
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (type == typeof(bool)) return bool.TryParse(text, out var yes) ? yes : null;
        if (type == typeof(Guid)) return Guid.TryParse(text, out var id) ? id : null;
        // A whole number reads the same everywhere; one with a decimal mark is read by its own field, in the reader's language.
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        if (type == typeof(decimal)) return number;
        if (type == typeof(int)) return number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;
        if (type == typeof(long)) return number == Math.Truncate(number) && Math.Abs(number) <= long.MaxValue ? (long)number : null;
        return null;
    }

    private static bool IsRequired(PropertyInfo property) => new NullabilityInfoContext().Create(property).WriteState is NullabilityState.NotNull;
}
