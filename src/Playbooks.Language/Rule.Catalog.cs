namespace Playbooks.Language;

/// <content>The catalog: one entry for each rule, by rising id. An id is never used again for another rule.</content>
public sealed partial class Rule
{
    // The entries add themselves in the order of the text, so this list must come first.
    private static readonly List<Rule> Entries = [];

    /// <summary>PB0001: the YAML cannot be read.</summary>
    public static Rule UnreadableYaml { get; } = new("PB0001", FindingSeverity.Error, "The YAML cannot be read") { CanBeSwitchedOff = false };

    /// <summary>PB0002: unknown key.</summary>
    public static Rule UnknownKey { get; } = new("PB0002", FindingSeverity.Error, "Unknown key") { LeavesRunnable = true };

    /// <summary>PB0003: a required key is missing.</summary>
    public static Rule MissingKey { get; } = new("PB0003", FindingSeverity.Error, "A required key is missing");

    /// <summary>PB0004: a value has the wrong kind.</summary>
    public static Rule WrongKind { get; } = new("PB0004", FindingSeverity.Error, "A value has the wrong kind");

    /// <summary>PB0005: a key is repeated.</summary>
    public static Rule RepeatedKey { get; } = new("PB0005", FindingSeverity.Error, "A key is repeated") { LeavesRunnable = true };

    /// <summary>PB0006: two playbooks have the same id or class name.</summary>
    public static Rule DuplicatePlaybook { get; } = new("PB0006", FindingSeverity.Error, "Two playbooks have the same id or class name");

    /// <summary>PB0007: an id or name is invalid.</summary>
    public static Rule InvalidName { get; } = new("PB0007", FindingSeverity.Error, "An id or name is invalid") { LeavesRunnable = true };

    /// <summary>PB0008: a limit of the language is exceeded.</summary>
    public static Rule OverLimit { get; } = new("PB0008", FindingSeverity.Error, "A limit of the language is exceeded");

    /// <summary>PB0009: a number is out of range.</summary>
    public static Rule OutOfRange { get; } = new("PB0009", FindingSeverity.Error, "A number is out of range");

    /// <summary>PB0010: two steps have the same id or class name.</summary>
    public static Rule DuplicateStep { get; } = new("PB0010", FindingSeverity.Error, "Two steps have the same id or class name");

    /// <summary>PB0011: a comment cuts off text.</summary>
    public static Rule TextCutByComment { get; } = new("PB0011", FindingSeverity.Warning, "A comment cuts off text");

    /// <summary>PB0101: undefined placeholder in failure_message.</summary>
    public static Rule UndefinedInFailureMessage { get; } = new("PB0101", FindingSeverity.Error, "Undefined placeholder in failure_message") { LeavesRunnable = true };

    /// <summary>PB0102: undefined placeholder.</summary>
    public static Rule UndefinedPlaceholder { get; } = new("PB0102", FindingSeverity.Error, "Undefined placeholder") { LeavesRunnable = true };

    /// <summary>PB0103: a value is used before it is stored.</summary>
    public static Rule StoredLater { get; } = new("PB0103", FindingSeverity.Error, "A value is used before it is stored");

    /// <summary>PB0104: a parameter is never used.</summary>
    public static Rule UnusedParameter { get; } = new("PB0104", FindingSeverity.Warning, "A parameter is never used");

    /// <summary>PB0105: two parameters have the same name.</summary>
    public static Rule DuplicateParameter { get; } = new("PB0105", FindingSeverity.Error, "Two parameters have the same name");

    /// <summary>PB0106: the name of a stored value is already used.</summary>
    public static Rule StoredNameTaken { get; } = new("PB0106", FindingSeverity.Error, "The name of a stored value is already used");

    /// <summary>PB0107: unknown placeholder format.</summary>
    public static Rule UnknownFormat { get; } = new("PB0107", FindingSeverity.Error, "Unknown placeholder format") { LeavesRunnable = true };

