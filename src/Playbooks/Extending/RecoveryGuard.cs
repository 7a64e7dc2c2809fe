

using Playbooks.Guarding;
using Playbooks.Guarding.Stuck;
using Playbooks.Guarding.Urls;

namespace Playbooks;

/// <summary>What a recovery agent asks before each of its actions, and tells after it.</summary>
public sealed class RecoveryGuard
{
    private readonly StuckDetector detector;
    private readonly Func<string, string?, Refusal?> forbids;
    private readonly ErrorLimit errors;
    private readonly Action<StuckVerdict> judged;
    private readonly Func<PlaybookException, bool> end;

    internal RecoveryGuard(
        Guardrails rules, Func<string, string?, Refusal?> forbids, ErrorLimit errors, Action<StuckVerdict> judged, Func<PlaybookException, bool> end)
    {
        this.judged = judged;
        detector = new(rules);
        this.forbids = forbids;
        this.errors = errors;
        this.end = end;
    }

    /// <summary>An action is about to be done.</summary>
    /// <param name="action">What; the input of a <c>goto</c> is its URL, a relative one resolved against the base URL, else against the page's.</param>
    /// <param name="url">The page's URL now; null: there is none.</param>
    /// <returns>What the agent's model should be told: nothing, a hint or a warning.</returns>
    /// <exception cref="PlaybookException">
    /// It must not be done. <see cref="ErrorCode.GuardrailBlocked"/>: the URL is forbidden; another one may be tried.
    /// <see cref="ErrorCode.Stuck"/>: the agent goes round in circles; the recovery and the run end.
    /// </exception>
    public StuckVerdict Before(RecoveryAction action, string? url)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (action is { Action: "goto", Input: { } target } && forbids(target, url) is { } refusal)
        {
            throw refusal.ToException();
        }

        var verdict = detector.Add(new(action.Action, string.Join(' ', new[] { action.Selector, action.Input }.Where(static part => part is not null)), url));
        judged(verdict);
        if (verdict.Level == StuckLevel.Stop)
        {
            var stuck = new PlaybookException(ErrorCode.Stuck, $"The recovery agent goes round in circles and was stopped ({verdict.Rule}). {verdict.Sentence}");
            end(stuck);
            throw stuck;
        }

        return verdict;
    }

    /// <summary>The action that was asked about has ended.</summary>
    /// <param name="succeeded">Whether it did what it should.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.GuardrailBlocked"/>: too many failed in a row; the recovery and the run end.</exception>
    public void After(bool succeeded)
    {
        detector.End(failed: !succeeded);
        if (succeeded)
        {
            errors.Succeeded();
        }
        else if (errors.Failed(attempts: 1) is { } refusal)
        {
            var tooMany = (refusal with { Subject = "Another action of the recovery agent" }).ToException();
            end(tooMany);
            throw tooMany;
        }
    }
}
