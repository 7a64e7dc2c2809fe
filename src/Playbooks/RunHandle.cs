using Playbooks.RunFolder.Log;

namespace Playbooks;

/// <summary>Represents a run that was started. The run continues whether or not anyone holds its handle.</summary>
public class RunHandle
{
    private readonly Func<string?, Task> stop;

    internal RunHandle(RunId id, ActionLogTail? log, Task<PlaybookResult> completion, Func<string?, Task> stop)
    {
        Id = id;
        Log = log;
        Completion = completion;
        this.stop = stop;
    }

    /// <summary>Gets the id of the run.</summary>
    public RunId Id { get; }

    /// <summary>
    /// Gets a tail that follows the run's log from its first record, or null if the run has no log, because its folder is not writable or
    /// another run with the same id is active. The log exists from the moment the handle does.
    /// </summary>
    public ActionLogTail? Log { get; }

    /// <summary>Gets a task that completes with the result after all evidence is written. A failure of the playbook is reported in the result, never as an exception.</summary>
    public Task<PlaybookResult> Completion { get; }

    /// <summary>Stops the run, which ends with <see cref="ErrorCode.RunTerminated"/> unless it has already ended. Its <c>finally</c> steps still run.</summary>
    /// <param name="reason">The reason to state in the run's error message, which completes "The run was stopped: …". If null, no reason is stated.</param>
    /// <returns>A task that completes when the run has been asked to stop. Wait for its end with <see cref="Completion"/>.</returns>
    public Task StopAsync(string? reason = null) => stop(reason);
}

/// <summary>Represents a run of a playbook with typed outputs that was started.</summary>
/// <typeparam name="TOutputs">The record of the playbook's outputs.</typeparam>
public sealed class RunHandle<TOutputs> : RunHandle
    where TOutputs : class, new()
{
    internal RunHandle(RunId id, ActionLogTail? log, Task<PlaybookResult<TOutputs>> completion, Func<string?, Task> stop)
        : base(id, log, Untyped(completion), stop) => Completion = completion;

    /// <inheritdoc cref="RunHandle.Completion"/>
    public new Task<PlaybookResult<TOutputs>> Completion { get; }

    private static async Task<PlaybookResult> Untyped(Task<PlaybookResult<TOutputs>> completion) => await completion.ConfigureAwait(false);
}
