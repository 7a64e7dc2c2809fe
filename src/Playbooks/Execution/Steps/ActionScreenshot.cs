

using Playbooks.Browsing;
using Playbooks.Execution.Run;
using Playbooks.Texts;

namespace Playbooks.Execution.Steps;

/// <summary>Photographs the page after an action, where the run's options ask for it.</summary>
internal sealed class ActionScreenshot(RunContext run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Takes it. That it cannot be taken becomes a note, and changes nothing else.</summary>
    /// <param name="stepNumber">The step's running number; 0: the start page.</param>
    /// <param name="action">Names the file.</param>
    /// <returns>Full path of the file; null: none was asked for, or none could be taken.</returns>
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
