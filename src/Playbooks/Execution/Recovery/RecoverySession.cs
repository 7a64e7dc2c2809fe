using Playbooks.Execution.Run;
using Playbooks.Execution.Steps;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Texts;

namespace Playbooks.Execution.Recovery;

/// <summary>
/// The recoveries of one run. The agent works in turns: a turn begins at a failed step and ends when the agent returns. If the agent reports
/// the next step as done as well, the playbook continues to that step while the agent waits, and the step is verified there.
/// </summary>
internal sealed class RecoverySession(RunContext run, IRecoveryAgent agent, RunProgress progress) : IDisposable
{
    private const float PictureMilliseconds = 5_000;

    // An agent that goes on after its calls are refused does not notice that it must end.
    private const int MostRefusals = 10;

    private readonly RecoveryLimits limits = run.Options.RecoveryLimits;
    private readonly Dictionary<object, object?> items = [];
    private readonly List<RecoveryActionResult> actions = [];
    private readonly List<StepResult> verified = [];
    private readonly ActedElements acted = new(run);
    private readonly ElementDescriber describer = new(run);
    private readonly StepCheck check = new(run);
    private AgentActions? performer;
    private RecoveryTurn? turn;
    private TimeSpan used;
    private int calls;
    private long inputTokens;
    private long outputTokens;
    private long takenInputTokens;
    private long takenOutputTokens;
    private int firstStep;

    /// <summary>Gets whether the agent has reported a step as done that the playbook has not reached yet.</summary>
    public bool HasClaim => turn?.Pending is not null;

    /// <summary>Calls the agent for a failed step.</summary>
    /// <returns>The verified step, or null and the reason.</returns>
    public async Task<(CheckedStep? Verified, string? Reason)> RecoverAsync(Step step, OutputBinding? binding, StepResult failed)
    {
        firstStep = firstStep == 0 ? failed.Info.Number : firstStep;
        if (Exhausted() is { } reason)
        {
            return (null, reason);
        }

        try
        {
            await new BotWall(run, limits.Captcha).PassAsync().ConfigureAwait(false);
        }
        catch (PlaybookException unsolved)
        {
            return (null, unsolved.Message);
        }

        run.Events.PublishRecoveryStarted(failed);
        turn = new(run, failed, limits.Time - used, (means, token) => agent.RecoverAsync(Request(failed, means), token));
        return await ServeAsync(step, binding, failed.Attempts.Count + 1, first: null).ConfigureAwait(false);
    }

    /// <summary>Verifies the step that the agent has reported as done, now that the playbook has reached it.</summary>
    /// <returns>The verified step, or null if the playbook performs the step by itself.</returns>
    public async Task<CheckedStep?> TakeClaimAsync(Step step, OutputBinding? binding)
    {
        var claim = turn!.Pending;
        turn.Pending = null;
        return (await ServeAsync(step, binding, 1, claim).ConfigureAwait(false)).Verified;
    }

    /// <summary>Asks a step that is not safe to repeat whether it is done already, if the agent has acted on its element.</summary>
    /// <returns>The verified step, or null if the playbook performs the step by itself.</returns>
    public async Task<CheckedStep?> FindDoneAsync(Step step, OutputBinding? binding)
    {
        if (step.IsSafeToRepeat || step.Verify is null || !acted.Take(step))
        {
            return null;
        }

        var asked = await check.CheckAsync(step, binding is not null, 1, claim: null).ConfigureAwait(false);
        return asked.Attempt.Passed ? asked : null;
    }

    /// <summary>Adds a verified step to the record.</summary>
    public void Add(StepResult result) => verified.Add(result);

    /// <summary>Ends the agent's turn, because no step follows.</summary>
    public async Task EndAsync()
    {
        if (turn is null)
        {
            return;
        }

        var call = (RecoveryCall?)turn.Pending;
        turn.Pending = null;
        for (; call is not null && ++calls < limits.Actions + MostRefusals; call = await turn.NextAsync().ConfigureAwait(false))
        {
            Refuse(call, "The playbook has ended: no step follows.");
        }

        await EndTurnAsync(isVerified: true).ConfigureAwait(false);
    }

    /// <summary>Creates the record of all recoveries of the run.</summary>
    public RecoveryRecord Record(RecoveryStatus status, string? why) => new()
    {
        Status = status,
        StepNumber = firstStep,
        Reason = why,
        Actions = [.. actions],
        Verified = [.. verified],
        InputTokens = Used.Input,
        OutputTokens = Used.Output,
    };

    /// <summary>Adds the tokens that no step contains yet to the result of a step.</summary>
    public StepResult AddTokens(StepResult step)
    {
        var (input, output) = Used;
        var added = step with
        {
            RecoveryInputTokens = step.RecoveryInputTokens + input - takenInputTokens,
            RecoveryOutputTokens = step.RecoveryOutputTokens + output - takenOutputTokens,
        };
        (takenInputTokens, takenOutputTokens) = (input, output);
        return added;
    }

