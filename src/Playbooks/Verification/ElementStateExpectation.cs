using Microsoft.Playwright;
using Playbooks.Browsing.Documents;

namespace Playbooks.Verification;

/// <summary>An expectation that an element is in one of two states, such as <c>expect_enabled</c>.</summary>
internal sealed class ElementStateExpectation : IDetailedExpectation
{
    private const string IsEnabled = "element => String(!element.matches(':disabled') && !element.closest('[aria-disabled=true]'))";

    private const string IsChecked = """
        element => element.localName === 'input' && /^(checkbox|radio)$/.test(element.type) ? String(element.checked)
          : element.hasAttribute('aria-checked') ? String(element.getAttribute('aria-checked') === 'true') : null
        """;

    private const string IsFocused = "element => String(element.getRootNode().activeElement === element)";

    private readonly OneElement element;
    private readonly string script;
    private readonly string wanted;
    private readonly string opposite;
    private readonly bool isPositive;

    private ElementStateExpectation(string name, OneElement element, string selector, string script, string wanted, string opposite, bool isPositive)
    {
        Name = name;
        Expected = $"{selector} {wanted}";
        this.element = element;
        this.script = script;
        this.wanted = wanted;
        this.opposite = opposite;
        this.isPositive = isPositive;
    }

    public string Name { get; }

    public string Expected { get; }

    public bool IsFree => element.IsFree;

    /// <summary>Creates <c>expect_enabled</c> or <c>expect_disabled</c>.</summary>
    public static ElementStateExpectation Enabled(IPage page, PageDocuments documents, string selector, bool isEnabled) => isEnabled
        ? new("expect_enabled", new(page, documents, selector), selector, IsEnabled, "is enabled", "is disabled", isPositive: true)
        : new("expect_disabled", new(page, documents, selector), selector, IsEnabled, "is disabled", "is enabled", isPositive: false);

    /// <summary>Creates <c>expect_checked</c> or <c>expect_unchecked</c>.</summary>
    public static ElementStateExpectation Checked(IPage page, PageDocuments documents, string selector, bool isChecked) => isChecked
        ? new("expect_checked", new(page, documents, selector), selector, IsChecked, "is checked", "is not checked", isPositive: true)
        : new("expect_unchecked", new(page, documents, selector), selector, IsChecked, "is not checked", "is checked", isPositive: false);

    /// <summary>Creates <c>expect_focused</c>.</summary>
    public static ElementStateExpectation Focused(IPage page, PageDocuments documents, string selector) =>
        new("expect_focused", new(page, documents, selector), selector, IsFocused, "has focus", "does not have focus", isPositive: true);

    public async Task<ExpectationResult> LookAsync()
    {
        var (text, problem) = await element.ReadAsync(script, string.Empty).ConfigureAwait(false);
        return problem is not null ? this.Failed(problem)
            : text is null ? this.Failed("it is not a checkbox, a radio button, or a switch")
            : text == "true" == isPositive ? this.Met("it " + wanted)
            : this.Failed("it " + opposite);
    }

    public Task<string> DescribeAsync(ExpectationResult result) => element.DescribeAsync(result.Seen);
}
