using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Imaging;
using Playbooks.Resolution;
using Playbooks.Texts;

namespace Playbooks.Verification;

/// <summary>
/// <c>expect_screenshot</c>: the page, or an element, looks like its accepted screenshot. If there is none, or a different screenshot is to be
/// accepted, the page must first look the same twice in a row.
/// </summary>
internal sealed class AcceptedScreenshotExpectation(IPage page, ScreenshotExpectation expectation, VerifiedStep step) : ILastExpectation
{
    private const float Milliseconds = 5000;

    private const int LongestName = 60;

    private readonly string fileName = RunId.From(expectation.Name).Text;
    private readonly ILocator? element = expectation.Selector is { } selector ? page.Locate(selector) : null;
    private readonly ScreenshotBaseline baseline = new(step.SourcePath, expectation.Name, page.Context.Browser?.BrowserType.Name ?? "browser");
    private byte[]? accepted;
    private byte[]? last;
    private Picture? expected;
    private PictureComparison? comparison;
    private bool isMissing;

    public string Name => "expect_screenshot";

    public string Expected => $"{expectation.Selector ?? "the page"} looks like {baseline.Name}.png"
        + (expectation.MaxDifferentPixels is { } pixels ? $", at most {pixels.Of("pixel")} different"
            : expectation.MaxDifferentRatio is { } ratio ? $", at most {Percent(ratio)} of the pixels different"
            : string.Empty);

    public bool IsFree => false;

    public bool IsDecided { get; private set; }

    public async Task<ExpectationResult> LookAsync()
    {
        if (await FindFrameProblemAsync().ConfigureAwait(false) is { } problem)
        {
            return this.Failed(problem);
        }

        if (element is not null && await element.CountAsync().ConfigureAwait(false) is not 1 and var count)
        {
            return this.Failed(count == 0 ? "no element matches" : $"{count} elements match, but exactly one is needed");
        }

        try
        {
            var covered = expectation.Mask.Select(page.Locate).ToList();
            var image = await step.Screenshots.PhotographExactlyAsync(page, element, covered, Milliseconds).ConfigureAwait(false);
            var isStable = last is not null && last.AsSpan().SequenceEqual(image);
            last = image;
            return Judge(image, isStable);
        }
        catch (PlaybookException refused)
        {
            return this.Failed(refused.Message.TrimEnd('.'));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            IsDecided = true;
            return this.Failed($"{baseline.Path} cannot be used: {failure.Message.TrimEnd('.')}");
        }
    }

    public async Task<ExpectationResult> ConcludeAsync(ExpectationResult result)
    {
        var unmatched = await FindUnmatchedAsync().ConfigureAwait(false);
        if (result.IsMet)
        {
            return unmatched.Count == 0 ? result : result with
            {
                Note = new("verify", $"{(result.Note is { } note ? note.Message + " " : string.Empty)}The mask {string.Join(", ", unmatched)} of the screenshot {expectation.Name} matched no element. Check the selector."),
            };
        }

        try
        {
            var seen = unmatched.Count == 0 ? result.Seen : $"{result.Seen}; the mask {string.Join(", ", unmatched)} matched no element";
            return last is null ? result with { Seen = seen } : result with
            {
                Seen = isMissing ? $"{seen}; the actual screenshot was written to {baseline.Propose(last)}. If it is correct, accept it with {RunOptions.UpdateScreenshotsVariable}=1" : seen,
                Pictures = await KeepAsync(last).ConfigureAwait(false),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or PlaybookException)
        {
            return result with { Seen = $"{result.Seen}; its pictures could not be stored: {failure.Message.TrimEnd('.')}" };
        }
    }

    // A mask in one of several frames would leave the others uncovered.
    private async Task<string?> FindFrameProblemAsync()
    {
        foreach (var selector in expectation.Mask.Prepend(expectation.Selector).OfType<string>())
        {
            if (await new FramePath(page, selector).FindObstacleAsync().ConfigureAwait(false) is { } problem && (problem.IsAmbiguous || selector == expectation.Selector))
            {
                return await problem.DescribeAsync().ConfigureAwait(false);
            }
        }

        return null;
    }

    private ExpectationResult Judge(byte[] image, bool isStable)
    {
        accepted ??= baseline.Read();
        isMissing = accepted is null;
        if (accepted is null && !step.AcceptsScreenshots)
        {
            IsDecided = isStable;
            return this.Failed("there is no accepted screenshot");
        }

        if (accepted is not null && Compare(accepted, image) is { } result && (result.IsMet || !step.AcceptsScreenshots))
        {
            return result;
        }

        return isStable
            ? this.Met("it was accepted: " + baseline.Accept(image)) with { Note = new("verify", $"The screenshot {expectation.Name} was accepted: {baseline.Path}.") }
            : this.Failed("it keeps changing");
    }

    private ExpectationResult Compare(byte[] before, byte[] now)
    {
        if (before.AsSpan().SequenceEqual(now))
        {
            return this.Met("it looks the same");
        }

        try
        {
            expected ??= PngReader.Read(before);
        }
        catch (InvalidDataException) when (step.AcceptsScreenshots)
        {
            return this.Failed("the accepted screenshot cannot be read");
        }

        var actual = PngReader.Read(now);
        comparison = PictureComparison.Create(expected, actual);
        var seen = string.Create(CultureInfo.InvariantCulture, $"{comparison.Different:#,0} of {comparison.Total:#,0} pixels are different");
        return comparison.HasSameSize
            ? this.Is(comparison.Different <= Allowed(comparison.Total), seen)
            : this.Failed($"its size is {actual.Size} instead of {expected.Size}, {seen}");
    }

    private double Allowed(int total) => expectation.MaxDifferentPixels ?? (total * (expectation.MaxDifferentRatio ?? 0));

    private async Task<ExpectationPictures> KeepAsync(byte[] actual) => new(
        baseline.Path,
        accepted is null ? null : await KeepAsync(accepted, "expected").ConfigureAwait(false),
        await KeepAsync(actual, "actual").ConfigureAwait(false),
        comparison is null ? null : await KeepAsync(PngWriter.Write(comparison.Shown), "difference").ConfigureAwait(false));

    private async Task<string> KeepAsync(byte[] image, string what) =>
        $"{RunFiles.Screenshots}/{Path.GetFileName(await step.Screenshots.KeepAsync(image, step.Number, $"{fileName[..Math.Min(fileName.Length, LongestName)]}-{what}").ConfigureAwait(false))}";

    private async Task<IReadOnlyList<string>> FindUnmatchedAsync()
    {
        var unmatched = new List<string>();
        try
        {
            foreach (var mask in expectation.Mask)
            {
                if (await page.Locate(mask).CountAsync().WaitAsync(TimeSpan.FromMilliseconds(Milliseconds)).ConfigureAwait(false) == 0)
                {
                    unmatched.Add(mask);
                }
            }
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            // The page is gone, which the result already says.
        }

        return unmatched;
    }

    private static string Percent(double ratio) => (ratio * 100).ToString("0.######", CultureInfo.InvariantCulture) + "%";
}
