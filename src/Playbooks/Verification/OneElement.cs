using Microsoft.Playwright;
using Playbooks.Browsing.Documents;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary>Reads data from the only element that a selector matches.</summary>
internal sealed class OneElement(IPage page, PageDocuments documents, string selector)
{
    private const int MostDescribed = 3;

    private readonly ILocator locator = page.Locate(selector);
    private readonly PlainCss plain = new(documents, selector);

    /// <summary>Gets whether reading has almost no cost, even in a traced run.</summary>
    public bool IsFree => plain.IsPlain;

    /// <summary>Returns the text, which is null if the element has none, or the reason why nothing could be read.</summary>
    /// <param name="read">A JavaScript function from the element and the argument to a text or null.</param>
    /// <param name="argument">The argument of the function.</param>
    public async Task<(string? Text, string? Problem)> ReadAsync(string read, string argument)
    {
        var script = $"(elements, argument) => [String(elements.length), elements.length === 1 ? ({read})(elements[0], argument) : null]";
        var answer = await plain.ReadAsync(script, argument, locator).ConfigureAwait(false);
        return answer[0] switch
        {
            "0" => (null, "no element matches"),
            "1" => (answer[1], null),
            var count => (null, $"{count} elements match, but exactly one is needed"),
        };
    }

    /// <summary>Returns the problem, followed by the elements if there are several.</summary>
    public async Task<string> DescribeAsync(string problem)
    {
        var elements = await ElementDescription.DescribeAsync(locator, MostDescribed, 0).ConfigureAwait(false);
        return elements.Count < 2 ? problem : $"{problem}: {string.Join(", ", elements.Take(MostDescribed))}{(elements.Count > MostDescribed ? ", …" : string.Empty)}";
    }
}
