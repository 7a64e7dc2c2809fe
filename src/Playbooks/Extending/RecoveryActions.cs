namespace Playbooks;

/// <summary>Performs the actions of a recovery agent through the same steps, guardrails, recording, and log as the playbook's own actions. Calls are performed one after the other.</summary>
public sealed class RecoveryActions
{
    private readonly Func<RecoveryAction, Task<RecoveryActionResult>> execute;
    private readonly Func<StepAddress, string?, string?, Task<StepDoneResult>> claim;
    private readonly Action<long, long> count;

    internal RecoveryActions(
        IReadOnlyList<RecoveryActionInfo> available,
        Func<RecoveryAction, Task<RecoveryActionResult>> execute,
        Func<StepAddress, string?, string?, Task<StepDoneResult>> claim,
        Action<long, long> count)
    {
        Available = available;
        this.execute = execute;
        this.claim = claim;
        this.count = count;
    }

    /// <summary>Gets the actions that <see cref="ExecuteAsync"/> can perform in this recovery.</summary>
    public IReadOnlyList<RecoveryActionInfo> Available { get; }

    /// <summary>Performs an action on the current page, once.</summary>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Cancels waiting for the result. The action itself continues until it completes or reaches its own time limit.</param>
    /// <returns>What the action has done. An action that failed or was refused is a result, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The recovery has ended.</exception>
    public Task<RecoveryActionResult> ExecuteAsync(RecoveryAction action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return execute(action).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Reports that a step is done. The run verifies the step immediately: its <c>verify</c>, and the value that it stores, which the run reads
    /// from the page. After the failed step, the agent can also report the steps that follow it, in order, each once it is done.
    /// </summary>
    /// <param name="step">The address of the failed step, or of the step that comes next.</param>
    /// <param name="valueSelector">The selector of the element from which the run reads the value that the step stores, with the step's own mode and type. If null, the step's own selectors apply.</param>
    /// <param name="answer">The answer of the agent's model to the question of an <c>llm_extract</c> step, which must be text that is on the page; otherwise null.</param>
    /// <param name="cancellationToken">Cancels waiting for the result.</param>
    /// <returns>Whether the step is verified; if not, what was expected and seen, so that the agent can continue.</returns>
    /// <exception cref="OperationCanceledException">The recovery has ended.</exception>
    public Task<StepDoneResult> StepDoneAsync(StepAddress step, string? valueSelector = null, string? answer = null, CancellationToken cancellationToken = default) =>
        claim(step, valueSelector, answer).WaitAsync(cancellationToken);

    /// <summary>
    /// Counts tokens of the agent's model as soon as they are used, so that they count even if the agent is stopped. They must not be
    /// contained in <see cref="RecoveryResult"/> as well.
    /// </summary>
    /// <param name="inputTokens">The number of input tokens of one call.</param>
    /// <param name="outputTokens">The number of output tokens of the same call.</param>
    public void CountTokens(long inputTokens, long outputTokens) => count(inputTokens, outputTokens);
}

/// <summary>Describes whether a step that a recovery agent reported as done is verified. All text is masked.</summary>
/// <param name="Verified">Whether the step is verified.</param>
/// <param name="Reason">What was expected and seen if it is not; otherwise null.</param>
public sealed record StepDoneResult(bool Verified, string? Reason = null)
{
    /// <summary>Gets the result of each expectation of the step's <c>verify</c>.</summary>
    public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>Gets the text of the value that was read, or null if the step stores none.</summary>
    public string? Value { get; init; }
}
