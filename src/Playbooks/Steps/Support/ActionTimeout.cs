using System.Text.RegularExpressions;
using Playbooks.Browsing;
using Playbooks.Resolution;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>Determines why an action on an element timed out.</summary>
internal sealed partial class ActionTimeout(StepContext context, string attempt, ElementRequirement requirement)
{
    /// <summary>Creates the error: that of the resolver if there is no element, or several; otherwise what prevented the action on the element.</summary>
    public async Task<PlaybookException> ExplainAsync(ResolvedElement element, SelectorChain chain, TimeoutException error)
    {
        var log = PlaywrightError.CleanText(error.Message);
        var limit = context.Deadline.Limit.InWords();
        if (log.Contains("waiting for scheduled navigations to finish", StringComparison.Ordinal))
        {
            return new(ErrorCode.StepFailed, $"{attempt} {element.Selector} worked, but the navigation that it started did not finish within {limit}.", PlaywrightError.Clean(error));
        }

        if (context.IsCarriedOut)
        {
            // The page may be another one by now, so that its elements say nothing about the cause.
            return new(ErrorCode.StepFailed, $"{attempt} {element.Selector} did not finish within {limit}, although the page received the input.", PlaywrightError.Clean(error));
        }

        if (Obstacle(log) is { } obstacle)
        {
            return new(ErrorCode.StepFailed, $"{attempt} {element.Selector} did not work within {limit}: {obstacle}.", PlaywrightError.Clean(error));
        }

        var failure = await new ResolutionFailure(context.Page, context.Time)
            .DescribeAsync([chain.Primary, .. chain.Fallbacks], requirement, context.Deadline.Limit, context.CancellationToken).ConfigureAwait(false);
        return failure.Candidates.Any(candidate => candidate.IsOne(requirement))
            ? new PlaybookException(ErrorCode.StepFailed, $"{attempt} {element.Selector} did not finish within {limit}.", PlaywrightError.Clean(error))
            : failure;
    }

    // The last reported obstacle is the one that remained at the end.
    private static string? Obstacle(string log) => log.Split('\n').Select(ObstacleOf).LastOrDefault(obstacle => obstacle is not null);

    private static string? ObstacleOf(string line) => line switch
    {
        "element is not enabled" => "the element is disabled",
        "element is not stable" => "the element does not stop moving",
        "element is not editable" => "the element is read-only",
        "element was detached from the DOM, retrying" => "the page keeps replacing the element",
        "element is outside of the viewport" => "the element cannot be scrolled into view",
        _ when Cover().Match(line) is { Success: true } match => $"the element is covered by {match.Groups["cover"].Value}",
        _ => null,
    };

    [GeneratedRegex(@"^(?<cover><.*?>) (?:from <.* subtree )?intercepts pointer events$")]
    private static partial Regex Cover();
}
