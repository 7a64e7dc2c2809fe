

using Playbooks.Execution.Steps;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.Texts;

namespace Playbooks.Execution.Run;

/// <summary>Says how a run ended.</summary>
/// <param name="playbook">What ran.</param>
/// <param name="id">The run.</param>
/// <param name="folder">Its folder.</param>
/// <param name="given">The parameters' values; secrets are marked and not masked.</param>
/// <param name="mask">Hides them.</param>
/// <param name="clock">When it began.</param>
internal sealed class RunResultFactory(PlaybookInfo playbook, RunId id, RunDirectory folder, IReadOnlyList<NamedValue> given, SecretMask mask, StepClock clock)
{
    /// <summary>All steps passed, or were recovered.</summary>
    public PlaybookResult Passed(StepSequence sequence) => Begun() with
    {
        Outcome = sequence.Recovery is not null ? Outcome.Recovered
            : sequence.Results.Any(static step => step.Outcome == Outcome.Flaky) ? Outcome.Flaky
            : Outcome.Passed,
        Steps = [.. sequence.Results],
        Recovery = sequence.Recovery,
    };

    /// <summary>A step failed for good.</summary>
    public PlaybookResult Failed(PlaybookStepException failure, StepSequence sequence) => Begun() with
    {
        Error = failure.Message,
        ErrorCode = failure.Code,
        Cause = failure.Step.Cause,
        Failure = failure.Step.Failure,
        Exception = failure,
        FailedStep = failure.Step,
        Steps = [.. sequence.Results],
        Recovery = sequence.Recovery,
    };

    /// <summary>The run does not meet what is expected of it.</summary>
    /// <param name="result">How it ended by itself.</param>
    /// <param name="unmet">What it does not meet; at least one.</param>
    /// <param name="caseName">The case that expects it; null: none.</param>
    /// <param name="location">Where that stands in the playbook's file; null: nowhere.</param>
    public PlaybookResult Unmet(PlaybookResult result, IReadOnlyList<UnmetExpectation> unmet, string? caseName, SourceLocation? location)
    {
        var message = mask.Apply(string.Join(' ', unmet.Select(static one => one.Sentence)));
        var where = mask.Apply(caseName is null ? "The run's end" : $"Case \"{caseName}\"");
        var expectations = mask.ApplyTo([.. unmet.Select(static one => new ExpectationResult(one.Name, one.Expected, one.Seen, Held: false))]);
        if (result.Failure is { } failure)
        {
            return result with
            {
                Error = $"{where}: {message} {result.Error}",
                Failure = failure with { Message = StepWords.Join(message, failure.Message), Expectations = [.. expectations, .. failure.Expectations] },
            };
        }

        var error = $"{where}: {message}";
        return result with
        {
            Outcome = Outcome.Failed,
            Error = error,
            ErrorCode = ErrorCode.VerificationFailed,
            Cause = message,
            Exception = new PlaybookException(ErrorCode.VerificationFailed, error),
            Failure = new()
            {
                Where = where,
                Message = message,
                Cause = message,
                Code = ErrorCode.VerificationFailed,
                Source = location is { } at ? mask.ApplyTo(SourceExcerpt.Of(playbook.Source, at)) : null,
                Expectations = expectations,
                Values = mask.ApplyTo(given),
                RunFolder = folder.Path,
            },
        };
    }

    /// <summary>Something else went wrong.</summary>
    /// <param name="failure">What.</param>
    /// <param name="where">What was done, as <c>Opening a page</c>.</param>
    /// <param name="code">Why, for programs; a failure that knows better than <see cref="ErrorCode.InternalError"/> says so itself.</param>
    public PlaybookResult Failed(Exception failure, string where, ErrorCode code)
    {
        var message = mask.Apply(CauseText.Plain(failure));
        var cause = mask.Apply(CauseText.Technical(failure));
        code = code == ErrorCode.InternalError && failure is PlaybookException known ? known.Code : code;
        return Begun() with
        {
            Error = $"{where}: {message}",
            ErrorCode = code,
            Cause = cause,
            Exception = MaskedException.Of(failure, mask),
            Failure = new() { Where = where, Message = message, Cause = cause, Code = code, Values = mask.ApplyTo(given), RunFolder = folder.Path },
        };
    }

    private PlaybookResult Begun() => new(mask)
    {
        Playbook = playbook,
        Outcome = Outcome.Failed,
        RunId = id,
        RunFolder = folder.Path,
        Values = mask.ApplyTo(given),
        StartedAt = clock.StartedAt,
        Duration = clock.Elapsed,
    };
}
