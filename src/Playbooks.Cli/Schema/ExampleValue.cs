using System.Globalization;
using System.Text.Json.Nodes;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.Schema;

/// <summary>The value of an example of the grammar, which is written in YAML, as JSON.</summary>
internal static class ExampleValue
{
    /// <summary>Returns the value.</summary>
    /// <param name="yaml">The example.</param>
    public static JsonNode? Parse(string yaml) => Convert(YamlLoader.Load(yaml, new SourceLines(yaml), CancellationToken.None).Root);

    private static JsonNode? Convert(YamlNode? node) => node switch
    {
        MappingNode mapping => new JsonObject(mapping.Entries.Select(static entry => KeyValuePair.Create(((ScalarNode)entry.Key).Value, Convert(entry.Value)))),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(Convert)]),
        ScalarNode { IsPlain: true, Value: "true" or "false" } flag => flag.Value == "true",
        ScalarNode { IsPlain: true } number when int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        ScalarNode scalar => scalar.Value,
        _ => null,
    };
}
