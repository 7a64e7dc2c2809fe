using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;
using Playbooks.Steps.Support;
using Playbooks.Texts;

namespace Playbooks.Steps;

/// <summary>Clicks an element, waits for the download that it starts, and stores the file in the run's folder.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class DownloadStep(StepInfo info, SelectorChain selector) : Step<string>(info)
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    /// <summary>Gets the text that the file name must contain, or null. If the click starts several downloads, the step waits for the first one with such a name.</summary>
    public string? NameContains { get; init; }

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("name_contains", NameContains)];

    internal override ActionFacts Facts => ActionFacts.Download;

    internal override async Task<string> ReadAsync(StepContext context)
    {
        var before = context.Browser!.Downloads.Count;

        // The click may have started a download although Playwright reports an error. A later attempt waits for it.
        context.Rest = async later => await StoredAsync(later, before).ConfigureAwait(false);
        var click = context.ActOnAsync(
            "Clicking",
            Selector,
            ElementRequirement.Visible,
            locator => locator.ClickAsync(new() { Timeout = context.Deadline.RemainingMilliseconds }));
        var stored = StoredAsync(context, before);

        // A click can last as long as its download, and then the download says how both ended.
        await Task.WhenAny(click, stored).ConfigureAwait(false);
        if (context.Browser.Downloads.Count == before)
        {
            await click.ConfigureAwait(false);
        }

        context.CarryOut();
        return await stored.ConfigureAwait(false);
    }

    internal override string Parse(string text) => text;

    private async Task<string> StoredAsync(StepContext context, int before)
    {
        StoredDownload? download = null;
        try
        {
            download = await context.Browser!.Downloads.WaitAsync(before, NameContains, context.Deadline, context.Time, context.CancellationToken).ConfigureAwait(false);
            return await download.Stored.WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false)
                ?? throw new PlaybookException(ErrorCode.StepFailed, $"The file {download.Name} was downloaded, but the run stores no files.");
        }
        catch (TimeoutException error) when (download is null)
        {
            throw new PlaybookException(ErrorCode.StepFailed, NothingStarted([.. context.Browser!.Downloads.After(before).Select(static other => other.Name)], context.Deadline.Limit.InWords()), error);
        }
        catch (TimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The download of {download!.Name} did not finish within {context.Deadline.Limit.InWords()}.", error);
        }
        catch (PlaywrightException error)
        {
            throw PlaywrightError.Explain(error, $"Downloading {download?.Name}");
        }
    }

    private string NothingStarted(string[] others, string limit) => others switch
    {
        [] => $"Clicking {Selector.Primary} started no download within {limit}.",
        [var other] => $"The file {other} was downloaded, but its name does not contain \"{NameContains}\", and no other download started within {limit}.",
        _ => $"{others.Length} files were downloaded within {limit}, but no name contains \"{NameContains}\": {string.Join(", ", others)}.",
    };
}
