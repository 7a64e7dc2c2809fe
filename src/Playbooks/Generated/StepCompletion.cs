using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Playbooks.Generated;

/// <summary>
/// An active step. It is awaited without the caller's context. Generated code does not call <c>ConfigureAwait</c>, because binding the
/// call takes the compiler up to a tenth of the time for the whole step.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StepCompletion
{
    private readonly Task task;

    internal StepCompletion(Task task) => this.task = task;

    /// <summary>Waits for the end of the step.</summary>
    /// <exception cref="PlaybookStepException">The step failed for good.</exception>
    public ConfiguredTaskAwaitable.ConfiguredTaskAwaiter GetAwaiter() => task.ConfigureAwait(false).GetAwaiter();
}

/// <summary>An active step that decides something. It is awaited without the caller's context.</summary>
/// <typeparam name="T">The type of the decision.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StepCompletion<T>
{
    private readonly Task<T> task;

    internal StepCompletion(Task<T> task) => this.task = task;

    /// <summary>Waits for the end of the step.</summary>
    /// <exception cref="PlaybookStepException">The step failed for good.</exception>
    public ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter GetAwaiter() => task.ConfigureAwait(false).GetAwaiter();
}
