namespace Playbooks.Execution.Run;

/// <summary>Determines which runs keep their trace.</summary>
internal static class TraceModes
{
    /// <summary>Returns the mode of the options, else of the environment variable, else the default.</summary>
    /// <exception cref="PlaybookException">The environment variable contains an unknown mode. It is rejected because a typo must not silently lose traces.</exception>
    public static TraceMode From(RunOptions options, Func<string, string?> variable) => options.Trace ?? variable(RunOptions.TraceVariable) switch
    {
        null or "" or "on_failure" => TraceMode.OnFailure,
        "always" => TraceMode.Always,
        "never" => TraceMode.Never,
        var other => throw new PlaybookException(
            ErrorCode.InvalidRequest, $"The environment variable {RunOptions.TraceVariable} is '{other}'. Set it to on_failure, always, or never, or remove it."),
    };
}
