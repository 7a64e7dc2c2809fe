namespace Playbooks.Instrumentation;

/// <summary>Converts results to the values of tags.</summary>
internal static class OutcomeTags
{
    /// <summary>Returns the outcome as in the language.</summary>
    public static string From(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Flaky => "flaky",
        Outcome.Recovered => "recovered",
        _ => "failed",
    };

    /// <summary>Returns the result by OpenTelemetry's conventions for pipelines.</summary>
    public static string Result(Outcome outcome, ErrorCode? code) => (outcome, code) switch
    {
        (not Outcome.Failed, _) => "success",
        (_, ErrorCode.Timeout) => "timeout",
        (_, ErrorCode.RunTerminated) => "cancellation",
        (_, ErrorCode.InternalError or ErrorCode.SetupFailed) => "error",
        _ => "failure",
    };
}
