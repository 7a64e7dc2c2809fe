using Microsoft.Playwright;
using Playbooks.Texts;

namespace Playbooks.Verification;

/// <summary><c>expect_title_contains</c>.</summary>
internal sealed class TitleExpectation(IPage page, string part) : IExpectation
{
    public string Name => "expect_title_contains";

    public string Expected => $"a title that contains \"{part}\"";

    public bool IsFree => true;

    public async Task<ExpectationResult> LookAsync()
    {
        var title = await page.TitleAsync().ConfigureAwait(false);
        return this.Is(LookAlikes.Compared(title).Contains(LookAlikes.Compared(part), StringComparison.Ordinal), $"\"{title}\"");
    }
}
