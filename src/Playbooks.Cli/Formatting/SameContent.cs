using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.Formatting;

/// <summary>Compares what two documents say.</summary>
internal static class SameContent
{
    /// <summary>Determines whether two nodes have the same keys, items, and texts, written in the same styles, in the same order.</summary>
    public static bool AreSame(YamlNode? left, YamlNode? right) => (left, right) switch
    {
        (null, null) => true,
        (ScalarNode one, ScalarNode other) => one.Value == other.Value && one.Style == other.Style,
        (MappingNode one, MappingNode other) => one.Entries.Count == other.Entries.Count
            && one.Entries.Zip(other.Entries).All(static pair => AreSame(pair.First.Key, pair.Second.Key) && AreSame(pair.First.Value, pair.Second.Value)),
        (SequenceNode one, SequenceNode other) => one.Items.Count == other.Items.Count
            && one.Items.Zip(other.Items).All(static pair => AreSame(pair.First, pair.Second)),
        _ => false,
    };
}
