namespace Playbooks.Execution.Run;

/// <summary>Determines whether screenshots are accepted.</summary>
internal static class ScreenshotUpdates
{
    /// <summary>Returns the value of the options, else of the environment variable, else the default.</summary>
    /// <exception cref="PlaybookException">The environment variable contains another text.</exception>
    public static bool From(RunOptions options, Func<string, string?> variable) => options.UpdateScreenshots ?? variable(RunOptions.UpdateScreenshotsVariable) switch
    {
        null or "" or "0" or "false" => false,
        "1" or "true" => true,
        var other => throw new PlaybookException(
            ErrorCode.InvalidRequest, $"The environment variable {RunOptions.UpdateScreenshotsVariable} is '{other}'. Set it to 1 to accept screenshots, or remove it."),
    };
}
