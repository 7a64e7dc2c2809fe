namespace Playbooks;

/// <summary>
/// Completes failed steps by other means, one step at a time. The agent acts through <see cref="RecoveryRequest.Actions"/> only, and never
/// decides the outcome: the run immediately verifies each step that the agent reports as done, and then continues with the next step itself.
/// </summary>
public interface IRecoveryAgent
{
    /// <summary>Gets whether the agent checks potentially destructive clicks, as <see cref="Guardrails.EnableLlmActionCheck"/> requires. If false, the run reports a note.</summary>
    bool ChecksClicks => false;

    /// <summary>Recovers a failed step. Called again in the same run if a later step fails, with the same <see cref="RecoveryRequest.Items"/>.</summary>
    /// <param name="request">The failed step, and the means to recover it.</param>
    /// <param name="cancellationToken">Canceled when the run is stopped, or when the time limit of <see cref="RecoveryLimits"/> has passed.</param>
    /// <returns>The result of the agent's work. A step counts as recovered only if <see cref="RecoveryActions.StepDoneAsync"/> has verified it.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    Task<RecoveryResult> RecoverAsync(RecoveryRequest request, CancellationToken cancellationToken);
}

/// <summary>Describes the task of a recovery agent. All text is masked.</summary>
public sealed record RecoveryRequest
{
    /// <summary>Gets the id of the run.</summary>
    public required RunId RunId { get; init; }

    /// <summary>Gets the description of the playbook.</summary>
    public required PlaybookInfo Playbook { get; init; }

    /// <summary>Gets the text of the playbook as it was compiled.</summary>
    public required string SourceText { get; init; }

    /// <summary>Gets the failed step with its values filled in, its attempts, and what is known about the failure.</summary>
    public required StepResult FailedStep { get; init; }

    /// <summary>Gets the steps after the failed one, in the order of the playbook. They are for context only; the run executes them itself.</summary>
    public required IReadOnlyList<StepInfo> RemainingSteps { get; init; }

    /// <summary>Gets the parameters, the built-in values, and the outputs that have been stored so far. Secrets are <c>***</c>; <see cref="RecoveryAction.Params"/> can refer to them by name.</summary>
    public required IReadOnlyList<NamedValue> Values { get; init; }

    /// <summary>Gets the guardrails of the run.</summary>
    public Guardrails Guardrails { get; init; } = new();

    /// <summary>Gets what is left of <see cref="RunOptions.RecoveryLimits"/>.</summary>
    public RecoveryLimits Limits { get; init; } = new();

    /// <summary>Gets the current page, for reading.</summary>
    public required RecoveryPage Page { get; init; }

    /// <summary>Gets the only means to act on the page and to report a step as done.</summary>
    public required RecoveryActions Actions { get; init; }

    /// <summary>Gets what the agent keeps between the recoveries of one run, such as the history of its conversation. Empty at the first recovery of a run.</summary>
    public required IDictionary<object, object?> Items { get; init; }
}

/// <summary>Describes the end of a recovery agent's work.</summary>
public sealed record RecoveryResult
{
    /// <summary>Gets why the agent gave up, or null if it did not. Ignored if the step has been verified.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the number of input tokens of the agent's model in this recovery, without those that <see cref="RecoveryActions.CountTokens"/> has counted.</summary>
    public long InputTokens { get; init; }

    /// <summary>Gets the number of output tokens of the agent's model in this recovery, without those that <see cref="RecoveryActions.CountTokens"/> has counted.</summary>
    public long OutputTokens { get; init; }
}
