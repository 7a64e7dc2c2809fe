using Playbooks.Runs.Reports.Html;

namespace Playbooks.Runs.Reports;

/// <summary>Writes what people and other programs read of a run: made from what its folder holds, so that a run whose process was killed can be reported as well.</summary>
/// <param name="settings">What is written beside the files of the run's folder.</param>
public sealed class RunReports(ReportSettings settings)
{
    /// <summary>The file for people.</summary>
    public const string PageFile = "report.html";

    /// <summary>Writes all reports. One that cannot be written keeps none of the others from being written.</summary>
    /// <param name="run">The run; its end must be in it, if it came to one.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <returns>What could not be written, a sentence each; empty: all was.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(StoredRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(settings);
        var problems = new List<string>();
        var reported = new ReportedRun(run);
        await TryAsync(PageFile, () => WholeFile.WriteAsync(Path.Combine(run.Folder, PageFile), new ReportHtml(reported).Write(), cancellationToken), problems).ConfigureAwait(false);
        return problems;
    }

    private static async Task TryAsync(string what, Func<Task> write, List<string> problems)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            problems.Add($"{what} could not be written: {failure.Message}");
        }
    }
}
