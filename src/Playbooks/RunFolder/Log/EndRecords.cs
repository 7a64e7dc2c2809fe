namespace Playbooks.RunFolder.Log;

/// <summary>Creates the last record of a log from the result of the run.</summary>
internal static class EndRecords
{
    /// <summary>Creates the record.</summary>
    /// <param name="result">The result of the run.</param>
    /// <param name="actions">The number of actions in the log.</param>
    public static EndRecord Create(PlaybookResult result, int actions) => new()
    {
        Status = StateOf(result),
        Outcome = result.Outcome,
        FailedAsExpected = result.FailedAsExpected,
        Error = ErrorOf(result),
        FailedStep = result.FailedStep?.Info.Path,
        Failure = result.Failure,
        Recovery = result.Recovery is { } recovery ? new(recovery.Status, recovery.StepNumber, recovery.Reason) : null,
        Outputs = [.. result.OutputTexts.Select(static output => new NamedText(output.Name, output.Text))],
        Values = [.. result.FreshValues.Select(static value => new NamedText(value.Name, value.Text))],
        ActionCount = actions,
        DurationMs = result.Duration.TotalMilliseconds,
    };

    private static RunState StateOf(PlaybookResult result) => (result.Outcome, result.ErrorCode) switch
    {
        (not Outcome.Failed, _) => RunState.Completed,
        (_, ErrorCode.RunTerminated) => RunState.Terminated,
        (_, ErrorCode.Timeout) => RunState.Timeout,
        _ => RunState.Failed,
    };

    private static RunError? ErrorOf(PlaybookResult result) => result.ErrorCode is not { } code
        ? null
        : new(code, result.Error ?? code.WireText(), new()
        {
            Where = result.Failure?.Where,
            Cause = result.Cause,
            File = result.Failure?.Source?.Path ?? result.Playbook.Source.Path,
            Line = result.Failure?.Source?.Location.Line,
            Column = result.Failure?.Source?.Location.Column,
        });
}
