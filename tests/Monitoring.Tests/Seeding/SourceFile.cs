using Monitoring.Web.Seeding;
using YamlDotNet.RepresentationModel;

namespace Monitoring.Tests.Seeding;

/// <summary>The data file as YAML and nothing more: no record of the loader stands between it and a test.</summary>
internal static class SourceFile
{
    private static readonly Lazy<YamlMappingNode> Read = new(() =>
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(SeedFile.Text(ReportFile.Name)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    });

    public static YamlMappingNode Root => Read.Value;

    public static IEnumerable<YamlMappingNode> Maps(this YamlNode node, string key) => node.List(key).OfType<YamlMappingNode>();

    public static IEnumerable<YamlNode> List(this YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var found) && found is YamlSequenceNode list ? list.Children : [];

    public static YamlMappingNode? Map(this YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var found) ? found as YamlMappingNode : null;

    /// <summary>The scalar under a key; null where it is not there or says null.</summary>
    public static string? Text(this YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var found) && found is YamlScalarNode { Value: not ("null" or "" or null) } scalar
            ? scalar.Value
            : null;

    /// <summary>Every scalar that is no key, with the path to it.</summary>
    public static IEnumerable<(string Path, string Value)> Leaves(YamlNode node, string path = "") => node switch
    {
        YamlScalarNode { Value: null or "" or "null" } => [],
        YamlScalarNode scalar => [(path, scalar.Value)],
        YamlSequenceNode list => list.Children.SelectMany((c, i) => Leaves(c, $"{path}[{i}]")),
        YamlMappingNode map => map.Children.SelectMany(c => Leaves(c.Value, $"{path}/{((YamlScalarNode)c.Key).Value}")),
        _ => throw new InvalidOperationException($"{path} is no YAML that this file uses."),
    };
}
