using System.Globalization;

namespace Playbooks.Xunit;

/// <summary>The line of a stack trace that names the line of the YAML where a run failed.</summary>
internal static class PlaybookFrame
{
    /// <summary>As the exception has it, else as the failed step's place in the file has it.</summary>
    /// <returns>Null: no step failed.</returns>
    public static string? Of(PlaybookResult run) => InStack(run.Exception, run.Playbook.Source.Path) ?? FromStep(run);

    private static string? InStack(Exception? exception, string path) =>
        exception?.StackTrace?
            .Split('\n')
            .Select(static line => line.TrimEnd('\r'))
            .FirstOrDefault(line => line.Contains(path + ":line ", StringComparison.Ordinal));

    private static string? FromStep(PlaybookResult run)
    {
        if (ExpectedFailure.FailedStep(run)?.Info is not { } step)
        {
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"   at {run.Playbook.Id}.{step.Id ?? step.Action}() in {run.Playbook.Source.Path}:line {step.Location.Line}");
    }
}
