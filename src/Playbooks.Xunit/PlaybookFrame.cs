using System.Globalization;

namespace Playbooks.Xunit;

/// <summary>Determines the stack frame that contains the line of the YAML at which a run failed.</summary>
internal static class PlaybookFrame
{
    /// <summary>Returns the frame from the stack trace of the exception, or else from the location of the failed step.</summary>
    /// <returns>The frame, or null if no step failed.</returns>
    public static string? Find(PlaybookResult run) => InStack(run.Exception, run.Playbook.Source.Path) ?? FromStep(run);

    private static string? InStack(Exception? exception, string path) =>
        exception?.StackTrace?
            .Split('\n')
            .Select(static line => line.TrimEnd('\r'))
            .FirstOrDefault(line => line.Contains(path + ":line ", StringComparison.Ordinal));

    private static string? FromStep(PlaybookResult run)
    {
        if (run.FailedStep?.Info is not { } step)
        {
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"   at {run.Playbook.Id}.{step.Id ?? step.Action}() in {run.Playbook.Source.Path}:line {step.Location.Line}");
    }
}
