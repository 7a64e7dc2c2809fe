
using Playbooks.Generated;

namespace Playbooks;

/// <summary>A playbook in a catalogue: what it is, and how to make one from texts. For hosts that start playbooks by name.</summary>
public sealed class PlaybookEntry
{
    private readonly Func<ParameterTexts, Playbook> create;

    private PlaybookEntry(PlaybookInfo info, Func<ParameterTexts, Playbook> create)
    {
        Info = info;
        this.create = create;
    }

    /// <summary>What the playbook is.</summary>
    public PlaybookInfo Info { get; }

    /// <summary>Makes an entry; called by generated code.</summary>
    /// <param name="info">What the playbook is.</param>
    /// <param name="create">Makes the playbook from its parameters' texts.</param>
    public static PlaybookEntry Of(PlaybookInfo info, Func<ParameterTexts, Playbook> create)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(create);
        return new(info, create);
    }

    /// <summary>Makes the playbook from texts.</summary>
    /// <param name="values">The parameters' invariant texts by name; a list as a JSON array, or its items between commas.</param>
    /// <exception cref="ArgumentException">A name is unknown, a required value is missing, or a text does not fit its parameter.</exception>
    public Playbook Create(IReadOnlyDictionary<string, string> values) => create(new ParameterTexts(Info, values));

    /// <summary>Judges values before a playbook is made of them; all that is wrong is told at once, as the compiler tells it of a case.</summary>
    /// <param name="values">The same as <see cref="Create"/> takes, which makes a playbook of all that is found to fit here, and of nothing else.</param>
    /// <returns>What is wrong; empty: nothing.</returns>
    public IReadOnlyList<ParameterFinding> Check(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ParameterFindings(Info).Of(values);
    }
}
