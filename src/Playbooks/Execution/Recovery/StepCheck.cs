using Playbooks.Execution.Failure;
using Playbooks.Execution.Run;
using Playbooks.Execution.Steps;
using Playbooks.Generated;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Texts;

namespace Playbooks.Execution.Recovery;

/// <summary>The result of verifying a step that the playbook did not perform by itself.</summary>
/// <param name="Attempt">The result as an attempt, masked.</param>
/// <param name="Value">The value that the step stores, or null if it stores none or is not verified.</param>
internal sealed record CheckedStep(AttemptResult Attempt, object? Value)
{
    /// <summary>Creates the answer for the agent.</summary>
    public StepDoneResult ToAnswer(SecretMask mask) =>
        new(Attempt.Passed, Attempt.Cause) { Expectations = Attempt.Expectations, Value = mask.ApplyTo(Bind.Any(Value)) };
}

/// <summary>Verifies a step without performing it: its <c>verify</c>, and the value that it stores, which is read from the page.</summary>
internal sealed class StepCheck(RunContext run)
{
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(5);

    private readonly ElementDescriber describer = new(run);

    /// <summary>Verifies a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="stores">Whether the step stores a value.</param>
    /// <param name="number">The number of the attempt that the check counts as.</param>
    /// <param name="claim">What the agent has reported, or null if the step itself is asked.</param>
    public async Task<CheckedStep> CheckAsync(Step step, bool stores, int number, ClaimCall? claim)
    {
        var clock = new StepClock(run.Time);
        IReadOnlyList<ExpectationResult> expectations = [];
        object? value = null;
        string? read = null;
        Exception? problem = null;
        try
        {
            run.Stop.Token.ThrowIfCancellationRequested();
            expectations = step.Verify is { } verify ? await run.VerifyAsync(verify, step.Info.Number).ConfigureAwait(false) : [];
            problem = expectations.All(static one => one.IsMet) ? null : new VerificationException(expectations);
            value = problem is null && stores ? await ReadAsync(step, claim).ConfigureAwait(false) : null;
            read = value is not null && claim?.ValueSelector is { } selector ? (await describer.DescribeAsync(selector).ConfigureAwait(false))?.Selector ?? selector : null;
        }
        catch (Exception thrown)
        {
            problem = run.Stop.IsRequested && thrown is OperationCanceledException ? run.Stop.Reason : thrown;
        }

        return new(
            new()
            {
                Number = number,
                Duration = clock.Elapsed,
                Cause = problem is null ? null : run.Mask.Apply(CauseText.Plain(problem)),
                ErrorCode = problem is null ? null : CauseText.Code(problem),
                Expectations = run.Mask.ApplyTo(expectations),
                SelectorUsed = run.Mask.ApplyTo(read),
                Url = run.Mask.Apply(run.Page.Url),
            },
            problem is null ? value : null);
    }

    private async Task<object> ReadAsync(Step step, ClaimCall? claim)
    {
        var name = step.Info.StoreAs ?? step.Info.Path;
        var context = run.Begin(step.Info.Number, Reading);
        if (claim?.ModelAnswer is { } answer)
        {
            return await AnswerAsync(step, name, answer).ConfigureAwait(false);
        }

        if (claim?.ValueSelector is { } selector)
        {
            var value = await step.ReadFromAsync(context, new SelectorChain(selector)).WaitAsync(run.Stop.Token).ConfigureAwait(false);
            return value is "" ? throw Refused($"The element {selector} has no text, so it does not show the value of {name}.") : value;
        }

        return step.IsSafeToRepeat && await step.ActAsync(context).WaitAsync(run.Stop.Token).ConfigureAwait(false) is { } read
            ? read
            : throw Refused($"The step stores {name}: name the element that shows its value.");
    }

    private async Task<object> AnswerAsync(Step step, string name, string answer)
    {
        if (!step.AsksModel)
        {
            throw Refused($"The value of {name} is read from the page: name the element that shows it.");
        }

        foreach (var text in step.ShownTexts(answer))
        {
            var seen = await run.VerifyAsync(new() { TextOnPage = text, Timeout = TimeSpan.FromSeconds(1) }, step.Info.Number).ConfigureAwait(false);
            if (text.Length == 0 || !seen.All(static one => one.IsMet))
            {
                throw Refused($"The answer for {name} is not text on the page{(text == answer.Trim() ? string.Empty : $": \"{text}\"")}.");
            }
        }

        return step.ParseValue(answer);
    }

    private static PlaybookException Refused(string sentence) => new(ErrorCode.RecoveryFailed, sentence);
}