    /// <summary>PB0108: malformed placeholder in failure_message.</summary>
    public static Rule MalformedPlaceholder { get; } = new("PB0108", FindingSeverity.Error, "Malformed placeholder in failure_message") { LeavesRunnable = true };

    /// <summary>PB0109: a secret would be shown.</summary>
    public static Rule SecretShown { get; } = new("PB0109", FindingSeverity.Error, "A secret would be shown") { LeavesRunnable = true };

    /// <summary>PB0110: a script contains a placeholder.</summary>
    public static Rule PlaceholderInScript { get; } = new("PB0110", FindingSeverity.Warning, "A script contains a placeholder");

    /// <summary>PB0111: a value is stored only on some paths.</summary>
    public static Rule StoredOnSomePaths { get; } = new("PB0111", FindingSeverity.Error, "A value is stored only on some paths");

    /// <summary>PB0112: a secret is written in the file.</summary>
    public static Rule SecretInFile { get; } = new("PB0112", FindingSeverity.Error, "A secret is written in the file");

    /// <summary>PB0113: a placeholder uses another tool's syntax.</summary>
    public static Rule ForeignPlaceholder { get; } = new("PB0113", FindingSeverity.Error, "A placeholder uses another tool's syntax") { LeavesRunnable = true };

    /// <summary>PB0201: unknown action.</summary>
    public static Rule UnknownAction { get; } = new("PB0201", FindingSeverity.Error, "Unknown action");

    /// <summary>PB0202: the action is missing something.</summary>
    public static Rule IncompleteAction { get; } = new("PB0202", FindingSeverity.Error, "The action is missing something");

    /// <summary>PB0203: the action does not accept this.</summary>
    public static Rule NotApplicable { get; } = new("PB0203", FindingSeverity.Error, "The action does not accept this") { LeavesRunnable = true };

    /// <summary>PB0204: the value of a param is invalid.</summary>
    public static Rule InvalidParam { get; } = new("PB0204", FindingSeverity.Error, "The value of a param is invalid");

    /// <summary>PB0205: a URL is invalid.</summary>
    public static Rule InvalidUrl { get; } = new("PB0205", FindingSeverity.Error, "A URL is invalid") { LeavesRunnable = true };

    /// <summary>PB0206: the action has no output to store.</summary>
    public static Rule NothingToStore { get; } = new("PB0206", FindingSeverity.Error, "The action has no output to store");

    /// <summary>PB0207: the file to upload does not exist.</summary>
    public static Rule MissingUpload { get; } = new("PB0207", FindingSeverity.Error, "A file does not exist");

    /// <summary>PB0208: playbooks call each other in a cycle.</summary>
    public static Rule CallCycle { get; } = new("PB0208", FindingSeverity.Error, "Playbooks call each other in a cycle");

    /// <summary>PB0209: the called playbook does not exist.</summary>
    public static Rule UnknownPlaybook { get; } = new("PB0209", FindingSeverity.Error, "The called playbook does not exist");

    /// <summary>PB0210: an argument of a call is missing or invalid.</summary>
    public static Rule InvalidArgument { get; } = new("PB0210", FindingSeverity.Error, "An argument of a call is missing or invalid");

    /// <summary>PB0211: the called playbook has no such output.</summary>
    public static Rule UnknownCallOutput { get; } = new("PB0211", FindingSeverity.Error, "The called playbook has no such output");

    /// <summary>PB0212: control flow that cannot work as written.</summary>
    public static Rule InvalidControlFlow { get; } = new("PB0212", FindingSeverity.Error, "Control flow cannot work as written");

    /// <summary>PB0301: the syntax of a selector is invalid.</summary>
    public static Rule InvalidSelector { get; } = new("PB0301", FindingSeverity.Error, "The syntax of a selector is invalid") { LeavesRunnable = true };

    /// <summary>PB0302: a selector is repeated in a chain.</summary>
    public static Rule RepeatedSelector { get; } = new("PB0302", FindingSeverity.Warning, "A selector is repeated in a chain");

    /// <summary>PB0303: a selector is brittle.</summary>
    public static Rule BrittleSelector { get; } = new("PB0303", FindingSeverity.Info, "A selector is brittle");

