using Microsoft.Playwright;
using Playbooks.Browsing.Documents;
using Playbooks.Resolution;
using Playbooks.Texts;

namespace Playbooks.Verification;

/// <summary><c>expect_count</c>: the number of matching elements, visible or not.</summary>
internal sealed class ElementCountExpectation(IPage page, PageDocuments documents, CountExpectation expectation) : IExpectation
{
    private readonly PlainCss plain = new(documents, expectation.Selector);

    public string Name => "expect_count";

    public string Expected => string.Join(" and ", Bounds()) + $" for {expectation.Selector}";

    public bool IsFree => plain.IsPlain;

    public async Task<ExpectationResult> LookAsync()
    {
        var count = (await plain.CountAsync().ConfigureAwait(false))?.Matches ?? await page.Locate(expectation.Selector).CountAsync().ConfigureAwait(false);
        var held = (expectation.Exactly is null || count == expectation.Exactly)
            && (expectation.AtLeast is null || count >= expectation.AtLeast)
            && (expectation.AtMost is null || count <= expectation.AtMost);
        return this.Is(held, count.Of("element"));
    }

    private IEnumerable<string> Bounds()
    {
        if (expectation.Exactly is { } exactly)
        {
            yield return $"exactly {exactly.Of("element")}";
        }

        if (expectation.AtLeast is { } least)
        {
            yield return $"at least {least.Of("element")}";
        }

        if (expectation.AtMost is { } most)
        {
            yield return $"at most {most.Of("element")}";
        }
    }
}
