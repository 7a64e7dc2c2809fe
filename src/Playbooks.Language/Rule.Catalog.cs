namespace Playbooks.Language;

/// <content>The catalog: one entry for each rule, by rising id. An id is never used again for another rule.</content>
public sealed partial class Rule
{
    // The entries register themselves, in the order of the text; so this list stands before them.
    private static readonly List<Rule> Entries = [];

    /// <summary>PB0001: the YAML cannot be read.</summary>
    public static Rule UnreadableYaml { get; } = new("PB0001", FindingSeverity.Error, "The YAML cannot be read") { CanBeSwitchedOff = false };

    /// <summary>PB0002: unknown key.</summary>
    public static Rule UnknownKey { get; } = new("PB0002", FindingSeverity.Error, "Unknown key") { LeavesRunnable = true };

    /// <summary>PB0003: a required key is missing.</summary>
    public static Rule MissingKey { get; } = new("PB0003", FindingSeverity.Error, "A required key is missing");

    /// <summary>PB0004: a value has the wrong kind.</summary>
    public static Rule WrongKind { get; } = new("PB0004", FindingSeverity.Error, "A value has the wrong kind");

    /// <summary>PB0005: the same key twice.</summary>
    public static Rule RepeatedKey { get; } = new("PB0005", FindingSeverity.Error, "The same key twice") { LeavesRunnable = true };

    /// <summary>PB0006: two playbooks have one id or class name.</summary>
    public static Rule DuplicatePlaybook { get; } = new("PB0006", FindingSeverity.Error, "Two playbooks have one id or class name");

    /// <summary>PB0007: not a valid id or name.</summary>
    public static Rule InvalidName { get; } = new("PB0007", FindingSeverity.Error, "Not a valid id or name") { LeavesRunnable = true };

    /// <summary>PB0008: over a limit of the language.</summary>
    public static Rule OverLimit { get; } = new("PB0008", FindingSeverity.Error, "Over a limit of the language");

    /// <summary>PB0009: a number out of its range.</summary>
    public static Rule OutOfRange { get; } = new("PB0009", FindingSeverity.Error, "A number out of its range");

    /// <summary>PB0010: two steps have one id or class name.</summary>
    public static Rule DuplicateStep { get; } = new("PB0010", FindingSeverity.Error, "Two steps have one id or class name");

    /// <summary>PB0011: a text is cut by a comment.</summary>
    public static Rule TextCutByComment { get; } = new("PB0011", FindingSeverity.Warning, "A text is cut by a comment");

    /// <summary>PB0101: undefined placeholder in failure_message.</summary>
    public static Rule UndefinedInFailureMessage { get; } = new("PB0101", FindingSeverity.Error, "Undefined placeholder in failure_message") { LeavesRunnable = true };

    /// <summary>PB0102: undefined placeholder.</summary>
    public static Rule UndefinedPlaceholder { get; } = new("PB0102", FindingSeverity.Error, "Undefined placeholder") { LeavesRunnable = true };

    /// <summary>PB0103: the value is stored only later.</summary>
    public static Rule StoredLater { get; } = new("PB0103", FindingSeverity.Error, "The value is stored only later");

    /// <summary>PB0104: a parameter is never used.</summary>
    public static Rule UnusedParameter { get; } = new("PB0104", FindingSeverity.Warning, "A parameter is never used");

    /// <summary>PB0105: two parameters have one name.</summary>
    public static Rule DuplicateParameter { get; } = new("PB0105", FindingSeverity.Error, "Two parameters have one name");

    /// <summary>PB0106: the name of a stored value is taken.</summary>
    public static Rule StoredNameTaken { get; } = new("PB0106", FindingSeverity.Error, "The name of a stored value is taken");

    /// <summary>PB0107: unknown format of a placeholder.</summary>
    public static Rule UnknownFormat { get; } = new("PB0107", FindingSeverity.Error, "Unknown format of a placeholder") { LeavesRunnable = true };

    /// <summary>PB0108: malformed placeholder in failure_message.</summary>
    public static Rule MalformedPlaceholder { get; } = new("PB0108", FindingSeverity.Error, "Malformed placeholder in failure_message") { LeavesRunnable = true };

    /// <summary>PB0109: a secret where it would be shown.</summary>
    public static Rule SecretShown { get; } = new("PB0109", FindingSeverity.Error, "A secret where it would be shown") { LeavesRunnable = true };

    /// <summary>PB0110: a placeholder in a script.</summary>
    public static Rule PlaceholderInScript { get; } = new("PB0110", FindingSeverity.Warning, "A placeholder in a script");

    /// <summary>PB0112: a literal where a secret belongs.</summary>
    public static Rule SecretInFile { get; } = new("PB0112", FindingSeverity.Error, "A literal where a secret belongs");

    /// <summary>PB0113: a placeholder of another tool.</summary>
    public static Rule ForeignPlaceholder { get; } = new("PB0113", FindingSeverity.Error, "A placeholder of another tool") { LeavesRunnable = true };

