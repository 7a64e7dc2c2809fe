using Playbooks.Steps;

namespace Playbooks.Running;

/// <summary>Runs steps in their order, whatever their outputs' types; the first that fails for good ends it.</summary>
internal sealed class StepSequence(RunValues values)
{
    /// <summary>The built-in values.</summary>
    public RunValues Values { get; } = values;

    public Task<Exception?> RunAsync(Step step, Promise? promise) => throw new NotSupportedException("Comes with the next commit.");
}
