using Microsoft.Playwright;

namespace Playbooks.Running.Verification;

/// <summary>Checks what a step expects of the page: all expectations are polled together until they hold or time is up.</summary>
internal sealed class Verifier(TimeProvider time)
{
    // Between two looks; the first ones follow quickly, since most of what is not there yet is there soon.
    private static readonly TimeSpan[] Pauses = [.. new[] { 10, 20, 40, 80, 100 }.Select(pause => TimeSpan.FromMilliseconds(pause))];

    // However short the time limit, the page is asked once and may take this long to answer, and as long again to tell what it
    // shows instead: enough for a busy machine, not for a page that hangs.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Every expectation with what was seen; they all held, or the time is up.</summary>
    public async Task<IReadOnlyList<ExpectationResult>> VerifyAsync(
        IPage page, Steps.Verification verification, CancellationToken cancellationToken)
    {
        var expectations = Expectations(page, verification).ToArray();
        var deadline = new Deadline(time, verification.Timeout);
        for (var look = 0; ; look++)
        {
            var limit = deadline.Remaining > Grace ? deadline.Remaining : Grace;
            var isLast = deadline.HasPassed;
            var results = await Task.WhenAll(expectations.Select(expectation => LookAsync(expectation, limit, cancellationToken))).ConfigureAwait(false);
            if (isLast || Array.TrueForAll(results, result => result.Held))
            {
                // What is costly to tell of is asked for only where it is shown.
                return await Task.WhenAll(expectations.Zip(results, (expectation, result) => TellAsync(expectation, result, cancellationToken))).ConfigureAwait(false);
            }

            var pause = Pauses[Math.Min(look, Pauses.Length - 1)];
            await Task.Delay(pause < deadline.Remaining ? pause : deadline.Remaining, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<IExpectation> Expectations(IPage page, Steps.Verification verification)
    {
        if (verification.UrlContains is { } url)
        {
            yield return new UrlExpectation(page, url);
        }

        if (verification.ElementVisible is { } visible)
        {
            yield return new VisibleExpectation(page, visible);
        }

        if (verification.ElementGone is { } gone)
        {
            yield return new GoneExpectation(page, gone);
        }

        if (verification.TextOnPage is { } text)
        {
            yield return new TextExpectation(page, text);
        }

        if (verification.TitleContains is { } title)
        {
            yield return new TitleExpectation(page, title);
        }

        if (verification.Value is { } value)
        {
            yield return new FieldValueExpectation(page, value);
        }

        if (verification.Count is { } count)
        {
            yield return new ElementCountExpectation(page, count);
        }

        if (verification.Attribute is { } attribute)
        {
            yield return new ElementAttributeExpectation(page, attribute);
        }
    }

    private async Task<ExpectationResult> LookAsync(IExpectation expectation, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await expectation.LookAsync().WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return expectation.Failed("the page did not answer");
        }
        catch (PlaywrightException error)
        {
            return expectation.Failed(Resolution.PlaywrightError.FirstLine(error.Message));
        }
    }

    private Task<ExpectationResult> TellAsync(IExpectation expectation, ExpectationResult result, CancellationToken cancellationToken) =>
        result.Held || expectation is not ITellingExpectation telling ? Task.FromResult(result) : TellAsync(telling, result, cancellationToken);

    private async Task<ExpectationResult> TellAsync(ITellingExpectation expectation, ExpectationResult result, CancellationToken cancellationToken)
    {
        try
        {
            return result with { Seen = await expectation.TellAsync(result).WaitAsync(Grace, time, cancellationToken).ConfigureAwait(false) };
        }
        catch (Exception error) when (error is TimeoutException or PlaywrightException)
        {
            return result;
        }
    }
}
