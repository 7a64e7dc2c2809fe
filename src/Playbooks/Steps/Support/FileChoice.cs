using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Steps.Support;

/// <summary>Sets files by an element that is not an input itself, such as a button: clicks it, and answers the file chooser that it opens.</summary>
internal static class FileChoice
{
    // Browsers let a page open a chooser only shortly after a click.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // Where the click took all of the step's time, a chooser that it has opened is still reported.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    /// <summary>Determines whether Playwright refused to set files because the element is not an <c>&lt;input type=file&gt;</c>.</summary>
    public static bool IsDueAfter(PlaywrightException error)
    {
        var reason = PlaywrightError.FirstLine(error.Message);
        return reason.Contains("Node is not an HTMLInputElement", StringComparison.Ordinal)
            || reason.Contains("Node is not an input", StringComparison.Ordinal)
            || reason.Contains("Element is not an <input>", StringComparison.Ordinal)
            || reason.Contains("Not an input[type=file]", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Clicks the element, and sets the files in the chooser.</summary>
    /// <exception cref="PlaybookException">The click opened no chooser, or the chooser takes one file only.</exception>
    public static async Task SetAsync(StepContext context, ILocator locator, IReadOnlyList<string> paths)
    {
        var chooser = await OpenAsync(context, locator).ConfigureAwait(false);
        if (paths.Count > 1 && !chooser.IsMultiple)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The file chooser that {context.Resolved!.Selector} opens takes one file only, but there are {paths.Count} files.");
        }

        await chooser.SetFilesAsync(paths, new() { Timeout = context.Deadline.RemainingMilliseconds }).ConfigureAwait(false);
    }

    private static async Task<IFileChooser> OpenAsync(StepContext context, ILocator locator)
    {
        var opened = new TaskCompletionSource<IFileChooser>(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnFileChooser(object? sender, IFileChooser chooser) => opened.TrySetResult(chooser);
        locator.Page.FileChooser += OnFileChooser;
        try
        {
            await locator.ClickAsync(new() { Timeout = context.Deadline.RemainingMilliseconds }).ConfigureAwait(false);
            context.CarryOut();
            var left = context.Deadline.Remaining;
            return await opened.Task.WaitAsync(left > Patience ? Patience : left > Grace ? left : Grace, context.Time, context.CancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (context.IsCarriedOut)
        {
            throw new PlaybookException(
                ErrorCode.StepFailed,
                $"{context.Resolved!.Selector} is not an <input type=file>, so it was clicked, but the click opened no file chooser. Name the <input type=file> itself, even if it is hidden.");
        }
        finally
        {
            locator.Page.FileChooser -= OnFileChooser;
        }
    }
}
