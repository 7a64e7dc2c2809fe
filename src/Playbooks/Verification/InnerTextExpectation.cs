using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Playbooks.Browsing.Documents;
using Playbooks.Texts;

namespace Playbooks.Verification;

/// <summary><c>expect_text</c>: the text of an element, in which whitespace is collapsed and invisible characters do not count.</summary>
internal sealed class InnerTextExpectation(IPage page, PageDocuments documents, ElementTextExpectation expectation) : IDetailedExpectation
{
    private const string Field = "\u0000";

    // The value of a form field is not text of the document.
    private const string Read = $$"""
        element => {
          const visibleText = {{VisibleText.Function}};
          if (/^(textarea|select)$/.test(element.localName) || (element.localName === 'input' && !/^(button|submit|reset)$/.test(element.type))) return '\u0000';
          return element.checkVisibility() ? visibleText(element) : element.textContent;
        }
        """;

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly OneElement element = new(page, documents, expectation.Selector);

    public string Name => "expect_text";

    public string Expected => $"{expectation.Selector} has " + (expectation.ExactText is { } exact ? $"the text \"{exact}\""
        : expectation.ContainedText is { } part ? $"text that contains \"{part}\""
        : $"text that matches {expectation.Pattern}");

    public bool IsFree => element.IsFree;

    public async Task<ExpectationResult> LookAsync()
    {
        var (text, problem) = await element.ReadAsync(Read, string.Empty).ConfigureAwait(false);
        if (problem is not null || text is null or Field)
        {
            return this.Failed(problem ?? "it is a form field, which has a value but no text: use expect_value");
        }

        var seen = Collapse(text);
        var compared = LookAlikes.Compared(text);
        return this.Is(
            expectation.ExactText is { } exact ? compared == LookAlikes.Compared(exact)
                : expectation.ContainedText is { } part ? compared.Contains(LookAlikes.Compared(part), StringComparison.Ordinal)

                // A pattern may itself contain what does not count.
                : IsMatch(compared) || (seen != compared && IsMatch(seen)),
            $"\"{seen}\"");
    }

    public Task<string> DescribeAsync(ExpectationResult result) => element.DescribeAsync(result.Seen);

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private bool IsMatch(string text)
    {
        try
        {
            return Regex.IsMatch(text, expectation.Pattern!, RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
