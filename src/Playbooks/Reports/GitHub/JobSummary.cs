using System.Text;
using Playbooks.Reports.Markdown;
using Playbooks.RunFolder;

namespace Playbooks.Reports.GitHub;

/// <summary>Creates a run's part of a GitHub job summary: one line, and for a failure the most important details.</summary>
internal sealed class JobSummary(ReportedRun run)
{
    // GitHub rejects a summary over 1 MiB completely.
    private const long Longest = 900 * 1024;

    /// <summary>Appends the part. Runs that end at the same time are serialized.</summary>
    public async Task AppendAsync(string path, ExclusiveFile exclusive, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(Write());
        using var file = await exclusive.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        if (file.Length + bytes.Length <= Longest)
        {
            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the Markdown.</summary>
    public string Write()
    {
        var text = new MarkdownText();
        var name = run.Header.Case is { } one ? $"{run.Header.PlaybookName}: {one}" : run.Header.PlaybookName;
        text.Line($"- {Sign()} **{MarkdownText.Plain(name)}** {run.Verdict.Word().ToLowerInvariant()}, {ReportWording.Duration(run.DurationMs)}{Detail()}");
        return text.ToString();
    }

    private string Detail()
    {
        if (run.Verdict.IsGood())
        {
            var tried = run.Steps.Where(static step => step.Tries.Count > 1 || step.Verdict == Verdict.Recovered).Select(static step => $"step {step.Path} ({step.Name})");
            var drifted = run.Steps.Where(static step => step.Drift is not null).Select(static step => $"drift in step {step.Path} ({step.Name})");
            var all = string.Join(", ", tried.Concat(drifted));
            return all.Length == 0 ? string.Empty : ": " + MarkdownText.Plain(all);
        }

        var message = run.Failure is { } failure ? $"{failure.Where}: {failure.Message}" : run.Error?.Message ?? run.Verdict.Meaning();
        var cause = run.Failure?.Cause ?? run.Error?.Details?.Cause;
        var place = run.Failure?.Source?.Place ?? run.Header.SourcePath;
        return $"<br>{MarkdownText.Plain(message)}<br>{MarkdownText.Code(place)}{(cause is null || cause == run.Failure?.Message ? string.Empty : "<br>" + MarkdownText.Code(cause))}";
    }

    private string Sign() => run.Verdict switch
    {
        Verdict.Passed or Verdict.Expected => "✅",
        Verdict.Flaky => "🔁",
        Verdict.Recovered => "🩹",
        Verdict.Failed => "❌",
        Verdict.Timeout => "⌛",
        Verdict.Terminated => "⏹️",
        _ => "▶️",
    };
}
