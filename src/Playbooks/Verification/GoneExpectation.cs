using Microsoft.Playwright;
using Playbooks.Browsing.Documents;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary><c>expect_element_gone</c>: no match is visible.</summary>
internal sealed class GoneExpectation(IPage page, PageDocuments documents, SeenSelectors seen, string selector) : IDetailedExpectation
{
    private const int MostDescribed = 3;

    private readonly ILocator visible = page.Locate(ElementRequirement.Visible.Narrow(selector));

    private readonly PlainCss plain = new(documents, selector);

    public string Name => "expect_element_gone";

    public string Expected => $"{selector} is gone";

    public bool IsFree => plain.IsPlain;

    public async Task<ExpectationResult> LookAsync()
    {
        var count = (await plain.CountAsync().ConfigureAwait(false))?.Visible ?? await visible.CountAsync().ConfigureAwait(false);
        if (count > 0)
        {
            seen.Add(selector);
            return this.Failed("still visible");
        }

        return seen.Contains(selector)
            ? this.Met("it is gone")
            : this.Met("it was never there") with { Note = new("verify", $"{Name} was met because {selector} was never there: no step of this run has seen it. Check the selector.") };
    }

    public async Task<string> DescribeAsync(ExpectationResult result)
    {
        var elements = await ElementDescription.DescribeAsync(visible, MostDescribed, 1).ConfigureAwait(false);
        return "still visible: " + string.Join(", ", elements.Take(MostDescribed)) + (elements.Count > MostDescribed ? ", …" : string.Empty);
    }
}
