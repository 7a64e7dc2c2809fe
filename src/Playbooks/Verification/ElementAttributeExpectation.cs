using Microsoft.Playwright;
using Playbooks.Browsing.Documents;

namespace Playbooks.Verification;

/// <summary><c>expect_attribute</c>: the whole value of an attribute, or a part of it.</summary>
internal sealed class ElementAttributeExpectation(IPage page, PageDocuments documents, AttributeExpectation expectation) : IDetailedExpectation
{
    private readonly OneElement element = new(page, documents, expectation.Selector);

    public string Name => "expect_attribute";

    public string Expected => expectation.ExactText is { } text
        ? $"{expectation.Selector} has the attribute {expectation.Name}=\"{text}\""
        : $"{expectation.Selector} has an attribute {expectation.Name} that contains \"{expectation.ContainedText}\"";

    public bool IsFree => element.IsFree;

    public async Task<ExpectationResult> LookAsync()
    {
        var (text, problem) = await element.ReadAsync("(element, name) => element.getAttribute(name)", expectation.Name).ConfigureAwait(false);
        return problem is not null ? this.Failed(problem)
            : text is null ? this.Failed("the attribute is missing")
            : expectation.ExactText is { } exact ? this.IsExactly(text, exact, string.Equals)
            : this.IsExactly(text, expectation.ContainedText ?? string.Empty, static (text, part) => text.Contains(part, StringComparison.Ordinal));
    }

    public Task<string> DescribeAsync(ExpectationResult result) => element.DescribeAsync(result.Seen);
}
