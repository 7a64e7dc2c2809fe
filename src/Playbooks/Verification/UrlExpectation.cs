using Microsoft.Playwright;

namespace Playbooks.Verification;

/// <summary><c>expect_url_contains</c>: a part of the URL. Both are compared percent-decoded.</summary>
internal sealed class UrlExpectation(IPage page, string part) : IExpectation
{
    public string Name => "expect_url_contains";

    public string Expected => $"a URL that contains \"{part}\"";

    public bool IsFree => true;

    public Task<ExpectationResult> LookAsync()
    {
        var url = Uri.UnescapeDataString(page.Url);
        return Task.FromResult(this.Is(url.Contains(Uri.UnescapeDataString(part), StringComparison.Ordinal), page.Url));
    }
}
