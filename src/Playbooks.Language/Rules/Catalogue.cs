namespace Playbooks.Language.Rules;

/// <summary>Every finding that there is; the compiler, the command line, editors and the documentation read it from here.</summary>
public static class Catalogue
{
    private const string HelpRoot = "https://github.com/playbooks-dev/playbooks/blob/main/docs/diagnostics/";

    /// <summary>All findings, by rising id.</summary>
    public static EquatableArray<FindingDefinition> All { get; } = new(
    [
        new("PB0001", FindingSeverity.Error, "The YAML cannot be read", CanBeSwitchedOff: false),
        new("PB0002", FindingSeverity.Error, "Unknown key") { LeavesRunnable = true },
        new("PB0003", FindingSeverity.Error, "A required key is missing"),
        new("PB0004", FindingSeverity.Error, "A value has the wrong kind"),
        new("PB0005", FindingSeverity.Error, "The same key twice") { LeavesRunnable = true },
        new("PB0006", FindingSeverity.Error, "Two playbooks have one id or class name"),
        new("PB0007", FindingSeverity.Error, "Not a valid id or name") { LeavesRunnable = true },
        new("PB0008", FindingSeverity.Error, "Over a limit of the language"),
        new("PB0009", FindingSeverity.Error, "A number out of its range"),
        new("PB0010", FindingSeverity.Error, "Two steps have one id or class name"),
        new("PB0011", FindingSeverity.Warning, "A text is cut by a comment"),
        new("PB0101", FindingSeverity.Error, "Undefined placeholder in failure_message") { LeavesRunnable = true },
        new("PB0102", FindingSeverity.Error, "Undefined placeholder") { LeavesRunnable = true },
        new("PB0103", FindingSeverity.Error, "The value is stored only later"),
        new("PB0104", FindingSeverity.Warning, "A parameter is never used"),
        new("PB0105", FindingSeverity.Error, "Two parameters have one name"),
        new("PB0106", FindingSeverity.Error, "The name of a stored value is taken"),
        new("PB0107", FindingSeverity.Error, "Unknown format of a placeholder") { LeavesRunnable = true },
        new("PB0108", FindingSeverity.Error, "Malformed placeholder in failure_message") { LeavesRunnable = true },
        new("PB0109", FindingSeverity.Error, "A secret where it would be shown") { LeavesRunnable = true },
        new("PB0110", FindingSeverity.Warning, "A placeholder in a script"),
        new("PB0112", FindingSeverity.Error, "A literal where a secret belongs"),
        new("PB0113", FindingSeverity.Error, "A placeholder of another tool") { LeavesRunnable = true },
        new("PB0201", FindingSeverity.Error, "Unknown action"),
        new("PB0202", FindingSeverity.Error, "The action lacks something"),
        new("PB0203", FindingSeverity.Error, "The action takes no such thing") { LeavesRunnable = true },
        new("PB0204", FindingSeverity.Error, "The value of a param is not allowed"),
        new("PB0205", FindingSeverity.Error, "Not a URL") { LeavesRunnable = true },
        new("PB0206", FindingSeverity.Error, "The action gives nothing to store"),
        new("PB0207", FindingSeverity.Error, "The file to upload does not exist"),
        new("PB0301", FindingSeverity.Error, "The syntax of a selector is wrong") { LeavesRunnable = true },
        new("PB0302", FindingSeverity.Warning, "A selector stands twice in one chain"),
        new("PB0303", FindingSeverity.Info, "A brittle selector"),
        new("PB0401", FindingSeverity.Warning, "verify expects nothing"),
        new("PB0402", FindingSeverity.Warning, "Nothing checks the last change of the page"),
        new("PB0403", FindingSeverity.Warning, "A recovery would pass unchecked"),
        new("PB0404", FindingSeverity.Warning, "An expectation that always holds"),
        new("PB0405", FindingSeverity.Info, "Nothing has seen what is expected to be gone"),
        new("PB0501", FindingSeverity.Error, "The pattern is no regular expression"),
        new("PB0502", FindingSeverity.Error, "A default or choice does not fit"),
        new("PB0503", FindingSeverity.Error, "inject_into leads nowhere"),
        new("PB0601", FindingSeverity.Error, "The guardrails block this URL") { LeavesRunnable = true },
        new("PB0701", FindingSeverity.Error, "A case lacks a required parameter"),
        new("PB0702", FindingSeverity.Error, "A case names something unknown"),
        new("PB0703", FindingSeverity.Error, "A case's value does not fit"),
        new("PB0704", FindingSeverity.Error, "Two cases have one name"),
        new("PB0901", FindingSeverity.Error, "Something went wrong in the tool", CanBeSwitchedOff: false),
    ]);

    /// <summary>The finding with this id; null: there is none.</summary>
    public static FindingDefinition? Find(string id) => All.FirstOrDefault(definition => definition.Id == id);

    /// <summary>Where a finding's page is.</summary>
    public static string HelpLink(string id) => HelpRoot + id + ".md";
}

/// <summary>What is known of a finding before it is found.</summary>
/// <param name="Id">Such as <c>PB0101</c>; never used again for another.</param>
/// <param name="Severity">How bad it is, unless the project says otherwise.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="CanBeSwitchedOff">False for what would hide that the file was not read.</param>
public sealed record FindingDefinition(string Id, FindingSeverity Severity, string Title, bool CanBeSwitchedOff = true)
{
    /// <summary>
    /// Whether a playbook in which this error is switched off runs as it is written: nothing of it had to be left out.
    /// </summary>
    public bool LeavesRunnable { get; init; }
}

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>A mistake.</summary>
    Error,
}
