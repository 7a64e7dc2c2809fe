using System.Text.RegularExpressions;
using Playbooks.Execution.Run;
using Playbooks.Execution.Steps;
using Playbooks.Generated;
using Playbooks.Guarding;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Texts;

namespace Playbooks.Execution.Recovery;

/// <summary>Performs the actions of a recovery agent as steps: once, with guardrails, recording, log, and stuck detection.</summary>
internal sealed partial class AgentActions(RunContext run, RunProgress progress, ActedElements acted)
{
    private readonly AttemptRunner attempts = new(run);
    private readonly ActionScreenshot screenshot = new(run);
    private readonly RecoveryGuard guard = run.Guard.ForRecovery(run.Values.BaseUrl);
    private readonly ElementDescriber describer = new(run);
    private readonly BotWall wall = new(run, run.Options.RecoveryLimits.Captcha);

    /// <summary>Performs an action. A failure or a refusal is a result.</summary>
    /// <param name="action">The action.</param>
    /// <param name="at">The step that the agent recovers.</param>
    public async Task<RecoveryActionResult> ExecuteAsync(RecoveryAction action, Step at)
    {
        var clock = new StepClock(run.Time);
        var shown = Masked(action);
        StuckVerdict verdict;
        Step step;
        try
        {
            step = new AgentStep(action, at, Fill).Create();
            var url = step is GotoStep navigation ? navigation.Url : null;
            verdict = guard.Before(new(action.Action, run.Mask.Apply(step.InputSummary), run.Page.Url), url);
        }
        catch (PlaybookException refused)
        {
            var refusal = new RecoveryActionResult(shown, Succeeded: false) { IsRefused = true, Error = run.Mask.Apply(refused.Message), Url = run.Mask.Apply(run.Page.Url) };
            Publish(at, refusal, new() { Number = 1, Duration = clock.Elapsed, Cause = refusal.Error, ErrorCode = refused.Code, Url = refusal.Url });
            return refusal;
        }

        // The selectors of the playbook's own steps can contain secrets. The agent sees none of them.
        await acted.RememberAsync(step, selector => Fill(selector, allowsSecrets: true)).ConfigureAwait(false);
        var element = step.Selector is { } chain ? await describer.DescribeAsync(chain.Primary).ConfigureAwait(false) : null;
        await run.Recorder.BeginStepAsync(step.Info, $"Recovery: {shown}", run.Current.Source.Path).ConfigureAwait(false);
        var attempt = await attempts.RunAsync(step, 1, previous: null).ConfigureAwait(false);
        var result = attempt.Result with { ScreenshotPath = attempt.Result.ScreenshotPath ?? await screenshot.TakeAsync(step.Info.Number, step.Info.Action).ConfigureAwait(false) };
        await run.Recorder.EndAsync().ConfigureAwait(false);
        var answer = new RecoveryActionResult(shown, attempt.Failure is null)
        {
            Error = attempt.Failure is { } failure ? run.Mask.Apply(CauseText.Plain(failure)) : null,
            Output = run.Mask.ApplyTo(Bind.Any(attempt.Output)),
            Url = result.Url,
            Element = element,
            Notes = result.Notes,
            Warning = verdict.Level == StuckLevel.None ? null : verdict.Sentence,
        };
        Publish(at, answer, result);
        try
        {
            answer = step.ChangesPage && await wall.PassAsync().ConfigureAwait(false) is { } passed ? answer with { Notes = [passed, .. answer.Notes] } : answer;
            guard.After(attempt.Failure is null);
        }
        catch (PlaybookException ended)
        {
            answer = answer with { Error = run.Mask.Apply(ended.Message) };
        }

        run.PublishNotes();
        return answer;
    }

    private void Publish(Step at, RecoveryActionResult action, AttemptResult attempt) => run.Events.Publish(new RecoveryActed(at.Info, action, attempt));

    private RecoveryAction Masked(RecoveryAction action) => new(run.Mask.Apply(action.Action), run.Mask.ApplyTo(action.Selector))
    {
        Params = action.Params.ToDictionary(static one => one.Key, one => run.Mask.Apply(one.Value)),
    };

    private string Fill(string text, bool allowsSecrets) => Placeholder().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        if (Values().FirstOrDefault(one => one.Name == name) is not { } value)
        {
            return match.Value;
        }

        return value.Secret && !allowsSecrets
            ? throw new PlaybookException(ErrorCode.InvalidRequest, $"The secret {name} can only be typed: use the param text of key_press.")
            : value.Text;
    });

    private IEnumerable<NamedValue> Values() => [.. progress.Texts, .. run.Blocks.Values.Reverse(), .. run.Given, new("base_url", run.Values.BaseUrl), new("run_id", run.Values.RunId)];

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
