using System.Text.Json;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.Tests.Schema;

/// <summary>YAML as an editor's validator sees it: plain scalars by the core schema.</summary>
internal static class YamlJson
{
    public static JsonElement Parse(string yaml)
    {
        var text = Convert(YamlLoader.Load(yaml, new SourceLines(yaml), CancellationToken.None).Root);
        using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = true });
        return document.RootElement.Clone();
    }

    private static string Convert(YamlNode? node) => node switch
    {
        MappingNode mapping => "{" + string.Join(',', mapping.Entries.Select(entry => $"{Text(entry.Key)}:{Convert(entry.Value)}")) + "}",
        SequenceNode sequence => "[" + string.Join(',', sequence.Items.Select(Convert)) + "]",
        ScalarNode { IsEmpty: true } => "null",
        ScalarNode { IsPlain: true } plain when CoreSchema.ToJson(plain.Value) is { Problem: null } value => value.Json,
        _ => Text(node),
    };

    private static string Text(YamlNode? node) => JsonSerializer.Serialize((node as ScalarNode)?.Value);
}
