namespace Playbooks.RunFolder.Log;

/// <summary>Turns what a run tells of its steps into the log's records: one for each try, and for what a recovery agent did.</summary>
internal sealed class StepRecords
{
    private StepStarted? started;
    private int written;

    /// <summary>A step begins; the tries that follow are its own.</summary>
    public void Begin(StepStarted step) => (started, written) = (step, 0);

    /// <summary>The start page was opened, or was not.</summary>
    public static ActionRecord StartPage(string url, TimeSpan duration, FailureDetails? failure, string? screenshot) => new()
    {
        Step = 0,
        Path = "0",
        Tool = ActionRecord.PlaybookTool,
        Action = "goto",
        Description = "Open the start page",
        InputSummary = url,
        Input = new Dictionary<string, string> { ["url"] = url },
        Acted = true,
        DurationMs = duration.TotalMilliseconds,
        Success = failure is null,
        Outcome = failure is null ? Outcome.Passed : Outcome.Failed,
        HasScreenshot = screenshot is not null,
        Screenshot = Path.GetFileName(screenshot),
        Error = failure?.Message,
        ErrorCode = failure?.Code.WireText(),
        Cause = failure?.Cause,
        Url = failure is null ? url : failure.Url,
    };

    /// <summary>A try that another follows. The last one is written when it is known how the step ended.</summary>
    public IEnumerable<ActionRecord> Of(AttemptFailed failed)
    {
        if (!failed.IsLast)
        {
            written = failed.Attempt.Number;
            yield return Try(failed.Step, started?.Description, started?.Input, failed.Attempt) with
            {
                Input = started?.Arguments ?? new Dictionary<string, string>(),
            };
        }
    }

    /// <summary>A step failed, and what becomes of it is left to a recovery agent.</summary>
    public IEnumerable<ActionRecord> BeforeRecovery(StepResult failed) => Unwritten(failed);

    /// <summary>A recovery agent has returned: its call, which holds its time and its tokens, and what it did.</summary>
    public static IEnumerable<ActionRecord> Of(RecoveryEnded recovery)
    {
        var call = Place(recovery.Failed.Info) with
        {
            Tool = ActionRecord.RecoveryTool,
            Action = "llm_recover",
            Description = recovery.Failed.Description,
            DurationMs = recovery.Duration.TotalMilliseconds,
            Success = recovery.Done,
            ErrorCode = recovery.Done ? null : ErrorCodes.WireText(Playbooks.ErrorCode.RecoveryFailed),
            Cause = recovery.Why,
            InputTokens = recovery.InputTokens,
            OutputTokens = recovery.OutputTokens,
        };
        return recovery.Actions.Select(action => Of(recovery.Failed.Info, action)).Prepend(call);
    }

    /// <summary>A step ended: its tries that are not written yet, the last of which says how.</summary>
    public IEnumerable<ActionRecord> Of(StepResult step)
    {
        var tries = Unwritten(step);
        if (tries.Count == 0)
        {
            // All tries were told of before the recovery that has failed now; or it came to none.
            tries.Add(Try(step, new()
            {
                Number = step.Attempts.Count + 1,
                Duration = step.Attempts.Count == 0 ? step.Duration : TimeSpan.Zero,
                Cause = step.Cause,
                ErrorCode = step.ErrorCode,
            }) with
            {
                Tool = step.Attempts.Count == 0 ? ActionRecord.PlaybookTool : ActionRecord.RecoveryTool,
            });
        }

        tries[^1] = tries[^1] with
        {
            Success = step.Outcome != Outcome.Failed,
            Outcome = step.Outcome,
            ResultText = step.Output,
            StoreAs = step.Output is null ? null : step.Info.StoreAs,
        };
        if (step.Outcome == Outcome.Failed)
        {
            tries[^1] = tries[^1] with { Error = step.Error, ErrorCode = step.ErrorCode?.WireText(), Cause = step.Cause };
        }

        return tries;
    }

    private List<ActionRecord> Unwritten(StepResult step)
    {
        var tries = step.Attempts.Where(attempt => attempt.Number > written).Select(attempt => Try(step, attempt)).ToList();
        written = Math.Max(written, step.Attempts.Count);
        // Where an agent took over, the evidence of the failure was written with the try before it.
        if (tries.Count > 0 && !step.TakenOver && step.Failure is { } failure)
        {
            tries[^1] = tries[^1] with
            {
                HasScreenshot = failure.ScreenshotPath is not null || tries[^1].HasScreenshot,
                Screenshot = Path.GetFileName(failure.ScreenshotPath) ?? tries[^1].Screenshot,
                Url = failure.Url ?? tries[^1].Url,
            };
        }

        return tries;
    }

    private static ActionRecord Try(StepResult step, AttemptResult attempt) => Try(step.Info, step.Description, step.Input, attempt) with
    {
        Tool = step.TakenOver && !attempt.Acted && attempt.Number == step.Attempts.Count ? ActionRecord.RecoveryTool : ActionRecord.PlaybookTool,
        Input = step.Arguments,
    };

    private static ActionRecord Try(StepInfo step, string? description, string? input, AttemptResult attempt) => Place(step) with
    {
        Description = description,
        InputSummary = input ?? string.Empty,
        Attempt = attempt.Number,
        Acted = attempt.Acted,
        DurationMs = attempt.Duration.TotalMilliseconds,
        Success = attempt.Passed,
        HasScreenshot = attempt.ScreenshotPath is not null,
        Screenshot = Path.GetFileName(attempt.ScreenshotPath),
        SelectorUsed = attempt.SelectorUsed,
        SelectorRank = attempt.SelectorRank,
        ErrorCode = attempt.ErrorCode?.WireText(),
        Cause = attempt.Cause,
        Expectations = attempt.Expectations,
        Candidates = attempt.Candidates,
        Url = attempt.Url,
        InputTokens = attempt.InputTokens,
        OutputTokens = attempt.OutputTokens,
    };

    private static ActionRecord Of(StepInfo step, RecoveryAction action)
    {
        var input = new Dictionary<string, string>();
        if (action.Selector is { } selector)
        {
            input["selector"] = selector;
        }

        if (action.Input is { } text)
        {
            input["input"] = text;
        }

        return Place(step) with
        {
            Tool = ActionRecord.RecoveryTool,
            Action = action.Action,
            InputSummary = string.Join(' ', input.Values),
            Input = input,
            SelectorPrimary = null,
            SelectorUsed = action.Selector,
            Acted = true,
            Success = true,
        };
    }

    private static ActionRecord Place(StepInfo step) => new()
    {
        Step = step.Number,
        Path = step.Path,
        StepId = step.Id,
        Tool = ActionRecord.PlaybookTool,
        Action = step.Action,
        Success = false,
        SelectorPrimary = step.Selectors.Count > 0 ? step.Selectors[0] : null,
        Line = step.Location.Line,
        Column = step.Location.Column,
        EndLine = step.Location.LastLine,
    };
}
