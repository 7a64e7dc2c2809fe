using Playbooks.Texts;

namespace Playbooks.RunFolder.Log;

/// <summary>Creates the records of the log from the events of steps: one for each attempt, and those of a recovery agent.</summary>
internal sealed class StepRecords
{
    // A step that holds others is under way while those are.
    private readonly Dictionary<string, ActiveStep> active = new(StringComparer.Ordinal);

    /// <summary>Starts a step, to which the following attempts with its address belong.</summary>
    public void Begin(StepStarted step) => active[step.Step.Path] = new(step);

    /// <summary>Creates the record of the navigation to the start page.</summary>
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

    /// <summary>Creates the record of an attempt that is followed by another. The record of the last attempt is created when the step ends.</summary>
    public IEnumerable<ActionRecord> Of(AttemptFailed failed)
    {
        if (!failed.IsLast)
        {
            var step = Find(failed.Step);
            step.Written = failed.Attempt.Number;
            yield return Try(failed.Step, step.Started?.Description, step.Started?.Input, failed.Attempt) with
            {
                Input = step.Started?.Arguments ?? new Dictionary<string, string>(),
            };
        }
    }

    /// <summary>Creates the records of a failed step before a recovery agent is called.</summary>
    public IEnumerable<ActionRecord> BeforeRecovery(StepResult failed) => Unwritten(failed);

    /// <summary>Creates the record of an action of a recovery agent.</summary>
    public static ActionRecord From(RecoveryActed acted)
    {
        var action = acted.Action.Action;
        var input = new Dictionary<string, string>(action.Params);
        if (action.Selector is { } selector)
        {
            input["selector"] = selector;
        }

        return Try(acted.Step, description: null, action.ToString()[action.Action.Length..].TrimStart(), acted.Attempt) with
        {
            Tool = ActionRecord.RecoveryTool,
            Action = action.Action,
            Input = input,
            ResultText = acted.Action.Output,
            SelectorUsed = acted.Action.Element?.Selector ?? acted.Attempt.SelectorUsed,
            SelectorPrimary = action.Selector,
        };
    }

    /// <summary>Creates the record of a recovery agent's call, with its duration and tokens.</summary>
    public static ActionRecord From(RecoveryEnded recovery) => Place(recovery.Failed.Info) with
    {
        Tool = ActionRecord.RecoveryTool,
        Action = ActionRecord.RecoveryCall,
        Description = recovery.Failed.Description,
        DurationMs = recovery.Duration.TotalMilliseconds,
        Success = recovery.Done,
        ErrorCode = recovery.Done ? null : ErrorCodes.WireText(Playbooks.ErrorCode.RecoveryFailed),
        Cause = recovery.Reason,
        InputTokens = recovery.InputTokens,
        OutputTokens = recovery.OutputTokens,
    };

    /// <summary>Creates the remaining records of a step that ended. The last one contains the outcome.</summary>
    public IEnumerable<ActionRecord> Of(StepResult step)
    {
        var tries = Unwritten(step);
        active.Remove(step.Info.Path);
        if (tries.Count == 0)
        {
            // All attempts were recorded before the recovery that has now failed, or there were none.
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
            AttemptedAgain = step.AttemptedAgain ? true : null,
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
        var known = Find(step.Info);
        var tries = step.Attempts.Where(attempt => attempt.Number > known.Written).Select(attempt => Try(step, attempt)).ToList();
        known.Written = Math.Max(known.Written, step.Attempts.Count);
        // If a recovery agent took over, the evidence of the failure was recorded with the attempt before it.
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
        Response = attempt.Response,
        InputTokens = attempt.InputTokens,
        OutputTokens = attempt.OutputTokens,
    };

    private static ActionRecord Place(StepInfo step)
    {
        var called = StepPath.CalledPlaybook(step.Path);

        // The evidence holds the text of the run's own playbook only.
        var span = called is null ? step.Location : default;
        return new()
        {
            Step = step.Number,
            Path = step.Path,
            StepId = step.Id,
            Optional = step.Optional ? true : null,
            Tool = ActionRecord.PlaybookTool,
            Action = step.Action,
            Success = false,
            SelectorPrimary = step.Selectors.Count > 0 ? step.Selectors[0] : null,
            Playbook = called,
            Line = span.Line,
            Column = span.Column,
            EndLine = span.LastLine,
        };
    }

    private ActiveStep Find(StepInfo step)
    {
        if (!active.TryGetValue(step.Path, out var known))
        {
            active[step.Path] = known = new(null);
        }

        return known;
    }

    /// <summary>A step that has not ended.</summary>
    /// <param name="started">Its start, or null if it is unknown.</param>
    private sealed class ActiveStep(StepStarted? started)
    {
        public StepStarted? Started => started;

        /// <summary>Gets or sets the number of its attempts that are recorded.</summary>
        public int Written { get; set; }
    }
}
