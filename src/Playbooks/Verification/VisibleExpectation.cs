using Microsoft.Playwright;
using Playbooks.Browsing.Documents;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary><c>expect_element_visible</c>: at least one match is visible.</summary>
internal sealed class VisibleExpectation(IPage page, PageDocuments documents, string selector) : IDetailedExpectation
{
    private readonly PlainCss plain = new(documents, selector);

    public string Name => "expect_element_visible";

    public string Expected => $"{selector} is visible";

    public bool IsFree => plain.IsPlain;

    public async Task<ExpectationResult> LookAsync()
    {
        var count = (await plain.CountAsync().ConfigureAwait(false))?.Visible
            ?? await page.Locate(ElementRequirement.Visible.Narrow(selector)).CountAsync().ConfigureAwait(false);
        return this.Is(count > 0, count > 0 ? "it is visible" : "it is not");
    }

    public async Task<string> DescribeAsync(ExpectationResult result) => await page.Locate(selector).CountAsync().ConfigureAwait(false) switch
    {
        0 => "no element matches" + (await new FrameMatches(page).DescribeAsync([selector]).ConfigureAwait(false) is { } inFrame ? "; " + inFrame : string.Empty),
        1 => "1 element matches, but it is not visible",
        var count => $"{count} elements match, but none is visible",
    };
}
