using System.ComponentModel;
using Playbooks.Execution.Steps;
using Playbooks.Steps;

namespace Playbooks.Generated;

/// <summary>Runs the steps of a playbook in order. Called by generated code.</summary>
/// <typeparam name="TOutputs">The record of the playbook's outputs.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepRunner<TOutputs>
    where TOutputs : class, new()
{
    private readonly Playbook<TOutputs> playbook;
    private readonly Func<Step, Action<object>?, Task<Exception?>> run;

    /// <param name="playbook">The playbook, which stores outputs.</param>
    /// <param name="values">The built-in values.</param>
    /// <param name="run">Runs a step, passes its output to the action if there is one, and returns the exception of a step that failed for good, or null.</param>
    internal StepRunner(Playbook<TOutputs> playbook, RunValues values, Func<Step, Action<object>?, Task<Exception?>> run)
    {
        this.playbook = playbook;
        this.run = run;
        Values = values;
    }

    /// <summary>Gets the built-in values.</summary>
    public RunValues Values { get; }

    /// <summary>Gets the outputs that have been stored so far.</summary>
    public TOutputs Outputs { get; private set; } = new();

    /// <summary>Runs a step, and stores its output if the step has a <c>store_as</c>.</summary>
    /// <exception cref="PlaybookStepException">The step failed for good. The stack trace starts with the caller, which is the step's line in the YAML.</exception>
    public StepCompletion RunAsync(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new(CallerStackTrace.Of(run(step, step.Info.StoreAs is { } name ? value => Outputs = playbook.With(Outputs, name, value) : null)));
    }
}
