using Playbooks.Execution.Steps;
using Playbooks.Generated;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.Texts;

namespace Playbooks.Execution.Run;

/// <summary>Creates the result of a run.</summary>
/// <param name="playbook">The description of the playbook.</param>
/// <param name="id">The id of the run.</param>
/// <param name="folder">The folder of the run.</param>
/// <param name="given">The values of the parameters. Secrets are marked, but not masked.</param>
/// <param name="fresh">The built-in dates and fresh values.</param>
/// <param name="mask">Masks the secrets.</param>
/// <param name="clock">The start of the run.</param>
internal sealed class RunResultFactory(PlaybookInfo playbook, RunId id, RunDirectory folder, IReadOnlyList<NamedValue> given, FreshValues fresh, SecretMask mask, StepClock clock)
{
    /// <summary>Creates the result of a run whose steps all passed or were recovered.</summary>
    public PlaybookResult Passed(RunProgress progress) => Begun() with
    {
        Outcome = progress.Recovery is not null ? Outcome.Recovered
            : progress.Results.Any(static step => step.Outcome == Outcome.Flaky) ? Outcome.Flaky
            : Outcome.Passed,
        Steps = progress.Tree,
        Recovery = progress.Recovery,
    };

    /// <summary>Creates the result of a run in which a step failed for good.</summary>
    public PlaybookResult Failed(PlaybookStepException failure, RunProgress progress) => Begun() with
    {
        Error = failure.Message,
        ErrorCode = failure.Code,
        Cause = failure.Step.Cause,
        Failure = failure.Step.Failure,
        Exception = failure,
        FailedStep = failure.Step,
        Steps = progress.Tree,
        Recovery = progress.Recovery,
    };

    /// <summary>Creates the result of a run that does not meet its expectation.</summary>
    /// <param name="result">The result of the run itself.</param>
    /// <param name="unmet">The unmet expectations, at least one.</param>
    /// <param name="caseName">The name of the case, or null.</param>
    /// <param name="expectation">The expectation, or null if only the run's options are unmet.</param>
    public PlaybookResult Unmet(PlaybookResult result, IReadOnlyList<UnmetExpectation> unmet, string? caseName, RunExpectation? expectation)
    {
        var message = mask.Apply(string.Join(' ', unmet.Select(static one => one.Sentence)));
        var where = mask.Apply(caseName is null ? "The run's end" : $"Case \"{caseName}\"");
        var expectations = mask.ApplyTo([.. unmet.Select(static one => new ExpectationResult(one.Name, one.Expected, one.Seen, IsMet: false))]);
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
                Source = expectation?.Location is { } at ? mask.ApplyTo(SourceExcerpt.From(expectation.Source ?? playbook.Source, at)) : null,
                Expectations = expectations,
                Values = mask.ApplyTo(given),
                RunFolder = folder.Path,
            },
        };
    }

    /// <summary>Adds the failure of the <c>finally</c> steps to the result of a run that had failed before.</summary>
    /// <param name="result">The result of the steps before.</param>
    /// <param name="failure">The reason why the <c>finally</c> steps failed.</param>
    public PlaybookResult AndFinally(PlaybookResult result, Exception failure)
    {
        var sentence = $"The finally steps also failed: {mask.Apply(CauseText.Plain(failure))}";
        return result with
        {
            Error = StepWords.Join(result.Error!, sentence),
            Failure = result.Failure is { } details ? details with { Message = StepWords.Join(details.Message, sentence) } : null,
            Duration = clock.Elapsed,
        };
    }

    /// <summary>Creates the result of a run that failed outside of its steps.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="where">The activity, such as <c>Opening a page</c>.</param>
    /// <param name="code">The error code, used if the exception has no specific code (other than <see cref="ErrorCode.InternalError"/>).</param>
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
            Exception = MaskedException.Create(failure, mask),
            Failure = new() { Where = where, Message = message, Cause = cause, Code = code, Values = mask.ApplyTo(given), RunFolder = folder.Path },
        };
    }

    private PlaybookResult Begun() => new(mask)
    {
        Playbook = playbook,
        Outcome = Outcome.Failed,
        RunId = id,
        RunFolder = folder.Path,
        Values = mask.ApplyTo([.. given, .. fresh.Used]),
        FreshValues = mask.ApplyTo(fresh.Used),
        Seed = mask.Apply(fresh.Seed),
        StartedAt = clock.StartedAt,
        Duration = clock.Elapsed,
    };
}
