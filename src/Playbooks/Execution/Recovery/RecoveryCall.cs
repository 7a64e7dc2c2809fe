namespace Playbooks.Execution.Recovery;

/// <summary>A call of a recovery agent, which waits for its answer.</summary>
internal abstract class RecoveryCall
{
    /// <summary>Ends the call without an answer, because the recovery has ended.</summary>
    public abstract void Cancel();
}

/// <summary>A call of a recovery agent with an answer of a type.</summary>
internal abstract class RecoveryCall<T> : RecoveryCall
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the answer.</summary>
    public Task<T> Answer => answer.Task;

    public void Reply(T result) => answer.TrySetResult(result);

    public override void Cancel() => answer.TrySetCanceled();
}

/// <summary>The agent wants to act.</summary>
internal sealed class ActionCall(RecoveryAction action) : RecoveryCall<RecoveryActionResult>
{
    public RecoveryAction Action => action;
}

/// <summary>The agent reports a step as done.</summary>
internal sealed class ClaimCall(StepAddress step, string? valueSelector, string? answer) : RecoveryCall<StepDoneResult>
{
    public StepAddress Step => step;

    public string? ValueSelector => valueSelector;

    public string? ModelAnswer => answer;
}