    private (long Input, long Output) Used => (inputTokens + (turn?.InputTokens ?? 0), outputTokens + (turn?.OutputTokens ?? 0));

    public void Dispose() => turn?.Dispose();

    /// <summary>Answers the agent until it has completed the step and goes on to a later one, or until it returns.</summary>
    private async Task<(CheckedStep? Verified, string? Reason)> ServeAsync(Step step, OutputBinding? binding, int number, RecoveryCall? first)
    {
        CheckedStep? last = null;
        for (var call = first ?? await turn!.NextAsync().ConfigureAwait(false);
            call is not null && ++calls < limits.Actions + MostRefusals;
            call = await turn!.NextAsync().ConfigureAwait(false))
        {
            var isDone = last is { Attempt.Passed: true };
            if (calls > limits.Actions)
            {
                Refuse(call, $"The recovery may use {limits.Actions} actions, all of which have been used. It must end.");
            }
            else if (call is ActionCall action)
            {
                performer ??= new(run, progress, acted);
                var result = await performer.ExecuteAsync(action.Action, step).ConfigureAwait(false);
                actions.Add(result);
                action.Reply(result);
            }
            else if (call is ClaimCall claim && claim.Step.ToString() == step.Info.Path)
            {
                last = isDone ? last : await check.CheckAsync(step, binding is not null, number, claim).ConfigureAwait(false);
                claim.Reply(last!.ToAnswer(run.Mask));
            }
            else if (isDone)
            {
                // The playbook goes on to that step, or to one that comes first.
                turn!.Pending = (ClaimCall)call;
                return (last, null);
            }
            else
            {
                Refuse(call, $"Step {step.Info.Path} comes first, and is not verified yet.");
            }
        }

        var verdict = last is { Attempt.Passed: true } ? last : null;
        var end = await EndTurnAsync(verdict is not null).ConfigureAwait(false);
        return (verdict, verdict is null ? end.Reason ?? last?.Attempt.Cause ?? $"The agent ended without reporting step {step.Info.Path} as done." : null);
    }

    private static void Refuse(RecoveryCall call, string why)
    {
        switch (call)
        {
            case ActionCall action:
                var refused = new RecoveryActionResult(action.Action, Succeeded: false) { IsRefused = true, Error = why };
                action.Reply(refused);
                break;
            case ClaimCall claim:
                claim.Reply(new(Verified: false, why));
                break;
        }
    }

    private async Task<RecoveryResult> EndTurnAsync(bool isVerified)
    {
        var ended = turn!;
        turn = null;
        var result = await ended.EndAsync().ConfigureAwait(false);
        used += ended.Elapsed;
        var (input, output) = (result.InputTokens + ended.InputTokens, result.OutputTokens + ended.OutputTokens);
        inputTokens += input;
        outputTokens += output;
        run.Events.Publish(new RecoveryEnded(ended.Failed, isVerified, isVerified ? null : run.Mask.ApplyTo(result.Reason), ended.Elapsed, input, output));
        ended.Dispose();
        return result;
    }

    private string? Exhausted() =>
        calls >= limits.Actions ? $"The recoveries of this run may use {limits.Actions} actions, all of which have been used."
        : used >= limits.Time ? $"The recoveries of this run may take {limits.Time.InWords()}, all of which has been used."
        : limits.Tokens is { } tokens && inputTokens + outputTokens >= tokens ? $"The recoveries of this run may use {tokens} tokens, all of which have been used."
        : null;

    private RecoveryRequest Request(StepResult failed, RecoveryActions means)
    {
        NamedValue[] builtIn = [new("base_url", run.Values.BaseUrl), new("run_id", run.Values.RunId)];
        return new()
        {
            RunId = RunId.From(run.Values.RunId),
            Playbook = run.Current,
            SourceText = run.Mask.Apply(run.Current.Source.ReadText()),
            FailedStep = failed,
            RemainingSteps = [.. run.Current.Steps.Where(other => other.Number > failed.Info.Number).Select(run.Blocks.Locate)],
            Values = run.Mask.ApplyTo([.. run.Given, .. builtIn, .. progress.Texts, .. run.Blocks.Values]),
            Guardrails = run.Options.Guardrails ?? run.Playbook.Guardrails,
            Limits = limits with { Actions = limits.Actions - calls, Time = limits.Time - used, Tokens = limits.Tokens - inputTokens - outputTokens },
            Page = new(() => run.Page, run.Mask.Apply, () => run.Screenshots.PhotographAsync(run.Page, element: null, PictureMilliseconds), describer.DescribeAsync),
            Actions = means,
            Items = items,
        };
    }
}
