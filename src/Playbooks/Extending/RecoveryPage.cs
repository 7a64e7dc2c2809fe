using Microsoft.Playwright;

namespace Playbooks;

/// <summary>Shows a recovery agent the current page of a run. All text is masked, and secrets in screenshots are covered.</summary>
public sealed class RecoveryPage
{
    private readonly Func<IPage> page;
    private readonly Func<string, string> mask;
    private readonly Func<Task<byte[]>> photograph;
    private readonly Func<string, Task<RecoveryElement?>> describe;

    internal RecoveryPage(Func<IPage> page, Func<string, string> mask, Func<Task<byte[]>> photograph, Func<string, Task<RecoveryElement?>> describe)
    {
        this.describe = describe;
        this.page = page;
        this.mask = mask;
        this.photograph = photograph;
    }

    /// <summary>Gets the URL of the page.</summary>
    public string Url => mask(page().Url);

    /// <summary>Returns the title of the page.</summary>
    public async Task<string> ReadTitleAsync() => mask(await page().TitleAsync().ConfigureAwait(false));

    /// <summary>
    /// Returns the elements of the page by role and name, as Playwright's aria snapshot for models writes them. Selectors can refer to an
    /// element by its reference in the latest snapshot, such as <c>aria-ref=e12</c>.
    /// </summary>
    public async Task<string> ReadSnapshotAsync() => mask(await page().AriaSnapshotAsync(new() { Mode = AriaSnapshotMode.Ai }).ConfigureAwait(false));

    /// <summary>Describes the element that a selector finds.</summary>
    /// <param name="selector">The selector, or a reference such as <c>aria-ref=e12</c>.</param>
    /// <returns>The element, or null if the selector is invalid or does not find exactly one.</returns>
    public Task<RecoveryElement?> DescribeAsync(string selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return describe(selector);
    }

    /// <summary>Takes a screenshot of the visible part of the page.</summary>
    /// <returns>A JPEG image.</returns>
    public Task<byte[]> TakeScreenshotAsync() => photograph();
}