    /// <summary>PB0401: verify expects nothing.</summary>
    public static Rule EmptyVerify { get; } = new("PB0401", FindingSeverity.Warning, "verify expects nothing");

    /// <summary>PB0402: nothing checks the last change to the page.</summary>
    public static Rule UncheckedChange { get; } = new("PB0402", FindingSeverity.Warning, "Nothing checks the last change to the page");

    /// <summary>PB0403: a recovery would pass unchecked.</summary>
    public static Rule UncheckedRecovery { get; } = new("PB0403", FindingSeverity.Warning, "Nothing verifies a recovery");

    /// <summary>PB0404: an expectation always holds.</summary>
    public static Rule AlwaysHolds { get; } = new("PB0404", FindingSeverity.Warning, "An expectation always holds");

    /// <summary>PB0405: no earlier step has seen the element that is expected to be gone.</summary>
    public static Rule NeverSeen { get; } = new("PB0405", FindingSeverity.Info, "No earlier step has seen the element that is expected to be gone");

    /// <summary>PB0501: the pattern is not a valid regular expression.</summary>
    public static Rule InvalidPattern { get; } = new("PB0501", FindingSeverity.Error, "The pattern is not a valid regular expression");

    /// <summary>PB0502: a default or choice is invalid.</summary>
    public static Rule InvalidDefault { get; } = new("PB0502", FindingSeverity.Error, "A default or choice is invalid");

    /// <summary>PB0503: inject_into does not point to a value.</summary>
    public static Rule InvalidInjection { get; } = new("PB0503", FindingSeverity.Error, "inject_into does not point to a value");

    /// <summary>PB0601: the guardrails block this URL.</summary>
    public static Rule BlockedUrl { get; } = new("PB0601", FindingSeverity.Error, "The guardrails block this URL") { LeavesRunnable = true };

    /// <summary>PB0701: a case is missing a required parameter.</summary>
    public static Rule MissingCaseParameter { get; } = new(ParameterMistakes.MissingId, FindingSeverity.Error, "A case is missing a required parameter");

    /// <summary>PB0702: a case names something unknown.</summary>
    public static Rule UnknownCaseName { get; } = new(ParameterMistakes.UnknownId, FindingSeverity.Error, "A case names something unknown");

    /// <summary>PB0703: a case's value is invalid.</summary>
    public static Rule InvalidCaseValue { get; } = new(ParameterMistakes.InvalidId, FindingSeverity.Error, "A case's value is invalid");

    /// <summary>PB0704: two cases have the same name.</summary>
    public static Rule DuplicateCase { get; } = new("PB0704", FindingSeverity.Error, "Two cases have the same name");

    /// <summary>PB0705: the case file is missing or invalid.</summary>
    public static Rule InvalidCaseFile { get; } = new("PB0705", FindingSeverity.Error, "The case file is missing or invalid");

    /// <summary>PB0801: an aria snapshot has a syntax error.</summary>
    public static Rule InvalidAriaSnapshot { get; } = new("PB0801", FindingSeverity.Error, "An aria snapshot has a syntax error");

    /// <summary>PB0802: an action cannot cause what is expected of it.</summary>
    public static Rule ImpossibleEffect { get; } = new("PB0802", FindingSeverity.Error, "The action cannot cause a dialog or open a page");

    /// <summary>PB0901: the tool failed.</summary>
    public static Rule ToolFailure { get; } = new("PB0901", FindingSeverity.Error, "The tool failed") { CanBeSwitchedOff = false };

    /// <summary>All rules, by rising id; the compiler, the command line, editors and the documentation read them from here.</summary>
    public static IReadOnlyList<Rule> All => Entries;

    /// <summary>Finds a rule.</summary>
    /// <param name="id">Its id, such as <c>PB0101</c>.</param>
    /// <returns>The rule; null: there is none with this id.</returns>
    public static Rule? Find(string id) => Entries.FirstOrDefault(rule => rule.Id == id);
}
