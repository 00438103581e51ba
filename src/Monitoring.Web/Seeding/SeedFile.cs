using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Monitoring.Web.Seeding;

/// <summary>A data file cannot be read; the message names the file and the line.</summary>
public sealed class SeedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Reads a data file of <c>sql/seed</c> into its records. Strict: a key that no record knows, a key given twice, a missing key and a
/// word that no list knows are refused, so nothing of the file is passed over in silence.
/// </summary>
public static class SeedFile
{
    /// <summary>A file that is built into the program.</summary>
    public static T Read<T>(string name) => Parse<T>(Text(name), name);

    /// <summary>The text of a file that is built into the program.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(SeedFile).Assembly.GetManifestResourceStream("seed/" + name)
            ?? throw new SeedException($"{name} is not built into the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The records of <paramref name="yaml"/>; <paramref name="name"/> is for messages.</summary>
    public static T Parse<T>(string yaml, string name)
    {
        var reader = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithTypeConverter(new SeedWords())
            .WithNodeTypeResolver(new SeedLists())
            .WithDuplicateKeyChecking()
            .WithEnforceRequiredMembers()
            .WithEnforceNullability()
            .Build();
        try
        {
            return reader.Deserialize<T>(yaml);
        }
        catch (YamlException e)
        {
            throw new SeedException($"{name}, line {e.Start.Line}: {Innermost(e)}", e);
        }
    }

    private static string Innermost(Exception e)
    {
        while (e.InnerException is { } inner) e = inner;
        return e.Message;
    }
}

/// <summary>Reads what a record calls a read-only list or dictionary into the ordinary ones.</summary>
internal sealed class SeedLists : INodeTypeResolver
{
    public bool Resolve(NodeEvent? nodeEvent, ref Type currentType)
    {
        if (!currentType.IsGenericType) return false;
        var shape = currentType.GetGenericTypeDefinition();
        if (shape == typeof(IReadOnlyList<>)) currentType = typeof(List<>).MakeGenericType(currentType.GetGenericArguments());
        else if (shape == typeof(IReadOnlyDictionary<,>)) currentType = typeof(Dictionary<,>).MakeGenericType(currentType.GetGenericArguments());
        else return false;
        return true;
    }
}
