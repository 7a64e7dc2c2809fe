using Microsoft.Playwright;
using Playbooks.Agent.Goals;

namespace Playbooks.Agent;

public sealed partial class PlaybookAgent
{
    /// <summary>Performs a task that is described in plain language, on a page that stays open. Guardrails, limits, and evidence are those of a recovery.</summary>
    /// <param name="goal">What to do, such as <c>Cancel order 12345</c>. Destructive controls are available only if the goal names what they do.</param>
    /// <param name="page">The page.</param>
    /// <param name="task">The check of the result, the values, and the options of the run, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The result. A failure is reported in it, never as an exception.</returns>
    /// <exception cref="ArgumentException">The goal is empty, or an option of the run is invalid.</exception>
    public async Task<AgentResult> RunAsync(string goal, IPage page, AgentTask? task = null, CancellationToken cancellationToken = default)
    {
        var (verdict, run, draft, _) = await RunGoalAsync<string>(goal, page, task ?? new(), returnsValue: false, cancellationToken).ConfigureAwait(false);
        return new(verdict, run, draft);
    }

    /// <summary>Performs a task that is described in plain language and returns a value, on a page that stays open. The run reads the value from the element that the model names.</summary>
    /// <typeparam name="TValue">The type of the value: string, int, decimal, bool, or <see cref="DateOnly"/>.</typeparam>
    /// <param name="goal">What to do, such as <c>Find the newest order of Ada and read its total</c>.</param>
    /// <param name="page">The page.</param>
    /// <param name="task">The check of the result, the values, and the options of the run, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The result. A failure is reported in it, never as an exception.</returns>
    /// <exception cref="ArgumentException">The goal is empty, or an option of the run is invalid.</exception>
    /// <exception cref="NotSupportedException">A step cannot output the type.</exception>
    public async Task<AgentResult<TValue>> RunAsync<TValue>(string goal, IPage page, AgentTask? task = null, CancellationToken cancellationToken = default)
        where TValue : notnull
    {
        var (verdict, run, draft, value) = await RunGoalAsync<TValue>(goal, page, task ?? new(), returnsValue: true, cancellationToken).ConfigureAwait(false);
        return new(verdict, run, draft, value);
    }

    private async Task<(AgentVerdict Verdict, PlaybookResult Run, string? Draft, object? Value)> RunGoalAsync<TValue>(
        string goal, IPage page, AgentTask task, bool returnsValue, CancellationToken cancellationToken)
        where TValue : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(goal);
        ArgumentNullException.ThrowIfNull(page);
        var kind = returnsValue ? GoalValue.KindOf<TValue>() : null;
        var playbook = new GoalPlaybook<TValue>(goal, task, kind);
        var agent = new GoalAgent(this, goal, task, kind);
        var run = await new PlaybookRunner(task.Options with { Recovery = agent, Model = task.Options.Model ?? this }).RunAsync(playbook, page, cancellationToken: cancellationToken).ConfigureAwait(false);
        var isUnverified = run.Outcome == Outcome.Failed && task.Verify is null && run.ErrorCode == ErrorCode.RecoveryFailed && run.Recovery is { Verified.Count: > 0 };
        var verdict = run.Outcome != Outcome.Failed && run.Recovery is { Status: RecoveryStatus.Succeeded } ? AgentVerdict.Verified : isUnverified ? AgentVerdict.Unverified : AgentVerdict.Failed;
        return (verdict, run, new PlaybookDraft(task, kind, agent, run).Write(), run.Outputs.Result);
    }
}
