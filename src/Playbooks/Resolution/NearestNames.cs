using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Playbooks.Texts;

namespace Playbooks.Resolution;

/// <summary>Finds the elements of a page whose roles and accessible names are most similar to those in selectors.</summary>
internal sealed partial class NearestNames(IPage page, TimeProvider time)
{
    private const int Most = 5;
    private const double LeastSimilarity = 0.3;
    private const double RoleBonus = 0.15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Returns the most similar elements first, such as <c>button "Cancel order"</c>. Empty if nothing is similar, or if the page does not respond.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyList<string> selectors, CancellationToken cancellationToken)
    {
        string snapshot;
        try
        {
            // An SVG document has no body.
            snapshot = await page.Locator(":root").AriaSnapshotAsync(new() { Timeout = (float)Patience.TotalMilliseconds })
                .WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return [];
        }

        return Rank(snapshot, selectors);
    }

    /// <summary>Ranks the lines of a snapshot.</summary>
    internal static IReadOnlyList<string> Rank(string snapshot, IReadOnlyList<string> selectors)
    {
        var mentioned = selectors.SelectMany(Mentions).Distinct().ToArray();
        var roles = selectors.Select(selector => Role().Match(selector)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet();
        return [.. snapshot.Split('\n')
            .Select(AriaLine.Parse)
            .OfType<AriaLine>()
            .Where(line => line.Role != "text")
            .Distinct()
            .Select(line => (Line: line, Score: Score(line, mentioned, roles)))
            .Where(pair => pair.Score >= LeastSimilarity)
            .OrderByDescending(pair => pair.Score)
            .ThenBy(pair => pair.Line.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => pair.Line.ToString())];
    }

    private static double Score(AriaLine line, string[] mentioned, HashSet<string> roles)
    {
        var name = LookAlikes.Compared(line.Name).ToLowerInvariant();
        var best = mentioned.Length == 0 ? 0 : mentioned.Max(text => Similarity.Measure(text, name));
        return best + (roles.Contains(line.Role) ? RoleBonus : 0);
    }

    // Quoted texts are used as they are, and ids and classes as words: #cancelOrder-btn mentions "cancel order btn".
    private static IEnumerable<string> Mentions(string selector)
    {
        selector = LookAlikes.WithoutInvisible(selector);
        foreach (Match quoted in Quoted().Matches(selector))
        {
            yield return quoted.Groups["text"].Value.ToLowerInvariant();
        }

        var rest = Engine().Replace(Quoted().Replace(selector, " "), " ");
        var words = string.Join(' ', Word().Matches(rest).Select(word => word.Value.ToLowerInvariant()));
        if (words.Length > 0)
        {
            yield return words;
        }
    }

    [GeneratedRegex("""(?<quote>["'])(?<text>(?:\\.|(?!\k<quote>).)*)\k<quote>""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:css|text|role|xpath|data-testid|id|nth|visible|name|class)\s*=|>>|:[a-z-]+|//")]
    private static partial Regex Engine();

    [GeneratedRegex(@"\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"role\s*=\s*([a-z]+)")]
    private static partial Regex Role();
}
