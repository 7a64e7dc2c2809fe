using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary>Verifies the expectations of a step: all are polled together until they are met or the time limit is reached.</summary>
/// <param name="time">The clock for time limits and waiting.</param>
/// <param name="resolver">Provides the activity of pages. If null, a new one is used.</param>
/// <param name="browser">Provides the dialogs and errors of all pages. If null, there are none.</param>
internal sealed class Verifier(TimeProvider time, SelectorResolver? resolver = null, BrowserState? browser = null)
{
    // The delays between two queries. The first ones are short, because most missing elements appear soon.
    private static readonly TimeSpan[] Pauses = [.. new[] { 10, 20, 40, 80, 100 }.Select(pause => TimeSpan.FromMilliseconds(pause))];

    // However short the time limit, the page is queried once, has this long to respond, and the same time again to describe the actual state.
    // This is enough for a busy machine, but not for a page that hangs.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // Queries before an action must not delay it.
    private static readonly TimeSpan LongestGlance = TimeSpan.FromMilliseconds(200);

    private readonly SelectorResolver resolver = resolver ?? new(time);

    /// <summary>Returns the result of every expectation. All were met, or one cannot be met, or the time limit was reached.</summary>
    /// <param name="page">The page.</param>
    /// <param name="verification">The expectations.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <param name="step">What the expectations need besides the page. If null, screenshots and accessibility are not verified.</param>
    public async Task<IReadOnlyList<ExpectationResult>> VerifyAsync(
        IPage page, StepVerification verification, CancellationToken cancellationToken, VerifiedStep? step = null)
    {
        var activity = resolver.ActivityOf(page);
        ExpectationLook[] looks =
        [
            .. Expectations(page, activity.Documents, verification).Concat(LastExpectations(page, verification, step, cancellationToken))
                .Select(expectation => new ExpectationLook(expectation, activity, time)),
        ];
        var deadline = new Deadline(time, verification.Timeout);
        DomObserver? observer = null;
        try
        {
            for (var round = 0; ; round++)
            {
                var isLast = deadline.HasPassed;
                if (await HoldAsync(looks, deadline, isLast, cancellationToken).ConfigureAwait(false) || isLast || Array.Exists(looks, static look => look is { IsDecided: true, IsMet: false }))
                {
                    // Expensive details are queried only where they are shown.
                    return await Task.WhenAll(looks.Select(look => look.DescribeAsync(Grace, cancellationToken))).ConfigureAwait(false);
                }

                if (observer is null && activity.Documents.AreFree && Array.Exists(looks, static look => !look.IsFree))
                {
                    observer = new DomObserver(page, activity);
                }

                await WaitAsync(looks, Pauses[Math.Min(round, Pauses.Length - 1)], deadline, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (observer is not null)
            {
                await observer.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Determines whether all expectations are already met, if this can be queried at almost no cost. Returns false if they are not, or if it is unknown.</summary>
    public async Task<bool> HoldsAlreadyAsync(IPage page, StepVerification verification, CancellationToken cancellationToken)
    {
        if (verification is { Accessible: true } or { Screenshot: not null } or { Download: not null })
        {
            return false;
        }

        var activity = resolver.ActivityOf(page);

        // Before an action there is no dialog and no error, which says nothing about the action.
        var expectations = Expectations(page, activity.Documents, verification).Where(static one => one is not (DialogGoneExpectation or PageErrorsExpectation));
        ExpectationLook[] looks = [.. expectations.Select(expectation => new ExpectationLook(expectation, activity, time))];
        if (looks.Length == 0 || !Array.TrueForAll(looks, static look => look.IsFree))
        {
            return false;
        }

        await AskAsync(looks, LongestGlance, cancellationToken).ConfigureAwait(false);
        return Array.TrueForAll(looks, static look => look.IsMet);
    }

    /// <summary>
    /// Queries the page, and determines whether all expectations are met. As long as a cheap expectation is not met, expensive ones are not
    /// queried. They are queried again when the page has changed, and at the end. The last ones are queried only while all others are met.
    /// </summary>
    private static async Task<bool> HoldAsync(ExpectationLook[] looks, Deadline deadline, bool isLast, CancellationToken cancellationToken)
    {
        var limit = deadline.Remaining > Grace ? deadline.Remaining : Grace;
        await AskAsync(looks.Where(static look => look.IsFree), limit, cancellationToken).ConfigureAwait(false);
        if (!isLast && Array.Exists(looks, static look => look is { IsFree: true, IsMet: false }))
        {
            return false;
        }

        var others = Array.FindAll(looks, static look => !look.IsFree && !look.IsLast);
        if (isLast || Array.Exists(others, static look => look.IsDue))
        {
            await AskAsync(others, limit, cancellationToken).ConfigureAwait(false);
        }

        if (Array.Exists(looks, static look => look is { IsLast: false, IsMet: false }))
        {
            return false;
        }

        foreach (var look in looks.Where(look => look.IsLast && (isLast || look.IsDue)))
        {
            await look.AskAsync(limit, cancellationToken).ConfigureAwait(false);
        }

        return Array.TrueForAll(looks, static look => look.IsMet);
    }

    private static Task AskAsync(IEnumerable<ExpectationLook> looks, TimeSpan limit, CancellationToken cancellationToken) =>
        Task.WhenAll(looks.Select(look => look.AskAsync(limit, cancellationToken)));

    // The page has at least as much time for itself as a query takes.
    private async Task WaitAsync(ExpectationLook[] looks, TimeSpan pause, Deadline deadline, CancellationToken cancellationToken)
    {
        var cost = looks.Where(static look => look.IsFree).Select(static look => look.Cost).DefaultIfEmpty().Max();
        var wait = cost > pause ? cost : pause;
        await Task.Delay(wait < deadline.Remaining ? wait : deadline.Remaining, time, cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<IExpectation> Expectations(IPage page, PageDocuments documents, StepVerification verification)
    {
        if (verification.UrlContains is { } url)
        {
            yield return new UrlExpectation(page, url);
        }

        if (verification.ElementVisible is { } visible)
        {
            yield return FramedExpectation.Create(page, visible, new VisibleExpectation(page, documents, visible));
        }

        if (verification.ElementGone is { } gone)
        {
            yield return FramedExpectation.Create(page, gone, new GoneExpectation(page, documents, resolver.Seen, gone));
        }

        if (verification.TextOnPage is { } text)
        {
            yield return new TextExpectation(documents, text, time);
        }

        if (verification.TitleContains is { } title)
        {
            yield return new TitleExpectation(page, title);
        }

        if (verification.Value is { } value)
        {
            yield return FramedExpectation.Create(page, value.Selector, new FieldValueExpectation(page, documents, value));
        }

        if (verification.Count is { } count)
        {
            yield return FramedExpectation.Create(page, count.Selector, new ElementCountExpectation(page, documents, count), needsFrame: true);
        }

        if (verification.Attribute is { } attribute)
        {
            yield return FramedExpectation.Create(page, attribute.Selector, new ElementAttributeExpectation(page, documents, attribute));
        }

        if (verification.Url is { } glob)
        {
            yield return new UrlGlobExpectation(page, glob);
        }

        if (verification.Text is { } elementText)
        {
            yield return FramedExpectation.Create(page, elementText.Selector, new InnerTextExpectation(page, documents, elementText));
        }

        foreach (var state in States(page, documents, verification))
        {
            yield return state;
        }

        if (verification.Aria is { } aria)
        {
            yield return FramedExpectation.Create(page, aria.Selector, new AriaSnapshotExpectation(page, aria));
        }

        if (verification.DialogGone && browser is not null)
        {
            yield return new DialogGoneExpectation(browser.Effects);
        }

        if (verification.NoPageErrors && browser is not null)
        {
            yield return new PageErrorsExpectation(browser.RequestsAndErrors);
        }

        if (verification.Download is { } download && browser is not null)
        {
            yield return new StartedDownloadExpectation(browser.Downloads, download);
        }
    }

    private static IEnumerable<IExpectation> LastExpectations(IPage page, StepVerification verification, VerifiedStep? step, CancellationToken cancellationToken)
    {
        if (verification.Screenshot is { } screenshot && step is not null)
        {
            yield return new AcceptedScreenshotExpectation(page, screenshot, step);
        }

        if (verification.Accessible && step is not null)
        {
            yield return new AccessibilityExpectation(page, step.Accessibility, cancellationToken);
        }
    }

    private static IEnumerable<IExpectation> States(IPage page, PageDocuments documents, StepVerification verification)
    {
        if (verification.Enabled is { } enabled)
        {
            yield return FramedExpectation.Create(page, enabled, ElementStateExpectation.Enabled(page, documents, enabled, isEnabled: true));
        }

        if (verification.Disabled is { } disabled)
        {
            yield return FramedExpectation.Create(page, disabled, ElementStateExpectation.Enabled(page, documents, disabled, isEnabled: false));
        }

        if (verification.Checked is { } isChecked)
        {
            yield return FramedExpectation.Create(page, isChecked, ElementStateExpectation.Checked(page, documents, isChecked, isChecked: true));
        }

        if (verification.Unchecked is { } isUnchecked)
        {
            yield return FramedExpectation.Create(page, isUnchecked, ElementStateExpectation.Checked(page, documents, isUnchecked, isChecked: false));
        }

        if (verification.Focused is { } focused)
        {
            yield return FramedExpectation.Create(page, focused, ElementStateExpectation.Focused(page, documents, focused));
        }
    }
}
