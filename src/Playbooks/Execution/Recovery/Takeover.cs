using Playbooks.Execution.Failure;
using Playbooks.Execution.Run;
using Playbooks.Execution.Steps;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Texts;

namespace Playbooks.Execution.Recovery;

/// <summary>Verifies the steps from the failed one on, in order, after a recovery agent has reported that they are done.</summary>
internal sealed class Takeover(RunContext run, StepResultFactory ending, RecoveryResult said, StepResult failed, Exception failure)
{
    private readonly List<StepResult> results = [];

    /// <summary>Gets the failed step.</summary>
    public StepResult Failed => failed;

    /// <summary>Gets the reason of the failure.</summary>
    public Exception Failure => failure;

    /// <summary>Gets the verified steps, the failed one first.</summary>
    public IReadOnlyList<StepResult> Checked => results;

    /// <summary>Verifies a step: its expectations, and the value that it stores.</summary>
    public async Task<(StepResult Result, object? Value)> CheckAsync(Step step, OutputBinding? binding)
    {
        var clock = new StepClock(run.Time);
        IReadOnlyList<ExpectationResult> expectations = [];
        object? value = null;
        Exception? problem = null;
        try
        {
            run.Stop.Token.ThrowIfCancellationRequested();
            if (step.Verify is { } verify)
            {
                expectations = await run.VerifyAsync(verify).ConfigureAwait(false);
            }

            if (expectations.Any(static one => !one.Held))
            {
                problem = new VerificationException(expectations);
            }
            else if (binding is not null)
            {
                value = Read(step, binding);
            }
        }
        catch (Exception thrown)
        {
            problem = run.Stop.IsRequested && thrown is OperationCanceledException ? run.Stop.Reason : thrown;
        }

        var check = new AttemptResult
        {
            Number = step.Info.Number == failed.Info.Number ? failed.Attempts.Count + 1 : 1,
            Duration = clock.Elapsed,
            Cause = problem is null ? null : run.Mask.Apply(CauseText.Plain(problem)),
            ErrorCode = problem is null ? null : CauseText.Code(problem),
            Expectations = run.Mask.ApplyTo(expectations),
        };
        var result = ending.TakenOver(step, clock, check, value);
        results.Add(result);
        return (result, value);
    }

    /// <summary>Creates the record of the recovery.</summary>
    public RecoveryRecord Record(RecoveryStatus status, string? why) => new()
    {
        Status = status,
        StepNumber = failed.Info.Number,
        Why = why,
        Actions = run.Mask.ApplyTo(said.Actions),
        Verified = [.. results],
        InputTokens = said.InputTokens,
        OutputTokens = said.OutputTokens,
    };

    private object Read(Step step, OutputBinding binding)
    {
        var name = step.Info.StoreAs ?? step.Info.Path;
        return said.Values.TryGetValue(name, out var text)
            ? binding.Parse(text)
            : throw new PlaybookException(ErrorCode.RecoveryFailed, $"The agent returned no value for {name}.");
    }
}
