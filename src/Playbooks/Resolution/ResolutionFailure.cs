using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Texts;

namespace Playbooks.Resolution;

/// <summary>Queries the page once more, and explains why no selector matched exactly one element.</summary>
internal sealed class ResolutionFailure(IPage page, TimeProvider time)
{
    private const int MostDescribed = 5;

    // The deadline has passed, and a page that hangs must not delay the error.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Creates the error, with the result of each selector and the most similar names.</summary>
    public async Task<SelectorException> DescribeAsync(
        IReadOnlyList<string> selectors, ElementRequirement requirement, TimeSpan limit, CancellationToken cancellationToken)
    {
        var candidates = await Task.WhenAll(selectors.Select(selector => InspectAsync(selector, requirement, cancellationToken))).ConfigureAwait(false);
        var nothing = !Array.Exists(candidates, candidate => candidate.Elements.Count > 0);
        var nearest = !nothing
            ? []
            : await new NearestNames(page, time).FindAsync(selectors, cancellationToken).ConfigureAwait(false);
        var inFrame = nothing ? await new FrameMatches(page).DescribeAsync(selectors).ConfigureAwait(false) : null;
        var elsewhere = inFrame ?? (Array.TrueForAll(candidates, static candidate => candidate.Matches == 0)
            ? await DocumentDescription.DescribeAsync(page, time, cancellationToken).ConfigureAwait(false)
            : null);
        var sentence = Sentence(candidates, requirement, limit);
        return new(elsewhere is null ? sentence : $"{sentence.TrimEnd('.')}; {elsewhere}.", candidates, nearest);
    }

    private static string Sentence(SelectorCandidate[] candidates, ElementRequirement requirement, TimeSpan limit)
    {
        var several = Array.Find(candidates, candidate => candidate.Elements.Count > 0);
        if (several is not null)
        {
            return $"{several.Selector} still matches {several.Elements.Count.Of("element")} after {limit.InWords()}, where exactly one is needed: "
                + string.Join(", ", several.Elements.Take(MostDescribed)) + (several.Elements.Count > MostDescribed ? ", …" : string.Empty) + ".";
        }

        var kind = requirement == ElementRequirement.Visible ? "visible element" : "element";
        return candidates.Length == 1
            ? $"No {kind} for {candidates[0].Selector} within {limit.InWords()}: {candidates[0].Reason}."
            : $"No {kind} for any of {candidates.Length} selectors within {limit.InWords()}: "
                + string.Join("; ", candidates.Select(candidate => $"{candidate.Selector}: {candidate.Reason}")) + ".";
    }

    private async Task<SelectorCandidate> InspectAsync(string selector, ElementRequirement requirement, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(selector, requirement).WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new(selector, 0, 0, "the page does not respond", []);
        }
        catch (PlaywrightException error)
        {
            return new(selector, 0, 0, PlaywrightError.FirstLine(error.Message), []);
        }
    }

    private async Task<SelectorCandidate> LookAsync(string selector, ElementRequirement requirement)
    {
        // A query inside a frame that has not loaded would not end.
        if (FrameSelector.HasFrame(selector) && await new FramePath(page, selector).FindAsync().ConfigureAwait(false) is { } problem)
        {
            return new(selector, 0, 0, await problem.DescribeAsync().ConfigureAwait(false), []);
        }

        var all = page.Locate(selector).CountAsync();
        var shown = page.Locate(ElementRequirement.Visible.Narrow(selector)).CountAsync();
        var matches = await all.ConfigureAwait(false);
        var visible = await shown.ConfigureAwait(false);
        var count = requirement == ElementRequirement.Visible ? visible : matches;
        if (count > 1)
        {
            var elements = await ElementDescription.DescribeAsync(page.Locate(requirement.Narrow(selector)), MostDescribed, count).ConfigureAwait(false);
            return new(selector, matches, visible, $"{count} {(requirement == ElementRequirement.Visible ? "visible elements" : "elements")} match, but exactly one is needed", elements);
        }

        var reason = (matches, count) switch
        {
            (0, _) => "no element matches",
            (_, 1) => "one element matches now, but too late",
            (1, _) => "1 element matches, but it is not visible",
            _ => $"{matches} elements match, but none is visible",
        };
        return new(selector, matches, visible, reason, []);
    }
}
