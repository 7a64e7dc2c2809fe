using System.Globalization;
using Playbooks.Execution.Login;
using Playbooks.Execution.Run;
using Playbooks.Execution.Steps;
using Playbooks.Generated;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Texts;
using Playbooks.Verification;

namespace Playbooks.Execution.Blocks;

/// <summary>Runs the blocks of a playbook: it decides about branches and iterations, attempts groups again, and reports each block as a step.</summary>
internal sealed class BlockFlow(RunContext run, RunProgress progress)
{
    private readonly StepResultFactory results = new(run);

    /// <summary>Enters a block whose first steps run only if a condition holds.</summary>
    /// <returns>Whether it holds, and the reason why the block failed, or null.</returns>
    public async Task<(bool Holds, Exception? Failure)> WhenAsync(StepInfo info, string? description, StepCondition condition)
    {
        var block = Enter(info, description, ConditionText.From(condition));
        var (result, failure) = await EvaluateAsync(condition).ConfigureAwait(false);
        if (result is null)
        {
            return (false, await FailAsync(failure!).ConfigureAwait(false));
        }

        block.Seen = $"{result.Seen}; {(result.Holds ? "then" : "else")}";
        return (result.Holds, null);
    }

    /// <summary>Enters the next iteration of a loop over items, or leaves the loop after the last.</summary>
    public bool Each<T>(StepInfo info, string? description, string name, IReadOnlyList<T> items, out T item, out int index)
    {
        var block = run.Blocks.Innermost is { } open && open.Written == info ? open : Enter(info, description, $"{name} in {Count(items.Count, "item")}");
        index = (block.Iteration ?? -1) + 1;
        if (index == items.Count)
        {
            block.Seen = Count(items.Count, "iteration");
            item = default!;
            Leave();
            return false;
        }

        block.Iteration = index;
        item = items[index];
        block.Values = [new(name, Bind.Any(item) ?? string.Empty), new(LoopIndex.NameOf(name), Bind.Int(index))];
        return true;
    }

    /// <summary>Enters the next iteration of a loop if the condition holds, or leaves the loop.</summary>
    /// <returns>Whether there is another iteration, and the reason why the block failed, or null.</returns>
    public async Task<(bool Holds, Exception? Failure)> RepeatAsync(StepInfo info, string? description, int atMost, StepCondition condition, IReadOnlyList<BoundNumber> numbers)
    {
        var block = run.Blocks.Innermost is { } open && open.Written == info
            ? open
            : Enter(info, description, $"while {ConditionText.From(condition)}, at most {Count(atMost, "iteration")}");
        if (BoundNumber.FindInvalid(numbers) is { } invalid)
        {
            return (false, await FailAsync(invalid).ConfigureAwait(false));
        }

        var iterations = (block.Iteration ?? -1) + 1;
        var (result, failure) = await EvaluateAsync(condition).ConfigureAwait(false);
        if (result is null)
        {
            return (false, await FailAsync(failure!).ConfigureAwait(false));
        }

        block.Seen = $"{Count(iterations, "iteration")}; then {result.Seen}";
        if (result.Holds && iterations == atMost)
        {
            var endless = new PlaybookException(ErrorCode.VerificationFailed, $"The condition still held after {Count(atMost, "iteration")}, which is the limit (at_most): {result.Seen}.");
            return (false, await FailAsync(endless).ConfigureAwait(false));
        }

        if (!result.Holds)
        {
            Leave();
            return (false, null);
        }

        block.Iteration = iterations;
        return (true, null);
    }

