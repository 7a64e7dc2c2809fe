using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Playbooks.Generated;

/// <summary>
/// A step that is running. It is awaited without the caller's context: generated code says so nowhere, because binding a
/// <c>ConfigureAwait</c> a step costs the compiler as much as a tenth of the step.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StepCompletion
{
    private readonly Task task;

    internal StepCompletion(Task task) => this.task = task;

    /// <summary>Waits for the step's end.</summary>
    /// <exception cref="PlaybookStepException">It failed for good.</exception>
    public ConfiguredTaskAwaitable.ConfiguredTaskAwaiter GetAwaiter() => task.ConfigureAwait(false).GetAwaiter();
}
