namespace Playbooks.Agent;

/// <summary>Configures a task without a playbook. Every option has a default.</summary>
public sealed record AgentTask
{
    /// <summary>
    /// Gets what must hold at the end. The run checks it as soon as the model reports the task as done, and the model continues if the
    /// check is not met. If null, nothing is checked, and the result is <see cref="AgentVerdict.Unverified"/>.
    /// </summary>
    public StepVerification? Verify { get; init; }

    /// <summary>Gets the URL that is opened first, absolute or relative to <see cref="RunOptions.BaseUrl"/>. If null, the task begins on the page as it is.</summary>
    public string? StartUrl { get; init; }

    /// <summary>Gets the values that the task needs by name, such as <c>password</c>. The model never sees the text of a secret.</summary>
    public IReadOnlyList<NamedValue> Values { get; init; } = [];

    /// <summary>Gets what the model may do with the page. The default is <see cref="RecoveryScope.FillForm"/>, which allows everything.</summary>
    public RecoveryScope Scope { get; init; } = RecoveryScope.FillForm;

    /// <summary>Gets the name of the culture in which the page writes numbers and dates. The default is the invariant culture.</summary>
    public string? Culture { get; init; }

    /// <summary>Gets the options of the run, such as its folder, base URL, and guardrails. <see cref="RunOptions.Recovery"/> is not used.</summary>
    public RunOptions Options { get; init; } = new();
}
