using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Texts;

namespace Playbooks.Steps;

/// <summary>Makes another open page the current one. The page may open while the step waits for it.</summary>
/// <param name="info">The description of the step as written.</param>
public class SwitchPageStep(StepInfo info) : Step(info)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>Gets the name of the page: <c>main</c>, the name that a step has given to it, or <c>newest</c>; or null.</summary>
    public string? To { get; init; }

    /// <summary>Gets the text that the URL of the page must contain, or null. The text and the URL are percent-decoded before the comparison.</summary>
    public string? UrlContains { get; init; }

    /// <summary>Gets the text that the title of the page must contain, or null.</summary>
    public string? TitleContains { get; init; }

    /// <inheritdoc/>
    public override string InputSummary => To ?? UrlContains ?? TitleContains ?? string.Empty;

    internal override IEnumerable<(string Name, string? Text)> Inputs => [("to", To), ("url_contains", UrlContains), ("title_contains", TitleContains)];

    internal override ActionFacts Facts => ActionFacts.SwitchPage;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        var browser = context.Browser!;
        while (true)
        {
            var found = await FindAsync(browser).ConfigureAwait(false);
            if (found.Count == 1 && browser.SwitchTo(found[0].Page))
            {
                await found[0].Page.BringToFrontAsync().WaitAsync(context.CancellationToken).ConfigureAwait(false);
                return null;
            }

            if (context.Deadline.HasPassed)
            {
                throw new PlaybookException(ErrorCode.StepFailed, $"{(found.Count == 0 ? "No" : "More than one")} open page {Wanted()} within {context.Deadline.Limit.InWords()}. Open pages: {Listed(browser)}.");
            }

            await Task.Delay(LookAgain, context.Time, context.CancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<OpenPage>> FindAsync(BrowserState browser)
    {
        var pages = browser.Pages;
        if (To is { } name)
        {
            return name == BrowserState.NewestPage ? [pages[^1]] : [.. pages.Where(page => page.Name == name)];
        }

        var found = new List<OpenPage>();
        foreach (var page in pages)
        {
            if (UrlContains is { } part
                ? Uri.UnescapeDataString(page.Page.Url).Contains(Uri.UnescapeDataString(part), StringComparison.Ordinal)
                : (await TitleAsync(page.Page).ConfigureAwait(false)).Contains(TitleContains ?? string.Empty, StringComparison.Ordinal))
            {
                found.Add(page);
            }
        }

        return found;
    }

    private static async Task<string> TitleAsync(IPage page)
    {
        try
        {
            return await page.TitleAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page navigates, or has just been closed.
            return string.Empty;
        }
    }

    private string Wanted() => To is not null ? $"had the name '{To}'" : UrlContains is not null ? $"had a URL that contains \"{UrlContains}\"" : $"had a title that contains \"{TitleContains}\"";

    private static string Listed(BrowserState browser) =>
        string.Join(", ", browser.Pages.Select(static page => page.Name is { } name ? $"{name} ({page.Page.Url})" : page.Page.Url));
}
