using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0301 to PB0303.</summary>
public sealed class SelectorTests
{
    [Theory]
    [InlineData("{|PB0301:\"a[b\"|}")]
    [InlineData("{|PB0301:'role=buton'|}")]
    [InlineData("{|PB0301:a >|}")]
    [InlineData("{|PB0301:''|}")]
    public void A_wrong_selector_is_marked_as_a_whole(string selector)
    {
        Check.Steps($"- action: hover\n  selector: {selector}");
        Check.Steps($"- action: hover\n  selector:\n    primary: a\n    fallbacks:\n      - b\n      - {selector}");
        Check.Step($"verify:\n  expect_element_visible: {selector}\n  expect_element_gone: {selector}");
        Check.Step($"verify:\n  expect_count: {{ at_least: 1, selector: {selector} }}");
    }

    [Fact]
    public void A_selector_of_twice_the_length_costs_about_twice_as_much()
    {
        _ = Allocated(1000);
        Assert.True(Allocated(4000) < 3 * Allocated(2000));

        static long Allocated(int compounds)
        {
            var text = $"id: test\nsteps:\n  - {{ action: hover, selector: \"{string.Concat(Enumerable.Repeat("div > ", compounds))}a\" }}\n";
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Empty(PlaybookReader.Read("a", text).Findings);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("getByRole('button')", "a selector is expected, not a method call; write role=button[name=\"…\"]")]
    [InlineData("await page.getByText('Save')", "text=…")]
    [InlineData("page.locator('a')", "the selector alone, without the call")]
    [InlineData("Page.GetByLabel('Save')", "internal:label=\"…\"")]
    [InlineData("label=Save", "Did you mean 'internal:label=\"…\"'?")]
    public void Code_is_no_selector(string selector, string message) => Check.Step("verify: { expect_element_visible: {|PB0301:\"" + selector + "\"|} }", message);

    [Fact]
    public void Both_a_placeholder_and_the_syntax_may_be_wrong() => Check.Steps("- action: hover\n  selector: {|PB0301:\"a[b={|PB0102:{zzzzzzzz}|}\"|}".Replace("{zzzzzzzz}", "{ run_id }", StringComparison.Ordinal));

    [Fact]
    public void A_selector_stands_once_in_a_chain() => Check.Steps("""
        - action: hover
          selector: { primary: "#a", fallbacks: [b, {|PB0302:'#a'|}, {|PB0302:"css=#a"|}, {|PB0302:b|}] }
          verify: { expect_element_visible: "#a" }
        - { action: hover, selector: "#a" }
        """, "is repeated in this chain");

    [Theory]
    [InlineData("{|PB0303:xpath=/html/body/div/a|}")]
    [InlineData("{|PB0303:'a:nth-child(1) b:nth-child(2) c:nth-child(3)'|}")]
    [InlineData("'a:nth-child(1) b:nth-child(2)'")]
    [InlineData("//html/a")]
    public void A_selector_may_be_brittle(string selector) => Check.Steps("- action: hover\n  selector: " + selector);

    [Theory]
    [InlineData("[data-x]")]
    public void A_list_is_no_selector(string selector) => Check.Steps("- action: hover\n  selector: {|PB0004:" + selector + "|}", "selector: \"[");

    [Theory]
    [InlineData("role=button[name=\u201CSave\u201D]", "at character 18, the typographic quote U+201C is used")]
    [InlineData("text=\u201CSave\u201D", "at character 6, the typographic quote U+201C")]
    [InlineData("text=\u2018Save\u2019", "U+2018")]
    [InlineData("text=\u201ESave\u201C", "U+201E")]
    [InlineData("\u201CSave\u201D", "at character 1, ")]
    [InlineData("a:has-text(\u201CSave\u201D)", "U+201C")]
    [InlineData("a >> text= \u00ABSave\u00BB", "U+00AB")]
    public void A_typographic_quote_quotes_nothing(string selector, string message) => Check.Step("verify: { expect_element_visible: {|PB0301:'" + selector + "'|} }", message);

    [Theory]
    [InlineData("text=Don\u2019t save")]
    [InlineData("text=\"\u201CSave\u201D\"")]
    [InlineData("text=He said, \u201CHi\u201D")]
    [InlineData("a:has-text(\"say \u201CHi\u201D\")")]
    [InlineData("a[title=\"=\u201C\"]")]
    public void A_typographic_quote_may_be_text(string selector) => Check.Step("verify: { expect_element_visible: '" + selector + "' }");
}
