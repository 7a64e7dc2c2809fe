using Playbooks.Language.Grammar;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Counts the steps of a file while it is read: those of the playbook's own lists, and those of lists inside steps.</summary>
/// <param name="listKeys">The keys under which steps hold lists of steps.</param>
internal sealed class StepCounter(IReadOnlyCollection<string> listKeys)
{
    private readonly HashSet<SequenceNode> lists = [];

    /// <summary>The steps that were read so far.</summary>
    public int Count { get; private set; }

    /// <summary>Registers a list when it begins. Of equal keys in one mapping only the first contains steps.</summary>
    /// <param name="list">The list.</param>
    /// <param name="key">The key of the list.</param>
    /// <param name="open">The nodes that contain it, the innermost first.</param>
    public void Begin(SequenceNode list, YamlNode? key, Stack<YamlNode> open)
    {
        if (key is not ScalarNode { Value: var name } || open.Peek() is not MappingNode owner || owner.Find(name) is not null)
        {
            return;
        }

        if (open.Count == 1 ? name == PlaybookKeys.Steps.Name || name == PlaybookKeys.Finally.Name : listKeys.Contains(name) && open.ElementAt(1) is SequenceNode outer && lists.Contains(outer))
        {
            lists.Add(list);
        }
    }

    /// <summary>Whether an item of this list is a step.</summary>
    public bool IsList(SequenceNode list) => lists.Contains(list);

    /// <summary>Counts an item of a list.</summary>
    public void Add(SequenceNode list) => Count += IsList(list) ? 1 : 0;
}