    /// <summary>Attempts the steps of a block until they pass.</summary>
    /// <returns>The exception of the last attempt, or null if one passed.</returns>
    public async Task<Exception?> AttemptAsync(StepInfo info, string? description, IReadOnlyList<BoundNumber> numbers, Func<Task> steps)
    {
        var block = Enter(info, description, $"at most {Count(info.Attempts, "attempt")}");
        if (BoundNumber.FindInvalid(numbers) is { } invalid)
        {
            return await FailAsync(invalid).ConfigureAwait(false);
        }

        var depth = run.Blocks.Depth;
        for (var number = 1; ; number++)
        {
            block.Iteration = number - 1;
            block.AttemptsLeft = info.Attempts - number;
            var softFailure = progress.SoftFailure;
            var clock = new StepClock(run.Time);
            try
            {
                await steps().ConfigureAwait(false);
                block.Seen = number == 1 ? "passed" : $"passed on attempt {number.ToString(CultureInfo.InvariantCulture)}";
                block.Add(new() { Number = number, Duration = clock.Elapsed });
                Leave();
                return null;
            }
            catch (PlaybookStepException failure)
            {
                LeaveTo(depth, failure);
                block.Add(new() { Number = number, Duration = clock.Elapsed, Cause = failure.Message, ErrorCode = failure.Code });
                var isLast = block.AttemptsLeft == 0 || !failure.Step.AttemptedAgain;
                run.Events.Publish(new AttemptFailed(block.Step.Info, block.Attempts[^1], isLast));
                if (isLast)
                {
                    LeaveTo(depth - 1, failure);
                    return failure;
                }

                // What a later attempt does again counts no more.
                progress.SoftFailure = softFailure;
                if (!await run.WaitAsync(info.RetryDelay).ConfigureAwait(false))
                {
                    return await FailAsync(run.Stop.Reason).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Runs the steps of another playbook, and its <c>finally</c> whatever happens before.</summary>
    /// <param name="info">The step as written.</param>
    /// <param name="description">The description with values filled in, or null.</param>
    /// <param name="called">The playbook.</param>
    /// <param name="steps">Runs its steps.</param>
    /// <param name="last">Runs the steps of its <c>finally</c>.</param>
    /// <param name="capture">Stores a value that it captures from the session.</param>
    /// <param name="store">Stores its outputs in the calling playbook, and returns them by name.</param>
    /// <returns>The reason why the call failed, or null.</returns>
    public async Task<Exception?> CallAsync(
        StepInfo info, string? description, Playbook called, Action<string, Secret> capture, Func<Task> steps, Func<Task> last, Func<IReadOnlyList<(string Name, object? Value)>> store)
    {
        var values = called.ReadValues();
        run.Mask.Add([.. values.Where(static value => value.Secret).Select(static value => value.Text), .. called.Info.CaseSecrets.Select(static secret => secret.Reveal())]);
        var hooks = new Hooks();
        called.Register(hooks);
        var block = Enter(info, description, called.Info.Id, new(called.Info, hooks), values);
        progress.Call();
        var depth = run.Blocks.Depth;
        Exception? failure;
        try
        {
            failure = await BeginAsync(called, capture).ConfigureAwait(false) ?? await RunInsideAsync(depth, steps).ConfigureAwait(false);
            if (called.Info.HasFinally)
            {
                var ended = await run.RunLastAsync($"Running the finally steps of {called.Info.Id}", () => RunInsideAsync(depth, last)).ConfigureAwait(false);
                failure ??= ended;
            }
        }
        finally
        {
            progress.Return();
        }

        if (failure is PlaybookStepException)
        {
            LeaveTo(depth - 1, failure);
            return failure;
        }

        return failure is null ? await ReturnAsync(block, store()).ConfigureAwait(false) : await FailAsync(failure).ConfigureAwait(false);
    }

    /// <summary>Does something that the run needs before its steps, and reports it as a step of its own.</summary>
    /// <param name="info">What is reported.</param>
    /// <param name="input">What it works with.</param>
    /// <param name="work">Does it, and returns what was done.</param>
    /// <returns>The reason why it failed, or null.</returns>
    public async Task<Exception?> DoAsync(StepInfo info, string input, Func<Task<string>> work)
    {
        var block = Enter(info, info.Description, input);
        var depth = run.Blocks.Depth;
        try
        {
            block.Seen = await work().ConfigureAwait(false);
            Leave();
            return null;
        }
        catch (Exception thrown)
        {
            LeaveTo(depth, thrown);
            return await FailAsync(run.ReasonOfStop(thrown) ?? thrown).ConfigureAwait(false);
        }
    }

    /// <summary>Leaves the innermost block, whose steps have passed.</summary>
    public void Leave()
    {
        var block = run.Blocks.Pop();
        Publish(results.Passed(block));
    }

    private async Task<Exception?> ReturnAsync(OpenBlock block, IReadOnlyList<(string Name, object? Value)> outputs)
    {
        foreach (var (name, value) in outputs)
        {
            if (value is null)
            {
                return await FailAsync(new PlaybookException(
                    ErrorCode.StepFailed,
                    $"The playbook {block.Call!.Playbook.Id} has stored nothing for '{name}', because the step that stores it did not run. Add a default next to its store_as.")).ConfigureAwait(false);
            }

            progress.Store(name, value);
        }

        block.Seen = string.Join(", ", outputs.Select(static output => $"{output.Name} = {Bind.Any(output.Value)}"));
        Leave();
        return null;
    }

    private async Task<Exception?> RunInsideAsync(int depth, Func<Task> steps)
    {
        try
        {
            await steps().ConfigureAwait(false);
            return null;
        }
        catch (PlaybookStepException failure)
        {
            LeaveTo(depth, failure);
            return failure;
        }
    }

    /// <summary>Captures the values of one playbook from the session.</summary>
    /// <exception cref="PlaybookException">The session does not have one of them.</exception>
    public async Task CaptureAsync(PlaybookInfo playbook, Action<string, Secret> store)
    {
        foreach (var capture in playbook.Captures)
        {
            var value = await new SessionCapture(run.Page, run.Values.BaseUrl).ReadAsync(capture).ConfigureAwait(false);
            run.Mask.Add([value.Reveal()]);
            store(capture.StoreAs, value);
            progress.Store(capture.StoreAs, value);
        }
    }

    private async Task<Exception?> BeginAsync(Playbook called, Action<string, Secret> capture)
    {
        try
        {
            await CaptureAsync(called.Info, capture).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            return run.ReasonOfStop(thrown) ?? thrown;
        }

        try
        {
            if (called.ReadStartUrl(run.Values) is { } url)
            {
                await run.OpenPageAsync(url).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception thrown)
        {
            return run.ReasonOfStop(thrown)
                ?? new PlaybookException(CauseText.Code(thrown), $"The start page of {called.Info.Id} could not be opened: {CauseText.Plain(thrown)}", thrown);
        }
    }

    /// <summary>Leaves all blocks that are deeper, because a step inside has failed.</summary>
    /// <param name="depth">The number of blocks to stay in.</param>
    /// <param name="failure">The reason.</param>
    public void LeaveTo(int depth, Exception failure)
    {
        while (run.Blocks.Depth > depth)
        {
            var block = run.Blocks.Pop();
            Publish(results.FailedInside(block, failure) with { AttemptedAgain = run.Blocks.WillAttemptAgain(failure) && !run.Stop.IsRequested });
        }
    }

    private OpenBlock Enter(StepInfo info, string? description, string input, CallFrame? call = null, IReadOnlyList<NamedValue>? arguments = null)
    {
        var step = new BlockStep(run.Blocks.Locate(info), input, arguments ?? []) { Description = description };
        run.Events.Publish(new StepStarted(step.Info, run.Current.Steps.Count, run.Mask.ApplyTo(description), run.Mask.Apply(input))
        {
            Arguments = StepArguments.From(step, run.Mask),
        });
        var block = new OpenBlock(info, step, new(run.Time)) { Call = call, Values = arguments ?? [] };
        run.Blocks.Push(block);
        return block;
    }

    private async Task<(ConditionResult? Result, Exception? Failure)> EvaluateAsync(StepCondition condition)
    {
        try
        {
            return run.Stop.IsRequested ? (null, run.Stop.Reason) : (await run.EvaluateAsync(condition).ConfigureAwait(false), null);
        }
        catch (Exception failure)
        {
            return (null, run.ReasonOfStop(failure) ?? failure);
        }
    }

    /// <summary>Leaves the innermost block, which has failed itself.</summary>
    private async Task<Exception> FailAsync(Exception failure)
    {
        var block = run.Blocks.Pop();
        var result = await results.FailedAsync(block.Step, block.Clock, [], failure, progress.Texts).ConfigureAwait(false);
        Publish(result with { Output = run.Mask.Apply(block.Seen), AttemptedAgain = run.Blocks.WillAttemptAgain(failure) && !run.Stop.IsRequested });
        return StepFailure.Create(run, progress, result, failure);
    }

    private void Publish(StepResult result)
    {
        progress.Add(result);
        run.Events.Publish(result);
    }

    private static string Count(int number, string noun) => number.ToString(CultureInfo.InvariantCulture) + " " + noun + (number == 1 ? string.Empty : "s");
}
