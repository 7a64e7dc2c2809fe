using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>Records one action on the page: an attempt of a step with its <c>verify</c>, the navigation to the start page (step 0), or an action of a recovery agent.</summary>
public sealed record ActionRecord : LogRecord
{
    /// <summary>The value of <see cref="Tool"/> for actions of the playbook itself.</summary>
    internal const string PlaybookTool = "playbook";

    /// <summary>The value of <see cref="Tool"/> for actions of a recovery agent.</summary>
    internal const string RecoveryTool = "recovery";

    /// <summary>The value of <see cref="Action"/> for the call of a recovery agent, which summarizes its actions.</summary>
    internal const string RecoveryCall = "llm_recover";

    /// <summary>Gets whether the record is an action of a recovery agent. Neither the call of the agent nor the result of the step after the recovery is one.</summary>
    [JsonIgnore]
    public bool IsRecoveryAction => Tool == RecoveryTool && Outcome is null && Action != RecoveryCall;

    /// <summary>Gets the number of the step, starting at 1, or 0 before the first step.</summary>
    public required int Step { get; init; }

    /// <summary>Gets the address of the step in the tree of steps, such as <c>3.then.1</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the author's id of the step, or null.</summary>
    public string? StepId { get; init; }

    /// <summary>Gets who performed the action: <c>playbook</c>, or <c>recovery</c> for a recovery agent.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets whether the record is an attempt of the playbook itself, not an action of a recovery agent.</summary>
    [JsonIgnore]
    public bool IsAttempt => Tool == PlaybookTool;

    /// <summary>Gets the name of the action in the language.</summary>
    public required string Action { get; init; }

    /// <summary>Gets what a step that contains others decided: the branch with what its condition saw, the iterations, the attempts, or the outputs of the call. Otherwise null.</summary>
    internal string? Decided => StepInfo.ContainsSteps(Action) && ResultText is { Length: > 0 } seen ? seen : null;

    /// <summary>Gets the description of the step with values filled in, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets a one-line summary of the action and its input.</summary>
    public string InputSummary { get; init; } = string.Empty;

    /// <summary>Gets the arguments of the action by the names of its params. A value longer than 500 characters is truncated and followed by its full length.</summary>
    public IReadOnlyDictionary<string, string> Input { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the number of the attempt, starting at 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Gets whether this attempt performed the action, or may have performed it. False if no element was found, or if the attempt only waited for the result of an earlier one.</summary>
    public bool Acted { get; init; }

    /// <summary>Gets the duration of the action, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>Gets whether the attempt succeeded, including its <c>verify</c>.</summary>
    public required bool Success { get; init; }

    /// <summary>Gets the outcome of the step, or null if another attempt follows.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Gets whether the step is optional: its failure is a warning. Null if it is not.</summary>
    public bool? Optional { get; init; }

    /// <summary>Gets whether the step failed and was attempted again together with the steps around it. Null if it was not.</summary>
    public bool? AttemptedAgain { get; init; }

    /// <summary>Gets the output of the action as invariant text, or null if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ResultText { get; init; }

    /// <summary>Gets the file that contains the complete <see cref="ResultText"/>, relative to the run's folder, if the text is longer than 64 KiB. Null if the text is complete, or if the file could not be written.</summary>
    public string? ResultFile { get; init; }

    /// <summary>Gets the length of the complete text in characters if <see cref="ResultText"/> is truncated; otherwise null.</summary>
    public long? ResultLength { get; init; }

    /// <summary>Gets the name under which the output is stored, or null if it is not stored.</summary>
    public string? StoreAs { get; init; }

    /// <summary>Gets the response to the request of the attempt: the status, the headers without cookies, and the beginning of the body, including those of each redirect. Null if there was no response.</summary>
    public string? Response { get; init; }

    /// <summary>Gets whether there is a screenshot of the action.</summary>
    public bool HasScreenshot { get; init; }

    /// <summary>Gets the file name of the screenshot in the folder <c>screenshots</c>, or null.</summary>
    public string? Screenshot { get; init; }

    /// <summary>Gets the selector that found the element, or null if no selector found one or the step needs none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? SelectorUsed { get; init; }

    /// <summary>Gets the position of <see cref="SelectorUsed"/> in the chain, 0 for the primary, or null if no selector was used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? SelectorRank { get; init; }

    /// <summary>Gets the primary selector as written, or null if the step has none.</summary>
    public string? SelectorPrimary { get; init; }

    /// <summary>Gets the error message for people if the step failed for good; otherwise null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Error { get; init; }

    /// <summary>Gets the error code, such as <c>STEP_FAILED</c>, or null if the attempt succeeded.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the technical cause of a failed attempt, or null if the attempt succeeded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Cause { get; init; }

    /// <summary>Gets the result of each expectation of the step's <c>verify</c>.</summary>
    public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>Gets the result of each selector, if none of them matched exactly one element.</summary>
    public IReadOnlyList<SelectorCandidate> Candidates { get; init; } = [];

    /// <summary>Gets the URL of the page after the action, or null if there was no page.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the number of input tokens of language models.</summary>
    public long InputTokens { get; init; }

    /// <summary>Gets the number of output tokens of language models.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Gets the id of the called playbook that the step belongs to, or null if it belongs to the playbook of the run.</summary>
    public string? Playbook { get; init; }

    /// <summary>Gets the first line of the step in the YAML of the run's playbook, or 0 if the action belongs to no step of that playbook.</summary>
    public int Line { get; init; }

    /// <summary>Gets the column of the step's first character.</summary>
    public int Column { get; init; }

    /// <summary>Gets the last line of the step in the YAML.</summary>
    public int EndLine { get; init; }
}
