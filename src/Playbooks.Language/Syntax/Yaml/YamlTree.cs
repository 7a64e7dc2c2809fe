namespace Playbooks.Language.Syntax.Yaml;

/// <summary>What a text gave: its nodes, and what stopped the reading, if something did.</summary>
/// <param name="Root">The document; null: there is none.</param>
/// <param name="Problem">PB0001 or PB0008; null: the whole text was read.</param>
/// <param name="Scalars">Every scalar in the order of the text.</param>
/// <param name="ReadUpTo">Offset up to which the nodes cover the text.</param>
internal sealed record YamlTree(YamlNode? Root, Finding? Problem, IReadOnlyList<ScalarNode> Scalars, int ReadUpTo)
{
    /// <summary>Offset of the innermost <c>{</c> or <c>[</c> that was open where the reading stopped; -1: there was none.</summary>
    public int Unclosed { get; init; } = -1;
}
