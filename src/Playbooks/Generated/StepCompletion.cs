using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Playbooks.Generated;

/// <summary>
/// Represents an active step. Awaiting it does not capture the caller's context. Generated code does not call <c>ConfigureAwait</c>, because
/// binding that call takes the compiler up to a tenth of the time that the whole step takes.
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

/// <summary>Represents an active step that returns a decision. Awaiting it does not capture the caller's context.</summary>
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
