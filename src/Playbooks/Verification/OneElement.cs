using Microsoft.Playwright;
using Playbooks.Browsing.Documents;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary>Reads something of the one element that a selector matches.</summary>
internal sealed class OneElement(IPage page, PageDocuments documents, string selector)
{
    private const int MostDescribed = 3;

    private readonly ILocator locator = page.Locator(selector);
    private readonly PlainCss plain = new(documents, selector);

    /// <summary>Whether reading costs next to nothing, in a traced run too.</summary>
    public bool IsFree => plain.IsPlain;

    /// <summary>What was read (null: there is no such thing), or why nothing could be.</summary>
    /// <param name="read">A JavaScript function from the element and the argument to a text or null.</param>
    /// <param name="argument">The argument.</param>
    public async Task<(string? Text, string? Problem)> ReadAsync(string read, string argument)
    {
        var script = $"(elements, argument) => [String(elements.length), elements.length === 1 ? ({read})(elements[0], argument) : null]";
        var answer = await plain.ReadAsync(script, argument).ConfigureAwait(false)
            ?? await locator.EvaluateAllAsync<string?[]>(script, argument).ConfigureAwait(false);
        return answer[0] switch
        {
            "0" => (null, "no element matches"),
            "1" => (answer[1], null),
            var count => (null, $"{count} elements match, exactly one is needed"),
        };
    }

    /// <summary>The problem, with the elements named where there are several.</summary>
    public async Task<string> TellAsync(string problem)
    {
        var elements = await ElementWords.DescribeAsync(locator, MostDescribed, 0).ConfigureAwait(false);
        return elements.Count < 2 ? problem : $"{problem}: {string.Join(", ", elements.Take(MostDescribed))}{(elements.Count > MostDescribed ? ", …" : string.Empty)}";
    }
}
