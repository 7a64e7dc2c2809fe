using System.ComponentModel;
using Playbooks.Execution.Blocks;
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
    private readonly BlockFlow blocks;

    /// <param name="playbook">The playbook, which stores outputs.</param>
    /// <param name="values">The built-in values.</param>
    /// <param name="run">Runs a step, passes its output to the action if there is one, and returns the exception of a step that failed for good, or null.</param>
    /// <param name="blocks">Runs blocks.</param>
    internal StepRunner(Playbook<TOutputs> playbook, RunValues values, Func<Step, Action<object>?, Task<Exception?>> run, BlockFlow blocks)
    {
        this.playbook = playbook;
        this.run = run;
        this.blocks = blocks;
        Values = values;
    }

    /// <summary>Gets the built-in values.</summary>
    public RunValues Values { get; }

    /// <summary>Gets the outputs that have been stored so far.</summary>
    public TOutputs Outputs { get; private set; } = new();

    private (string Name, object? Value)[] Store(IEnumerable<(string Name, object? Value)> values)
    {
        (string Name, object? Value)[] all = [.. values];
        foreach (var (name, value) in all)
        {
            Outputs = value is null ? Outputs : playbook.With(Outputs, name, value);
        }

        return all;
    }

    /// <summary>Stores a value that was captured from the session.</summary>
    internal void Store(string name, Secret value) => Outputs = playbook.With(Outputs, name, value);

    /// <summary>Runs a step, and stores its output if the step has a <c>store_as</c>.</summary>
    /// <exception cref="PlaybookStepException">The step failed for good. The stack trace starts with the caller, which is the step's line in the YAML.</exception>
    public StepCompletion RunAsync(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new(CallerStackTrace.Attach(run(step, step.Info.StoreAs is { } name ? value => Outputs = playbook.With(Outputs, name, value) : null)));
    }

    /// <summary>Runs the steps of another playbook.</summary>
    /// <typeparam name="TCalled">The record of the called playbook's outputs.</typeparam>
    /// <param name="info">The step as written.</param>
    /// <param name="description">The description with values filled in, or null.</param>
    /// <param name="called">The called playbook.</param>
    /// <param name="store">Returns the outputs to store, each with its name in this playbook, or null if none are stored.</param>
    /// <exception cref="PlaybookStepException">A step of the playbook failed for good.</exception>
    public StepCompletion CallAsync<TCalled>(StepInfo info, string? description, Playbook<TCalled> called, Func<TCalled, IEnumerable<(string Name, object? Value)>>? store = null)
        where TCalled : class, new()
    {
        ArgumentNullException.ThrowIfNull(called);
        var inside = new StepRunner<TCalled>(called, Values, run, blocks);
        return new(CallerStackTrace.Attach(blocks.CallAsync(
            info,
            description,
            called,
            inside.Store,
            () => called.RunMainAsync(inside),
            () => called.RunLastAsync(inside),
            () => Store(store?.Invoke(inside.Outputs) ?? []))));
    }

    /// <summary>Begins a block whose first steps run only if a condition holds. <see cref="End"/> ends it.</summary>
    /// <param name="info">The block as written.</param>
    /// <param name="description">The description with values filled in, or null.</param>
    /// <param name="condition">The condition.</param>
    /// <returns>Whether the condition holds.</returns>
    /// <exception cref="PlaybookStepException">Whether the condition holds could not be determined.</exception>
    public StepCompletion<bool> WhenAsync(StepInfo info, string? description, StepCondition condition) =>
        new(CallerStackTrace.Attach(blocks.WhenAsync(info, description, condition)));

    /// <summary>Begins the next iteration of a loop over items, or ends the loop.</summary>
    /// <param name="info">The loop as written.</param>
    /// <param name="description">The description with values filled in, or null.</param>
    /// <param name="name">The name of the item in the YAML.</param>
    /// <param name="items">The items. Null for an optional list that is not set.</param>
    /// <param name="item">The item of the iteration.</param>
    /// <param name="index">The zero-based position of the item.</param>
    /// <returns>Whether there is another iteration.</returns>
    public bool Each<T>(StepInfo info, string? description, string name, IReadOnlyList<T>? items, out T item, out int index) =>
        blocks.Each(info, description, name, items ?? [], out item, out index);

    /// <summary>Begins the next iteration of a loop if a condition holds, or ends the loop.</summary>
    /// <param name="info">The loop as written.</param>
    /// <param name="description">The description with values filled in, or null.</param>
    /// <param name="atMost">The maximum number of iterations.</param>
    /// <param name="condition">The condition.</param>
    /// <returns>Whether there is another iteration.</returns>
    /// <exception cref="PlaybookStepException">The condition still held after the last iteration.</exception>
    public StepCompletion<bool> RepeatAsync(StepInfo info, string? description, int atMost, StepCondition condition) =>
        RepeatAsync(info, description, [], atMost, condition);

    /// <summary>Begins the next iteration of a loop if a condition holds, or ends the loop.</summary>
    /// <param name="info">The loop as written.</param>
    /// <param name="description">The description with values filled in, or null.</param>
    /// <param name="numbers">The numbers to check before the first iteration.</param>
    /// <param name="atMost">The maximum number of iterations.</param>
    /// <param name="condition">The condition.</param>
    /// <returns>Whether there is another iteration.</returns>
    /// <exception cref="PlaybookStepException">The condition still held after the last iteration, or a number is out of its range.</exception>
    public StepCompletion<bool> RepeatAsync(StepInfo info, string? description, IReadOnlyList<BoundNumber> numbers, int atMost, StepCondition condition) =>
        new(CallerStackTrace.Attach(blocks.RepeatAsync(info, description, atMost, condition, numbers)));

    /// <summary>Attempts steps together until they pass.</summary>
    /// <param name="info">The block as written.</param>
    /// <param name="description">The description with values filled in, or null.</param>
    /// <param name="steps">Runs the steps.</param>
    /// <exception cref="PlaybookStepException">A step failed in the last attempt.</exception>
    public StepCompletion AttemptAsync(StepInfo info, string? description, Func<Task> steps) => AttemptAsync(info, description, [], steps);

    /// <summary>Attempts steps together until they pass.</summary>
    /// <param name="info">The block as written.</param>
    /// <param name="description">The description with values filled in, or null.</param>
    /// <param name="numbers">The numbers to check before the first attempt.</param>
    /// <param name="steps">Runs the steps.</param>
    /// <exception cref="PlaybookStepException">A step failed in the last attempt, or a number is out of its range.</exception>
    public StepCompletion AttemptAsync(StepInfo info, string? description, IReadOnlyList<BoundNumber> numbers, Func<Task> steps) =>
        new(CallerStackTrace.Attach(blocks.AttemptAsync(info, description, numbers, steps)));

    /// <summary>Ends the block that <see cref="WhenAsync"/> began.</summary>
    public void End() => blocks.Leave();
}
