using Playbooks.Browsing;
using Playbooks.Execution.Run;
using Playbooks.Guarding.Secrets;
using Playbooks.Recording;
using Playbooks.Resolution;
using Playbooks.Steps;
using Playbooks.Texts;

namespace Playbooks.Execution.Failure;

/// <summary>Collects the evidence of a failure. What cannot be collected is reported, and never hides the failure itself.</summary>
internal sealed class FailureEvidence(RunContext run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Collects the evidence.</summary>
    /// <param name="failed">The part that is already known, masked: what failed, where, and why.</param>
    /// <param name="stepNumber">The number of the step, or 0 before the first step.</param>
    /// <param name="action">The name of the action, for the name of the screenshot.</param>
    /// <param name="selectors">The selectors, if the most similar names on the page are of interest.</param>
    /// <param name="values">The values of the run. Secrets are marked, but not masked.</param>
    public async Task<FailureDetails> GatherAsync(
        FailureDetails failed, int stepNumber, string action, IReadOnlyList<string> selectors, IEnumerable<NamedValue> values)
    {
        var missing = new List<string>();
        if (run.Stop.IsRequested)
        {
            // Nothing waits for the page anymore, and a page that is loading cannot take a screenshot.
            await TryAsync("way to stop the page load", StopLoadingAsync, missing).ConfigureAwait(false);
        }

        // Playwright waits for a page that is loading before it looks at anything. Waiting once is enough.
        var isLoading = !run.Stop.IsRequested && !await run.Browser.Navigation.TryEndAsync(Patience, run.Time).ConfigureAwait(false);
        if (isLoading)
        {
            missing.Add("No similar names on the page and no screenshot: the page is still loading.");
        }

        await run.Recorder.BeginEvidenceAsync(failed.Source).ConfigureAwait(false);
        var title = await TryAsync("title", () => run.Page.TitleAsync(), missing).ConfigureAwait(false);
        var nearest = selectors.Count == 0 || isLoading
            ? []
            : await TryAsync("similar names on the page", () => new NearestNames(run.Page, run.Time).FindAsync(selectors, CancellationToken.None), missing).ConfigureAwait(false);
        var screenshot = isLoading ? null : await TryAsync("screenshot", () => run.Screenshots.TakeAsync(run.Page, null, stepNumber, action, (float)Patience.TotalMilliseconds), missing).ConfigureAwait(false);
        await run.Recorder.EndAsync().ConfigureAwait(false);
        return failed with
        {
            NearestNames = nearest is { Count: > 0 } ? run.Mask.ApplyTo(nearest) : failed.NearestNames,
            Url = run.Mask.Apply(run.Page.Url),
            Title = run.Mask.ApplyTo(title),
            Windows = run.Mask.ApplyTo(OpenPages.Windows(run.Browser)),
            Frames = run.Mask.ApplyTo(OpenPages.Frames(run.Page)),
            Requests = run.Mask.ApplyTo(run.Browser.RequestsAndErrors.Requests),
            ConsoleErrors = run.Mask.ApplyTo(run.Browser.RequestsAndErrors.Errors),
            Values = run.Mask.ApplyTo(values),
            ScreenshotPath = screenshot,
            Missing = missing,
        };
    }

    /// <summary>Returns the selectors of a failed attempt, unless the resolver has already found the most similar names.</summary>
    public static IReadOnlyList<string> SelectorsOf(Step step, AttemptResult? last)
    {
        if (last is null || last.NearestNames.Count > 0)
        {
            return [];
        }

        var unmet = last.Expectations.Where(static one => !one.IsMet).Select(static one => one.Name).ToList();
        var expected = unmet.Select(name => name == "expect_count" ? step.Verify?.Count?.Selector : step.Verify?.SelectorOf(name));
        IEnumerable<string> acted = step.Selector is { } chain && unmet.Count == 0 ? [chain.Primary, .. chain.Fallbacks] : [];
        return [.. expected.OfType<string>(), .. acted];
    }

    // Playwright itself cannot do this, because its scripts wait for the page that is loading.
    private async Task<string> StopLoadingAsync()
    {
        var session = await DevTools.ConnectAsync(run.Page).ConfigureAwait(false);
        await session.SendAsync("Page.stopLoading").ConfigureAwait(false);
        await session.DetachAsync().ConfigureAwait(false);
        return string.Empty;
    }

    private async Task<T?> TryAsync<T>(string what, Func<Task<T>> gather, List<string> missing)
        where T : class
    {
        try
        {
            return await gather().WaitAsync(Patience, run.Time).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            missing.Add(run.Mask.Apply($"No {what}: {PlaywrightError.FirstLine(CauseText.Plain(failure)).TrimEnd('.')}."));
            return null;
        }
    }
}
