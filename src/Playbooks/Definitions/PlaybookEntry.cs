using Playbooks.Generated;

namespace Playbooks;

/// <summary>Represents a playbook in a catalog: its description, and a way to create it from strings. Intended for hosts that start playbooks by name.</summary>
public sealed class PlaybookEntry
{
    private readonly Func<ParameterTexts, Playbook> create;

    private PlaybookEntry(PlaybookInfo info, Func<ParameterTexts, Playbook> create)
    {
        Info = info;
        this.create = create;
    }

    /// <summary>Gets the description of the playbook.</summary>
    public PlaybookInfo Info { get; }

    /// <summary>Creates an entry. Generated code calls this method.</summary>
    /// <param name="info">The description of the playbook.</param>
    /// <param name="create">Creates the playbook from the values of its parameters, as strings.</param>
    public static PlaybookEntry From(PlaybookInfo info, Func<ParameterTexts, Playbook> create)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(create);
        return new(info, create);
    }

    /// <summary>Creates the playbook from strings.</summary>
    /// <param name="values">The values of the parameters by name, as invariant strings. A list is a JSON array, or its items separated by commas.</param>
    /// <exception cref="ArgumentException">A name is unknown, a required value is missing, or a value is not valid for its parameter.</exception>
    public Playbook Create(IReadOnlyDictionary<string, string> values) => create(new ParameterTexts(Info, values));

    /// <summary>Returns the playbook's own base URL for the given values, or null if it has none. <see cref="RunOptions.BaseUrl"/> takes precedence over it.</summary>
    /// <param name="values">The values as <see cref="Create"/> accepts them.</param>
    /// <exception cref="ArgumentException">A value is not valid, as in <see cref="Create"/>.</exception>
    // A base URL cannot contain built-in values, so the values of a run are not needed.
    public string? GetBaseUrl(IReadOnlyDictionary<string, string> values) => Create(values).ReadBaseUrl(new(string.Empty, string.Empty));

    /// <summary>Validates values before a playbook is created from them. Reports all mistakes at once, with the messages that the compiler reports for a case.</summary>
    /// <param name="values">The values as <see cref="Create"/> accepts them. <see cref="Create"/> succeeds if, and only if, this method reports no mistakes.</param>
    /// <returns>The mistakes, or an empty list.</returns>
    public IReadOnlyList<ParameterFinding> Check(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ParameterFindings(Info).Of(values);
    }
}
