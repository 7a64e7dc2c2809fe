using Microsoft.Playwright;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary><c>expect_aria</c>: the accessibility tree of an element, by Playwright's own comparison.</summary>
internal sealed class AriaSnapshotExpectation(IPage page, AriaExpectation expectation) : IDetailedExpectation
{
    private const int LongestTree = 2000;

    // Long enough for one comparison on a busy machine; the verifier asks again.
    private const float Patience = 100;

    private readonly ILocator locator = page.Locate(expectation.Selector);

    public string Name => "expect_aria";

    public string Expected => $"{expectation.Selector} has the accessibility tree\n{expectation.Snapshot.TrimEnd()}";

    public bool IsFree => false;

    public async Task<ExpectationResult> LookAsync()
    {
        try
        {
            await Assertions.Expect(locator).ToMatchAriaSnapshotAsync(expectation.Snapshot, new() { Timeout = Patience }).ConfigureAwait(false);
            return this.Met("it does");
        }
        catch (PlaywrightException error)
        {
            return this.Failed(error.Message.Contains("strict mode violation", StringComparison.Ordinal) ? "several elements match, but exactly one is needed" : "it does not");
        }
    }

    public async Task<string> DescribeAsync(ExpectationResult result)
    {
        var count = await locator.CountAsync().ConfigureAwait(false);
        return count switch
        {
            0 => "no element matches",
            1 => "\n" + (await locator.AriaSnapshotAsync().ConfigureAwait(false)).Truncate(LongestTree),
            _ => $"{count} elements match, but exactly one is needed",
        };
    }
}
