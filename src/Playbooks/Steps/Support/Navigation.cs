using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Guarding;
using Playbooks.Guarding.Urls;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>Opens URLs. Relative URLs are resolved against the base URL of the run.</summary>
internal sealed class Navigation(IPage page, string baseUrl, RunGuard? guard = null)
{
    private static readonly string[] Schemes = ["http:", "https:", "about:", "data:"];

    /// <summary>Opens a URL and waits until its document is loaded.</summary>
    /// <exception cref="PlaybookException">The URL cannot be opened, or its status is 400 or higher and this is not allowed.</exception>
    public async Task OpenAsync(string url, bool allowStatus, Deadline deadline, CancellationToken cancellationToken)
    {
        var target = Resolve(url, baseUrl);
        guard?.BeforeOpening(target);
        IRequest? last = null;
        void Note(object? sender, IRequest request) => last = request.IsNavigationRequest && request.Frame == page.MainFrame ? request : last;

        page.Request += Note;
        try
        {
            var response = await page.GotoAsync(target, new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = deadline.RemainingMilliseconds })
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            if (response is { Status: 502 } && guard?.WhyUnreachable(response.Url) is { } why)
            {
                throw new PlaybookException(ErrorCode.StepFailed, $"Opening {target} failed: {why}.");
            }

            Judge(target, response, allowStatus);
        }
        catch (PlaywrightException error) when (error.Message.Contains("is interrupted by another navigation", StringComparison.Ordinal))
        {
            // The page itself navigated to another URL, like login pages do. The final URL counts.
            await DocumentReading.WaitAsync(page, deadline, cancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException error) when (error.Message.Contains("ERR_HTTP_RESPONSE_CODE_FAILURE", StringComparison.Ordinal) && last is not null)
        {
            // Chromium's error for a response of 400 or higher without a body.
            Judge(target, await last.ResponseAsync().WaitAsync(cancellationToken).ConfigureAwait(false), allowStatus);
        }
        catch (PlaywrightException error) when (guard?.WhyUnreachable(last?.Url ?? target) is { } why)
        {
            // The browser only knows that the proxy refused the connection.
            throw new PlaybookException(ErrorCode.StepFailed, $"Opening {target} failed: {why}.", PlaywrightError.Clean(error));
        }
        catch (PlaywrightException error)
        {
            throw PlaywrightError.Explain(error, $"Opening {target}", known: " at " + target);
        }
        catch (TimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"Opening {target} did not finish within {deadline.Limit.InWords()}.", PlaywrightError.Clean(error));
        }
        finally
        {
            page.Request -= Note;
        }
    }

    /// <summary>Returns the absolute form of a URL.</summary>
    /// <exception cref="PlaybookException">There is no base URL for a relative URL, or the URL is invalid.</exception>
    internal static string Resolve(string url, string baseUrl)
    {
        if (Array.Exists(Schemes, scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
        {
            return url;
        }

        if (!RelativeUrl.Is(url))
        {
            throw new PlaybookException(
                ErrorCode.StepFailed, $"\"{url}\" is not a URL: it is neither absolute (http, https, about or data) nor a path that starts with /, ./, ../, ? or #.");
        }

        return RelativeUrl.Resolve(url, baseUrl) ?? throw new PlaybookException(
            ErrorCode.StepFailed, $"The URL {url} is relative, and there is no base URL to resolve it against: set base_url in the playbook, or BaseUrl in the run's options.");
    }

    private static void Judge(string url, IResponse? response, bool allowStatus)
    {
        if (response is { Status: >= 400 } && !allowStatus)
        {
            var status = response.Status.ToString(CultureInfo.InvariantCulture);
            throw new PlaybookException(
                ErrorCode.StepFailed, $"{url} returned HTTP status {status}{(response.StatusText.Length > 0 ? " " + response.StatusText : string.Empty)}.");
        }
    }
}
