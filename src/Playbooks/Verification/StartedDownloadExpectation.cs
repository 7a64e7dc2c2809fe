using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Verification;

/// <summary><c>expect_download</c>: the action of the step has started a download, which is complete.</summary>
internal sealed class StartedDownloadExpectation(Downloads downloads, DownloadExpectation expectation) : IExpectation
{
    public string Name => "expect_download";

    public string Expected => "a download"
        + (expectation.NameContains is { } part ? $" whose name contains \"{part}\"" : string.Empty)
        + (expectation.AtLeastBytes is { } bytes ? $"{(expectation.NameContains is null ? " of" : ", of")} at least {Bytes(bytes)}" : string.Empty);

    public bool IsFree => true;

    public async Task<ExpectationResult> LookAsync()
    {
        var seen = new List<string>();
        foreach (var download in downloads.OfAction)
        {
            var (held, what) = await JudgeAsync(download).ConfigureAwait(false);
            if (held)
            {
                return this.Met(what);
            }

            seen.Add(what);
        }

        return this.Failed(seen.Count == 0 ? "the action started no download" : string.Join("; ", seen));
    }

    private async Task<(bool IsMet, string What)> JudgeAsync(StoredDownload download)
    {
        var hasName = expectation.NameContains is not { } part || download.Name.Contains(part, StringComparison.Ordinal);
        if (!download.Stored.IsCompleted)
        {
            return (false, $"{download.Name}, which is not complete");
        }

        try
        {
            if (await download.Stored.ConfigureAwait(false) is not { } path)
            {
                return (false, $"{download.Name}, which the run does not store");
            }

            var size = new FileInfo(path).Length;
            return (hasName && size >= (expectation.AtLeastBytes ?? 0), $"{download.Name} of {Bytes(size)}");
        }
        catch (PlaywrightException error)
        {
            return (false, $"{download.Name}, which failed: {PlaywrightError.FirstLine(error.Message)}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or PlaybookException)
        {
            return (false, $"{download.Name}, which could not be stored: {error.Message}");
        }
    }

    private static string Bytes(long count) => count == 1 ? "1 byte" : count.ToString("#,0", CultureInfo.InvariantCulture) + " bytes";
}
