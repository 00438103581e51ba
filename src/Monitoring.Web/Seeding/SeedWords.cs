using System.Globalization;
using Monitoring.Data;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using Mark = Monitoring.Data.Mark;

namespace Monitoring.Web.Seeding;

/// <summary>
/// Values that the files write as words: members of an enum (<c>not assessed</c>, <c>special_measures</c>), a mark by its letter, a
/// country, a date, a ratio. An unknown word is refused with its line.
/// </summary>
internal sealed class SeedWords : IYamlTypeConverter
{
    private static readonly IReadOnlyDictionary<string, Mark> Letters = new Dictionary<string, Mark>(StringComparer.Ordinal)
    {
        ["S"] = Mark.Stated,
        ["D"] = Mark.Derived,
        ["I"] = Mark.Inferred,
        ["X"] = Mark.Illustrative,
    };

    public bool Accepts(Type type) => Plain(type) is { } t && (t.IsEnum || t == typeof(CountryCode) || t == typeof(DateOnly) || t == typeof(Ratio));

    public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        var scalar = parser.Consume<Scalar>();
        if (scalar.Style is ScalarStyle.Plain && scalar.Value is "" or "null" or "~")
            return Nullable.GetUnderlyingType(type) is not null ? null : throw Refused(scalar, "A value is missing.");
        return Read(scalar, Plain(type));
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();

    private static object Read(Scalar scalar, Type type)
    {
        var text = scalar.Value;
        if (type == typeof(Mark))
            return Letters.TryGetValue(text, out var mark) ? mark : throw Refused(scalar, $"'{text}' is no mark. It is S, D, I or X.");
        if (type == typeof(CountryCode))
            return CountryCode.TryParse(text, out var country) ? country : throw Refused(scalar, $"'{text}' is no country.");
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw Refused(scalar, $"'{text}' is no date (2021-06-30).");
        if (type == typeof(Ratio))
            return Ratio.TryParse(text, out var ratio) ? ratio : throw Refused(scalar, $"'{text}' is no ratio (17/38).");
        foreach (var member in Enum.GetValues(type))
            if (Spelling(member.ToString()!) == text.Replace('_', ' ')) return member;
        throw Refused(scalar, $"'{text}' is no {type.Name}.");
    }

    // SpecialMeasures is written "special measures" or "special_measures".
    private static string Spelling(string member) =>
        string.Concat(member.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static YamlException Refused(Scalar scalar, string why) => new(scalar.Start, scalar.End, why);
}

/// <summary>A ratio as the source file writes it: <c>6/7</c>.</summary>
public readonly record struct Ratio(int Numerator, int Denominator)
{
    public static bool TryParse(string text, out Ratio ratio)
    {
        var parts = text.Split('/');
        var top = 0;
        var bottom = 0;
        var is2 = parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out top)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out bottom);
        ratio = new Ratio(top, bottom);
        return is2;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
