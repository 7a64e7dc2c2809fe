using System.Globalization;

namespace Playbooks.Reports.GitHub;

/// <summary>Creates GitHub's workflow command that annotates a failure, or a flaky pass, at the playbook's line.</summary>
internal sealed class Annotation(ReportedRun run, string? workspace)
{
    private const int LongestMessage = 4000;

    /// <summary>Returns the command, or null if there is nothing to report.</summary>
    public string? Write()
    {
        if (run.Verdict is Verdict.Passed or Verdict.Expected or Verdict.Running)
        {
            return null;
        }

        var step = run.Verdict.IsBad() ? run.Failed?.Last : run.Steps.FirstOrDefault(static step => step.Verdict is Verdict.Flaky or Verdict.Recovered)?.Last;
        var line = step is { Line: > 0 } ? step.Line : run.Failure?.Source?.Location.Line ?? run.Error?.Details?.Line ?? 1;
        var endLine = step is { Line: > 0 } ? Math.Max(line, step.EndLine) : line;
        var source = step is { Line: > 0 } ? null : run.Failure?.Source?.Path;
        var properties = new List<string> { "file=" + WorkflowCommand.Property(File(source ?? run.Header.SourcePath)), Number("line", line), Number("endLine", endLine) };

        // GitHub accepts a column only for a range on one line.
        if (line == endLine && (step?.Column ?? run.Error?.Details?.Column) is { } column and > 0)
        {
            properties.Add(Number("col", column));
        }

        properties.Add("title=" + WorkflowCommand.Property(run.Header.Case is { } one ? $"{run.Header.PlaybookName}: {one}" : run.Header.PlaybookName));
        return $"::{(run.Verdict.IsBad() ? "error" : "warning")} {string.Join(',', properties)}::{WorkflowCommand.Data(Message(step))}";
    }

    private string Message(ActionRecord? step)
    {
        if (!run.Verdict.IsBad())
        {
            return step is null ? run.Verdict.Meaning() : $"Step {step.Path} ({step.Description ?? step.Action}): {(run.Verdict == Verdict.Flaky ? "passed only after a failed attempt" : "was completed by a recovery agent")}. {run.Verdict.Meaning()}";
        }

        var message = run.Failure is { } failure
            ? $"{failure.Where}: {failure.Message}{(failure.Cause == failure.Message ? string.Empty : "\n" + failure.Cause)}"
            : run.Error?.Message ?? run.Verdict.Meaning();
        return message.Truncate(LongestMessage);
    }

    // Deterministic builds map the folder of the repository to /_/.
    private string File(string sourcePath)
    {
        var path = sourcePath.Replace('\\', '/');
        var root = workspace?.Replace('\\', '/').TrimEnd('/') + '/';
        return path.StartsWith("/_/", StringComparison.Ordinal) ? path[3..]
            : root.Length > 1 && path.StartsWith(root, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) ? path[root.Length..]
            : path;
    }

    private static string Number(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}={number}");
}
