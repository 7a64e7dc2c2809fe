using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;

namespace Playbooks.Recording;

/// <summary>
/// Takes screenshots into a run's folder. Every place where the page shows a secret is covered, and in a run with secrets also every image
/// that the page itself has drawn.
/// </summary>
internal sealed class ScreenshotTaker(RunDirectory folder, SecretMask mask)
{
    private const string Gray = "#808080";
    private const string Unreadable = $":is([{RenderedSecrets.Attribute}], canvas, img[src^='blob:'])";
    private const int LongestName = 80;

    // The limit for pages that move a secret, for which the cover could be in the wrong place.
    private const int MostTries = 3;

    /// <summary>Takes a screenshot of a page, or of one of its elements.</summary>
    /// <param name="page">The page.</param>
    /// <param name="element">The element, or null for the visible part of the page.</param>
    /// <param name="number">The number of the step.</param>
    /// <param name="name">The name of the file, which follows the number. Characters that are invalid in file names become <c>_</c>.</param>
    /// <param name="milliseconds">The time limit of each Playwright call.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="PlaybookException">The page could not be searched for secrets, or the path of the file is a link. No screenshot is taken.</exception>
    public async Task<string> TakeAsync(IPage page, ILocator? element, int number, string name, float milliseconds)
    {
        var image = await PhotographAsync(page, element, milliseconds).ConfigureAwait(false);
        // On another thread, because the caller waits only for its time limit, even if the disk hangs.
        return await Task.Run(() => WriteAsync(image, number, name, ".jpg")).ConfigureAwait(false);
    }

    /// <summary>Takes a screenshot without storing it.</summary>
    /// <returns>A JPEG image.</returns>
    /// <exception cref="PlaybookException">The page could not be searched for secrets.</exception>
    public Task<byte[]> PhotographAsync(IPage page, ILocator? element, float milliseconds) =>
        PhotographAsync(page, new Shot(element, [], IsExact: false, milliseconds));

    /// <summary>
    /// Takes a screenshot that is compared with another, without storing it: animations are at their end, the caret is hidden, and a pixel of
    /// the page is one of the screenshot.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="element">The element, or null for the visible part of the page.</param>
    /// <param name="covered">The elements that are covered.</param>
    /// <param name="milliseconds">The time limit of each Playwright call.</param>
    /// <returns>A PNG image.</returns>
    /// <exception cref="PlaybookException">The page could not be searched for secrets.</exception>
    public Task<byte[]> PhotographExactlyAsync(IPage page, ILocator? element, IReadOnlyList<ILocator> covered, float milliseconds) =>
        PhotographAsync(page, new Shot(element, covered, IsExact: true, milliseconds));

    /// <summary>Stores a picture that was made of screenshots.</summary>
    /// <param name="image">A PNG image.</param>
    /// <param name="number">The number of the step.</param>
    /// <param name="name">The name of the file, which follows the number. Characters that are invalid in file names become <c>_</c>.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="PlaybookException">The path of the file is a link.</exception>
    public Task<string> KeepAsync(byte[] image, int number, string name) => Task.Run(() => WriteAsync(image, number, name, ".png"));

    private async Task<byte[]> PhotographAsync(IPage page, Shot shot)
    {
        await WebFonts.WaitAsync(page, shot.Milliseconds).ConfigureAwait(false);
        return mask.HidesNothing
            ? await PhotographAsync(page, shot, secrets: null).ConfigureAwait(false)
            : await PhotographMaskedAsync(page, shot).ConfigureAwait(false);
    }

    private async Task<byte[]> PhotographMaskedAsync(IPage page, Shot shot)
    {
        try
        {
            await using var rendered = await RenderedSecrets.OpenAsync(page, mask.Search).ConfigureAwait(false);
            var search = new SecretLocations(page, mask.Search);
            var (covered, marked) = (await search.FindAsync().ConfigureAwait(false), await rendered.MarkAsync().ConfigureAwait(false));
            for (var tries = 0; tries < MostTries; tries++)
            {
                var image = await PhotographAsync(page, shot, [.. covered.Select(static place => place.Locator), .. Hidden(page)]).ConfigureAwait(false);
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
            throw new PlaybookException(ErrorCode.StepFailed, "No screenshot was taken because the page could not be searched for secrets.", failure);
        }

        throw new PlaybookException(ErrorCode.StepFailed, "No screenshot was taken because the page shows a secret and keeps changing, so that the secret cannot be covered.");
    }

    // A secret can be drawn on a canvas from data that the page received at any time before, and the canvas cannot be searched.
    private static IEnumerable<ILocator> Hidden(IPage page) => page.Frames.Where(static frame => frame.Url.Length > 0).Select(static frame => frame.Locator($"css={Unreadable}"));

    private static Task<byte[]> PhotographAsync(IPage page, Shot shot, IReadOnlyList<ILocator>? secrets)
    {
        // Covered secrets are also hidden, because a text can overflow its element, and generated content can be elsewhere.
        var style = secrets is null ? null : $"{Unreadable} {{ opacity: 0 !important; }}";
        ILocator[] covered = [.. shot.Covered, .. secrets ?? []];
        var (type, quality) = shot.IsExact ? (ScreenshotType.Png, (int?)null) : (ScreenshotType.Jpeg, 80);
        var (animations, scale) = shot.IsExact ? (ScreenshotAnimations.Disabled, ScreenshotScale.Css) : (ScreenshotAnimations.Allow, ScreenshotScale.Device);
        return shot.Element is { } element
            ? element.ScreenshotAsync(new() { Type = type, Quality = quality, Animations = animations, Scale = scale, Timeout = shot.Milliseconds, Mask = covered, MaskColor = Gray, Style = style })
            : page.ScreenshotAsync(new() { Type = type, Quality = quality, Animations = animations, Scale = scale, Timeout = shot.Milliseconds, Mask = covered, MaskColor = Gray, Style = style });
    }

    private async Task<string> WriteAsync(byte[] image, int number, string name, string extension)
    {
        folder.Create();
        OwnerOnlyFolder.Create(folder.Screenshots);
        folder.RefuseLinks();
        var stem = number.ToString("0000", CultureInfo.InvariantCulture) + "_" + Safe(mask.Apply(name));
        var path = SymbolicLinks.FindUnused(Path.Combine(folder.Screenshots, stem), extension);
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(image).ConfigureAwait(false);
        }

        return path;
    }

    private static string Safe(string name)
    {
        var text = new string([.. name.Take(LongestName).Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')]).Trim('.');
        return text.Length == 0 ? "screenshot" : text;
    }

    /// <summary>What is taken, and how.</summary>
    /// <param name="Element">The element, or null for the visible part of the page.</param>
    /// <param name="Covered">The elements that are covered in addition to the secrets.</param>
    /// <param name="IsExact">Whether the screenshot is compared with another.</param>
    /// <param name="Milliseconds">The time limit of each Playwright call.</param>
    private sealed record Shot(ILocator? Element, IReadOnlyList<ILocator> Covered, bool IsExact, float Milliseconds);
}
