namespace Playbooks.Instrumentation;

/// <summary>How endings are called in tags.</summary>
internal static class OutcomeTags
{
    /// <summary>The outcome as the language has it.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Flaky => "flaky",
        Outcome.Recovered => "recovered",
        _ => "failed",
    };

    /// <summary>The result in the words of OpenTelemetry's pipelines.</summary>
    public static string Result(Outcome outcome, ErrorCode? code) => (outcome, code) switch
    {
        (not Outcome.Failed, _) => "success",
        (_, ErrorCode.Timeout) => "timeout",
        (_, ErrorCode.RunTerminated) => "cancellation",
        (_, ErrorCode.InternalError or ErrorCode.SetupFailed) => "error",
        _ => "failure",
    };
}
