using Playbooks.Guarding.Stuck;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding;

/// <summary>Checks the actions of a recovery agent, before and after each.</summary>
internal sealed class RecoveryGuard
{
    private readonly StuckDetector detector;
    private readonly Func<string, string?, Refusal?> forbids;
    private readonly ErrorLimit errors;
    private readonly Action<StuckVerdict> judged;
    private readonly Func<PlaybookException, bool> end;

    public RecoveryGuard(
        Guardrails rules, Func<string, string?, Refusal?> forbids, ErrorLimit errors, Action<StuckVerdict> judged, Func<PlaybookException, bool> end)
    {
        this.judged = judged;
        detector = new(rules);
        this.forbids = forbids;
        this.errors = errors;
        this.end = end;
    }

    /// <summary>Checks an action before it is performed.</summary>
    /// <param name="action">The action, with the current URL of the page.</param>
    /// <param name="target">The URL that the action opens, or null. A relative URL is resolved against the base URL, or else against the URL of the page.</param>
    /// <returns>A verdict to pass on to the agent's model: nothing, a hint, or a warning.</returns>
    /// <exception cref="PlaybookException">
    /// The action must not be performed. <see cref="ErrorCode.GuardrailBlocked"/>: the URL is blocked; the agent can use another one.
    /// <see cref="ErrorCode.Stuck"/>: the agent loops; the recovery and the run end.
    /// </exception>
    public StuckVerdict Before(StuckAction action, string? target)
    {
        if (target is not null && forbids(target, action.Url) is { } refusal)
        {
            throw refusal.ToException();
        }

        var verdict = detector.Add(action);
        judged(verdict);
        if (verdict.Level == StuckLevel.Stop)
        {
            var stuck = new PlaybookException(ErrorCode.Stuck, $"The recovery agent repeated itself without progress and was stopped ({verdict.Rule}). {verdict.Sentence}");
            end(stuck);
            throw stuck;
        }

        return verdict;
    }

    /// <summary>Reports that the action passed to <see cref="Before"/> has ended.</summary>
    /// <param name="succeeded">Whether the action succeeded.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.GuardrailBlocked"/>: too many consecutive actions failed; the recovery and the run end.</exception>
    public void After(bool succeeded)
    {
        detector.End(failed: !succeeded);
        if (succeeded)
        {
            errors.Reset();
        }
        else if (errors.Failed(attempts: 1) is { } refusal)
        {
            var tooMany = (refusal with { Subject = "Another action of the recovery agent" }).ToException();
            end(tooMany);
            throw tooMany;
        }
    }
}
