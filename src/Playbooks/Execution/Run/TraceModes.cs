namespace Playbooks.Execution.Run;

/// <summary>Says which runs keep their trace.</summary>
internal static class TraceModes
{
    /// <summary>What the options say, else the environment, else the default.</summary>
    /// <exception cref="PlaybookException">The environment names no mode: a typo there must not lose traces in silence.</exception>
    public static TraceMode Of(RunOptions options, Func<string, string?> variable) => options.Trace ?? variable(RunOptions.TraceVariable) switch
    {
        null or "" or "on_failure" => TraceMode.OnFailure,
        "always" => TraceMode.Always,
        "never" => TraceMode.Never,
        var other => throw new PlaybookException(
            ErrorCode.InvalidRequest, $"The environment variable {RunOptions.TraceVariable} is '{other}'. Set it to on_failure, always or never, or remove it."),
    };
}
