using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;

namespace Playbooks.Recording;

/// <summary>
/// Takes screenshots into a run's folder, with every place covered where the page shows a secret, and in a run with secrets every picture
/// that the page has drawn itself.
/// </summary>
internal sealed class ScreenshotTaker(RunDirectory folder, SecretMask mask)
{
    private const string Grey = "#808080";
    private const string Unreadable = $":is([{RenderedSecrets.Attribute}], canvas, img[src^='blob:'])";
    private const int LongestName = 80;

    // A page that moves a secret about while it is photographed might be caught with the cover in the wrong place.
    private const int MostTries = 3;

    /// <summary>Takes the page, or one element of it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="element">The element; null: what is visible of the page.</param>
    /// <param name="number">The step's running number.</param>
    /// <param name="name">Names the file, with the number before it: any text; what does not belong in a file's name becomes <c>_</c>.</param>
    /// <param name="milliseconds">Time for each of Playwright's calls.</param>
    /// <returns>Full path of the file.</returns>
    /// <exception cref="PlaybookException">The page could not be searched for secrets, or a link stands where the file would lie; there is no screenshot then.</exception>
    public async Task<string> TakeAsync(IPage page, ILocator? element, int number, string name, float milliseconds)
    {
        await WebFonts.WaitAsync(page, milliseconds).ConfigureAwait(false);
        var image = mask.HidesNothing
            ? await PhotographAsync(page, element, [], milliseconds).ConfigureAwait(false)
            : await PhotographMaskedAsync(page, element, milliseconds).ConfigureAwait(false);
        // Elsewhere: the caller waits for it no longer than its time, even if the disk stalls.
        return await Task.Run(() => WriteAsync(image, number, name)).ConfigureAwait(false);
    }

    private async Task<byte[]> PhotographMaskedAsync(IPage page, ILocator? element, float milliseconds)
    {
        try
        {
            await using var rendered = await RenderedSecrets.OpenAsync(page, mask.Search).ConfigureAwait(false);
            var search = new SecretLocations(page, mask.Search);
            var (covered, marked) = (await search.FindAsync().ConfigureAwait(false), await rendered.MarkAsync().ConfigureAwait(false));
            for (var tries = 0; tries < MostTries; tries++)
            {
                var image = await PhotographAsync(page, element, [.. covered.Select(static place => place.Locator), .. Hidden(page)], milliseconds).ConfigureAwait(false);
                var (after, markedAfter) = (await search.FindAsync().ConfigureAwait(false), await rendered.MarkAsync().ConfigureAwait(false));
                if (after.SequenceEqual(covered) && markedAfter.SequenceEqual(marked))
                {
                    return image;
                }

                (covered, marked) = (after, markedAfter);
            }
        }
        catch (PlaywrightException failure) when (!page.IsClosed && failure.Message.Contains("Protocol error", StringComparison.Ordinal))
        {
            throw new PlaybookException(ErrorCode.StepFailed, "The page could not be searched for secrets to cover; no screenshot is shown of it.", failure);
        }

        throw new PlaybookException(ErrorCode.StepFailed, "The page shows a secret and does not keep still, so that it cannot be covered; no screenshot is shown of it.");
    }

    // A secret may be drawn on a canvas from what the page was given at any time before, and nobody can read it there.
    private static IEnumerable<ILocator> Hidden(IPage page) => page.Frames.Where(static frame => frame.Url.Length > 0).Select(static frame => frame.Locator($"css={Unreadable}"));

    private static Task<byte[]> PhotographAsync(IPage page, ILocator? element, IReadOnlyList<ILocator> covered, float milliseconds)
    {
        // What is covered is hidden, too: a text may reach beyond its element, and what is generated may stand elsewhere.
        var style = covered.Count == 0 ? null : $"{Unreadable} {{ opacity: 0 !important; }}";
        return element is null
            ? page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 80, Timeout = milliseconds, Mask = covered, MaskColor = Grey, Style = style })
            : element.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 80, Timeout = milliseconds, Mask = covered, MaskColor = Grey, Style = style });
    }

    private async Task<string> WriteAsync(byte[] image, int number, string name)
    {
        folder.Create();
        OwnerOnlyFolder.Create(folder.Screenshots);
        folder.RefuseLinks();
        var stem = Path.Combine(folder.Screenshots, number.ToString("0000", CultureInfo.InvariantCulture) + "_" + Safe(mask.Apply(name)));
        for (var count = 1; ; count++)
        {
            var path = count == 1 ? stem + ".jpg" : $"{stem}-{count.ToString(CultureInfo.InvariantCulture)}.jpg";
            // Nothing is followed and nothing replaced: what lies there already, a link or an earlier screenshot, stays.
            if (!File.Exists(path) && new FileInfo(path).LinkTarget is null)
            {
                var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                await using (file.ConfigureAwait(false))
                {
                    await file.WriteAsync(image).ConfigureAwait(false);
                }

                return path;
            }
        }
    }

    private static string Safe(string name)
    {
        var text = new string([.. name.Take(LongestName).Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')]).Trim('.');
        return text.Length == 0 ? "screenshot" : text;
    }
}
