using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Playbooks.Verification;

/// <summary><c>expect_url</c>: a glob for the whole URL, or for what follows the host. Both are compared percent-decoded.</summary>
internal sealed class UrlGlobExpectation(IPage page, string glob) : IExpectation
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly Regex pattern = new(ToPattern(Uri.UnescapeDataString(glob)), RegexOptions.CultureInvariant | RegexOptions.Singleline, MatchTimeout);

    public string Name => "expect_url";

    public string Expected => $"a URL that matches \"{glob}\"";

    public bool IsFree => true;

    public Task<ExpectationResult> LookAsync()
    {
        var url = Uri.UnescapeDataString(Compared(page.Url));
        return Task.FromResult(this.Is(pattern.IsMatch(url), page.Url));
    }

    private string Compared(string url) =>
        glob.StartsWith('/') && Uri.TryCreate(url, UriKind.Absolute, out var absolute) ? absolute.PathAndQuery + absolute.Fragment : url;

    private static string ToPattern(string glob) => @"\A" + Regex.Escape(glob).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + @"\z";
}
