using Playbooks.Browsing;
using Playbooks.Execution.Run;
using Playbooks.Texts;

namespace Playbooks.Execution.Steps;

/// <summary>Takes a screenshot of the page after an action, if the run options request it.</summary>
internal sealed class ActionScreenshot(RunContext run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Takes the screenshot. A failure becomes a note, and has no other effect.</summary>
    /// <param name="stepNumber">The number of the step, or 0 for the start page.</param>
    /// <param name="action">The name of the action, for the name of the file.</param>
    /// <returns>The full path of the file, or null if none was requested or none could be taken.</returns>
    public async Task<string?> TakeAsync(int stepNumber, string action)
    {
        if (run.Options.Screenshots != ScreenshotMode.EachAction || run.Stop.IsRequested)
        {
            return null;
        }

        try
        {
            return await run.Screenshots.TakeAsync(run.Page, null, stepNumber, action, (float)Patience.TotalMilliseconds)
                .WaitAsync(Patience, run.Time, run.Stop.Token).ConfigureAwait(false);
        }
        catch (Exception) when (run.Stop.IsRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            var why = PlaywrightError.FirstLine(CauseText.Plain(failure)).TrimEnd('.');
            run.Events.Publish(new RunNote("evidence", run.Mask.Apply($"No screenshot was taken after the action {action} of step {stepNumber}: {why}.")));
            return null;
        }
    }
}