    /// <summary>PB0201: unknown action.</summary>
    public static Rule UnknownAction { get; } = new("PB0201", FindingSeverity.Error, "Unknown action");

    /// <summary>PB0202: the action lacks something.</summary>
    public static Rule IncompleteAction { get; } = new("PB0202", FindingSeverity.Error, "The action lacks something");

    /// <summary>PB0203: the action takes no such thing.</summary>
    public static Rule NotApplicable { get; } = new("PB0203", FindingSeverity.Error, "The action takes no such thing") { LeavesRunnable = true };

    /// <summary>PB0204: the value of a param is not allowed.</summary>
    public static Rule InvalidParam { get; } = new("PB0204", FindingSeverity.Error, "The value of a param is not allowed");

    /// <summary>PB0205: not a URL.</summary>
    public static Rule InvalidUrl { get; } = new("PB0205", FindingSeverity.Error, "Not a URL") { LeavesRunnable = true };

    /// <summary>PB0206: the action gives nothing to store.</summary>
    public static Rule NothingToStore { get; } = new("PB0206", FindingSeverity.Error, "The action gives nothing to store");

    /// <summary>PB0207: the file to upload does not exist.</summary>
    public static Rule MissingUpload { get; } = new("PB0207", FindingSeverity.Error, "The file to upload does not exist");

    /// <summary>PB0301: the syntax of a selector is wrong.</summary>
    public static Rule InvalidSelector { get; } = new("PB0301", FindingSeverity.Error, "The syntax of a selector is wrong") { LeavesRunnable = true };

    /// <summary>PB0302: a selector stands twice in one chain.</summary>
    public static Rule RepeatedSelector { get; } = new("PB0302", FindingSeverity.Warning, "A selector stands twice in one chain");

    /// <summary>PB0303: a brittle selector.</summary>
    public static Rule BrittleSelector { get; } = new("PB0303", FindingSeverity.Info, "A brittle selector");

    /// <summary>PB0401: verify expects nothing.</summary>
    public static Rule EmptyVerify { get; } = new("PB0401", FindingSeverity.Warning, "verify expects nothing");

    /// <summary>PB0402: nothing checks the last change of the page.</summary>
    public static Rule UncheckedChange { get; } = new("PB0402", FindingSeverity.Warning, "Nothing checks the last change of the page");

    /// <summary>PB0403: a recovery would pass unchecked.</summary>
    public static Rule UncheckedRecovery { get; } = new("PB0403", FindingSeverity.Warning, "A recovery would pass unchecked");

    /// <summary>PB0404: an expectation that always holds.</summary>
    public static Rule AlwaysHolds { get; } = new("PB0404", FindingSeverity.Warning, "An expectation that always holds");

    /// <summary>PB0405: nothing has seen what is expected to be gone.</summary>
    public static Rule NeverSeen { get; } = new("PB0405", FindingSeverity.Info, "Nothing has seen what is expected to be gone");

    /// <summary>PB0501: the pattern is no regular expression.</summary>
    public static Rule InvalidPattern { get; } = new("PB0501", FindingSeverity.Error, "The pattern is no regular expression");

    /// <summary>PB0502: a default or choice does not fit.</summary>
    public static Rule InvalidDefault { get; } = new("PB0502", FindingSeverity.Error, "A default or choice does not fit");

    /// <summary>PB0503: inject_into leads nowhere.</summary>
    public static Rule InvalidInjection { get; } = new("PB0503", FindingSeverity.Error, "inject_into leads nowhere");

    /// <summary>PB0601: the guardrails block this URL.</summary>
    public static Rule BlockedUrl { get; } = new("PB0601", FindingSeverity.Error, "The guardrails block this URL") { LeavesRunnable = true };

    /// <summary>PB0701: a case lacks a required parameter.</summary>
    public static Rule MissingCaseParameter { get; } = new("PB0701", FindingSeverity.Error, "A case lacks a required parameter");

    /// <summary>PB0702: a case names something unknown.</summary>
    public static Rule UnknownCaseName { get; } = new("PB0702", FindingSeverity.Error, "A case names something unknown");

    /// <summary>PB0703: a case's value does not fit.</summary>
    public static Rule InvalidCaseValue { get; } = new("PB0703", FindingSeverity.Error, "A case's value does not fit");

    /// <summary>PB0704: two cases have one name.</summary>
    public static Rule DuplicateCase { get; } = new("PB0704", FindingSeverity.Error, "Two cases have one name");

    /// <summary>PB0901: something went wrong in the tool.</summary>
    public static Rule ToolFailure { get; } = new("PB0901", FindingSeverity.Error, "Something went wrong in the tool") { CanBeSwitchedOff = false };

    /// <summary>All rules, by rising id; the compiler, the command line, editors and the documentation read them from here.</summary>
    public static IReadOnlyList<Rule> All => Entries;

    /// <summary>Finds a rule.</summary>
    /// <param name="id">Its id, such as <c>PB0101</c>.</param>
    /// <returns>The rule; null: there is none with this id.</returns>
    public static Rule? Find(string id) => Entries.FirstOrDefault(rule => rule.Id == id);
}
