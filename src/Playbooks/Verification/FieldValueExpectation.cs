using Microsoft.Playwright;
using Playbooks.Browsing.Documents;

namespace Playbooks.Verification;

/// <summary><c>expect_value</c>: the exact value of a form field.</summary>
internal sealed class FieldValueExpectation(IPage page, PageDocuments documents, ValueExpectation expectation) : IDetailedExpectation
{
    private readonly OneElement element = new(page, documents, expectation.Selector);

    public string Name => "expect_value";

    public string Expected => $"{expectation.Selector} has the value \"{expectation.ExpectedText}\"";

    public bool IsFree => element.IsFree;

    public async Task<ExpectationResult> LookAsync()
    {
        var (text, problem) = await element.ReadAsync("element => 'value' in element ? String(element.value) : null", string.Empty).ConfigureAwait(false);
        return problem is not null ? this.Failed(problem)
            : text is null ? this.Failed("it is not a form field")
            : this.IsExactly(text, expectation.ExpectedText, string.Equals);
    }

    public Task<string> DescribeAsync(ExpectationResult result) => element.DescribeAsync(result.Seen);
}
