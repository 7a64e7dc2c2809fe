namespace Playbooks.Language;

/// <summary>A rule of the language. Each has one instance, a static property of this class, so that an id is written once.</summary>
public sealed partial class Rule
{
    private const string HelpRoot = "https://github.com/playbooks-dev/playbooks/blob/main/docs/diagnostics/";

    private Rule(string id, FindingSeverity severity, string title)
    {
        Id = id;
        Severity = severity;
        Title = title;
        Entries.Add(this);
    }

    /// <summary>The id, such as <c>PB0101</c>.</summary>
    public string Id { get; }

    /// <summary>How bad a violation is, unless the project says otherwise.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>The rule in a few words.</summary>
    public string Title { get; }

    /// <summary>Whether a comment or a project may switch the rule off; false where that would hide that a file was not read.</summary>
    public bool CanBeSwitchedOff { get; private init; } = true;

    /// <summary>Whether a playbook that switches this error off runs as it is written: no part of it had to be left out.</summary>
    public bool LeavesRunnable { get; private init; }

    /// <summary>The address of the rule's page in the documentation.</summary>
    public string HelpLink => HelpRoot + Id + ".md";

    /// <summary>The rule's id.</summary>
    public override string ToString() => Id;
}

/// <summary>How bad a violation of a rule is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>A mistake.</summary>
    Error,
}
