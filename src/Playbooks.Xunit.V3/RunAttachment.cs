using Playbooks.Browsing;

namespace Playbooks.Xunit;

/// <summary>A file of a run's folder that is attached to the result of its test.</summary>
/// <param name="Name">What it is, starting with the id of the playbook. Runners make the extension from the media type.</param>
/// <param name="Path">Its full path.</param>
/// <param name="MediaType">What it contains.</param>
internal sealed record RunAttachment(string Name, string Path, string MediaType)
{
    /// <summary>Returns the report, the trace, and the screenshots of a run, as far as it left them.</summary>
    public static IEnumerable<RunAttachment> From(PlaybookResult run)
    {
        var screenshots = new DirectoryInfo(System.IO.Path.Combine(run.RunFolder, RunFiles.Screenshots));
        RunAttachment?[] all =
        [
            run.ReportPath is { } report ? new($"{run.Playbook.Id} report", report, "text/html") : null,
            run.TracePath is { } trace ? new($"{run.Playbook.Id} trace", trace, "application/zip") : null,
            .. screenshots.Exists ? screenshots.EnumerateFiles().OrderBy(static file => file.Name, StringComparer.Ordinal).Select(file => new RunAttachment($"{run.Playbook.Id} screenshot {System.IO.Path.GetFileNameWithoutExtension(file.Name)}", file.FullName, FileContentType.From(file.Name))) : [],
        ];
        return all.OfType<RunAttachment>().Where(static attachment => File.Exists(attachment.Path));
    }
}
