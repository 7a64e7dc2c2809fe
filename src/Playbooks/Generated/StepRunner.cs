

using Playbooks.Execution.Steps;
using Playbooks.Steps;

namespace Playbooks.Generated;

/// <summary>Runs a playbook's steps one after the other; what generated code calls.</summary>
/// <typeparam name="TOutputs">The playbook's record of outputs.</typeparam>
public sealed class StepRunner<TOutputs>
    where TOutputs : class, new()
{
    private readonly StepSequence sequence;

    internal StepRunner(StepSequence sequence) => this.sequence = sequence;

    /// <summary>The built-in values.</summary>
    public RunValues Values => sequence.Values;

    /// <summary>What has been stored so far.</summary>
    public TOutputs Outputs { get; private set; } = new();

    /// <summary>Runs a step.</summary>
    /// <exception cref="PlaybookStepException">It failed for good; the stack trace begins with the caller, which is the step's line in the YAML.</exception>
    public Task RunAsync(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return CallerStackTrace.Of(sequence.RunAsync(step, null));
    }

    /// <summary>Runs a step and stores what it gives.</summary>
    /// <typeparam name="TOutput">What it gives.</typeparam>
    /// <param name="step">The step.</param>
    /// <param name="store">Puts the value into the outputs.</param>
    /// <exception cref="PlaybookStepException">It failed for good; the stack trace begins with the caller, which is the step's line in the YAML.</exception>
    public Task RunAsync<TOutput>(Step<TOutput> step, Func<TOutputs, TOutput, TOutputs> store)
        where TOutput : notnull
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(store);
        return CallerStackTrace.Of(RunAndStoreAsync(step, store));
    }

    private async Task<Exception?> RunAndStoreAsync<TOutput>(Step<TOutput> step, Func<TOutputs, TOutput, TOutputs> store)
        where TOutput : notnull =>
        await sequence.RunAsync(step, new Promise(text => step.Parse(text), value => Outputs = store(Outputs, (TOutput)value))).ConfigureAwait(false);
}
