using System.ComponentModel;
using Playbooks.Execution.Steps;
using Playbooks.Steps;

namespace Playbooks.Generated;

/// <summary>Runs a playbook's steps one after the other; what generated code calls.</summary>
/// <typeparam name="TOutputs">The playbook's record of outputs.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepRunner<TOutputs>
    where TOutputs : class, new()
{
    private readonly Playbook<TOutputs> playbook;
    private readonly Func<Step, Action<object>?, Task<Exception?>> run;

    /// <param name="playbook">The playbook; it stores.</param>
    /// <param name="values">The built-in values.</param>
    /// <param name="run">Runs a step, hands its value to the action if there is one, and gives why the step failed for good; null: it did not.</param>
    internal StepRunner(Playbook<TOutputs> playbook, RunValues values, Func<Step, Action<object>?, Task<Exception?>> run)
    {
        this.playbook = playbook;
        this.run = run;
        Values = values;
    }

    /// <summary>The built-in values.</summary>
    public RunValues Values { get; }

    /// <summary>What has been stored so far.</summary>
    public TOutputs Outputs { get; private set; } = new();

    /// <summary>Runs a step, and stores its value if its info says so.</summary>
    /// <exception cref="PlaybookStepException">It failed for good; the stack trace begins with the caller, which is the step's line in the YAML.</exception>
    public StepCompletion RunAsync(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new(CallerStackTrace.Of(run(step, step.Info.StoreAs is { } name ? value => Outputs = playbook.Store(Outputs, name, value) : null)));
    }
}
