namespace Playbooks.Language.Grammar;

/// <summary>The keys of <c>verify</c>.</summary>
public static class VerifyKeys
{
    /// <summary><c>expect_url_contains</c>.</summary>
    public static KeyDefinition UrlContains { get; } = new("expect_url_contains", KeyKind.Text, "The page's URL contains this text; both are percent-decoded.", "/orders/42");

    /// <summary><c>expect_element_visible</c>.</summary>
    public static KeyDefinition ElementVisible { get; } = new("expect_element_visible", KeyKind.FramedSelector, "An element is visible.", "\"#done\"") { Mapping = SelectorKeys.FramedMapping, OtherNames = ["expect_visible", "expect_element", "expect_exists", "assert_visible", "assertVisible", "to_be_visible"] };

    /// <summary><c>expect_element_gone</c>.</summary>
    public static KeyDefinition ElementGone { get; } = new("expect_element_gone", KeyKind.FramedSelector, "No element that matches is visible.", "\"dialog[open]\"") { Mapping = SelectorKeys.FramedMapping, OtherNames = ["expect_hidden", "expect_not_visible", "expect_element_hidden", "expect_no_element", "assertNotVisible", "to_be_hidden"] };

    /// <summary><c>expect_text_on_page</c>.</summary>
    public static KeyDefinition TextOnPage { get; } = new("expect_text_on_page", KeyKind.Text, "The visible text of the page and its frames contains this text.", "Thank you") { OtherNames = ["expect_page_text", "to_contain_text"] };

    /// <summary><c>expect_title_contains</c>.</summary>
    public static KeyDefinition TitleContains { get; } = new("expect_title_contains", KeyKind.Text, "The page's title contains this text.", "Orders") { OtherNames = ["expect_title", "to_have_title"] };

    /// <summary><c>expect_value</c>.</summary>
    public static KeyDefinition Value { get; } = new("expect_value", KeyKind.Mapping, "An input has the given value.", "{ selector: \"#q\", equals: \"42\" }") { Mapping = ValueKeys.Mapping };

    /// <summary><c>expect_count</c>.</summary>
    public static KeyDefinition Count { get; } = new("expect_count", KeyKind.Mapping, "A selector matches the given number of elements.", "{ selector: tr, at_least: 2 }") { Mapping = CountKeys.Mapping };

    /// <summary><c>expect_attribute</c>.</summary>
    public static KeyDefinition Attribute { get; } = new("expect_attribute", KeyKind.Mapping, "An element's attribute has the given value.", "{ selector: a, name: href, contains: /orders }") { Mapping = AttributeKeys.Mapping };

    /// <summary><c>expect_url</c>.</summary>
    public static KeyDefinition Url { get; } = new("expect_url", KeyKind.Text, "The page's whole URL matches this glob. A glob that starts with `/` omits the scheme and host. `*` is any text without `/`, and `**` is any text.", "\"**/orders/*\"");

    /// <summary><c>expect_text</c>.</summary>
    public static KeyDefinition ElementText { get; } = new("expect_text", KeyKind.Mapping, "An element has the given text.", "{ selector: h1, contains: Orders }") { Mapping = TextKeys.Mapping };

    /// <summary><c>expect_enabled</c>.</summary>
    public static KeyDefinition Enabled { get; } = new("expect_enabled", KeyKind.FramedSelector, "An element is enabled.", "\"#save\"") { Mapping = SelectorKeys.FramedMapping };

    /// <summary><c>expect_disabled</c>.</summary>
    public static KeyDefinition Disabled { get; } = new("expect_disabled", KeyKind.FramedSelector, "An element is disabled.", "\"#save\"") { Mapping = SelectorKeys.FramedMapping };

    /// <summary><c>expect_checked</c>.</summary>
    public static KeyDefinition Checked { get; } = new("expect_checked", KeyKind.FramedSelector, "A checkbox, radio button, or switch is checked.", "\"#terms\"") { Mapping = SelectorKeys.FramedMapping };

    /// <summary><c>expect_unchecked</c>.</summary>
    public static KeyDefinition Unchecked { get; } = new("expect_unchecked", KeyKind.FramedSelector, "A checkbox, radio button, or switch is not checked.", "\"#terms\"") { Mapping = SelectorKeys.FramedMapping };

    /// <summary><c>expect_focused</c>.</summary>
    public static KeyDefinition Focused { get; } = new("expect_focused", KeyKind.FramedSelector, "An element has focus.", "\"#q\"") { Mapping = SelectorKeys.FramedMapping };

    /// <summary><c>expect_aria</c>.</summary>
    public static KeyDefinition Aria { get; } = new("expect_aria", KeyKind.Mapping, "An element has the given accessibility tree.", "{ selector: nav, snapshot: '- link \"Orders\"' }") { Mapping = AriaKeys.Mapping };

    /// <summary><c>expect_dialog_gone</c>.</summary>
    public static KeyDefinition DialogGone { get; } = new("expect_dialog_gone", KeyKind.Bool, "No alert, confirm dialog, or prompt is open; the only valid value is `true`.", "true");

    /// <summary><c>expect_no_page_errors</c>.</summary>
    public static KeyDefinition NoPageErrors { get; } = new("expect_no_page_errors", KeyKind.Bool, "No page has had an uncaught error since the run began; the only valid value is `true`.", "true");

    /// <summary><c>expect_screenshot</c>.</summary>
    public static KeyDefinition Screenshot { get; } = new("expect_screenshot", KeyKind.Mapping, "The page, or an element, looks like its accepted screenshot.", "{ name: order, max_different_pixels: 0 }") { Mapping = ScreenshotKeys.Mapping };

    /// <summary><c>expect_download</c>.</summary>
    public static KeyDefinition Download { get; } = new("expect_download", KeyKind.Mapping, "The action started a download, and the download is complete.", "{ name_contains: .csv }") { Mapping = DownloadKeys.Mapping };

    /// <summary><c>expect_accessible</c>.</summary>
    public static KeyDefinition Accessible { get; } = new("expect_accessible", KeyKind.Bool, "The page and its frames have no accessibility violations that axe finds; the only valid value is `true`. Requires the package Playbooks.Accessibility.", "true");

    /// <summary><c>soft</c>.</summary>
    public static KeyDefinition Soft { get; } = new("soft", KeyKind.Bool, "Whether the run continues if the expectations are not met, and fails at its end.", "true") { Default = "`false`" };

    /// <summary><c>timeout_ms</c>.</summary>
    public static KeyDefinition TimeoutMs { get; } = new("timeout_ms", KeyKind.Number, "Milliseconds for all expectations together.", "8000") { Minimum = 1, Maximum = StepKeys.LongestTimeoutMs, Default = "5000" };

    /// <summary>The keys that expect something.</summary>
    public static IReadOnlyList<KeyDefinition> Expectations { get; } = [UrlContains, ElementVisible, ElementGone, TextOnPage, TitleContains, Value, Count, Attribute, Url, ElementText, Enabled, Disabled, Checked, Unchecked, Focused, Aria, DialogGone, NoPageErrors, Screenshot, Download, Accessible];

    /// <summary>The mapping of <c>verify</c>.</summary>
    public static MappingDefinition Mapping { get; } = new("verify", "'verify'", [.. Expectations, Soft, TimeoutMs]);

    /// <summary>The keys of <c>expect_text</c>.</summary>
    public static class TextKeys
    {
        /// <summary><c>selector</c>.</summary>
        public static KeyDefinition Selector { get; } = new("selector", KeyKind.FramedSelector, "The element.", "h1") { Required = true, Mapping = SelectorKeys.FramedMapping };

        /// <summary><c>equals</c>.</summary>
        public static KeyDefinition ExactText { get; } = new("equals", KeyKind.Text, "The whole text, with whitespace collapsed; only one of `equals`, `contains`, and `matches`.", "Orders");

        /// <summary><c>contains</c>.</summary>
        public static KeyDefinition ContainedText { get; } = new("contains", KeyKind.Text, "Part of the text; only one of `equals`, `contains`, and `matches`.", "Order");

        /// <summary><c>matches</c>.</summary>
        public static KeyDefinition Pattern { get; } = new("matches", KeyKind.Pattern, "A .NET regular expression that the text contains; placeholders in it are not replaced. Only one of `equals`, `contains`, and `matches`.", "'^\\d+ orders$'");

        /// <summary>The mapping of <c>expect_text</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("expect_text", "'expect_text'", Selector, ExactText, ContainedText, Pattern);
    }

    /// <summary>The keys of <c>expect_aria</c>.</summary>
    public static class AriaKeys
    {
        /// <summary><c>selector</c>.</summary>
        public static KeyDefinition Selector { get; } = new("selector", KeyKind.FramedSelector, "The element.", "nav") { Required = true, Mapping = SelectorKeys.FramedMapping };

        /// <summary><c>snapshot</c>.</summary>
        public static KeyDefinition Snapshot { get; } = new("snapshot", KeyKind.Text, "A Playwright aria snapshot. It can omit elements.", "'- link \"Orders\"'") { Required = true };

        /// <summary>The mapping of <c>expect_aria</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("expect_aria", "'expect_aria'", Selector, Snapshot);
    }

    /// <summary>The keys of <c>expect_screenshot</c>.</summary>
    public static class ScreenshotKeys
    {
        /// <summary><c>name</c>.</summary>
        public static KeyDefinition Name { get; } = new("name", KeyKind.ShownText, "The name of the accepted screenshot: letters, digits, `-`, `_`, and `.`.", "order") { Required = true };

        /// <summary><c>selector</c>.</summary>
        public static KeyDefinition Selector { get; } = new("selector", KeyKind.Selector, "The element; without it, the visible part of the page.", "\"#order\"");

        /// <summary><c>mask</c>.</summary>
        public static KeyDefinition Mask { get; } = new("mask", KeyKind.Selectors, "Elements that are covered, because they differ from run to run.", "[time]");

        /// <summary><c>max_different_pixels</c>.</summary>
        public static KeyDefinition MaxDifferentPixels { get; } = new("max_different_pixels", KeyKind.Int, "How many pixels may differ; not with `max_different_ratio`. Without either, none may.", "0") { Maximum = 100_000 };

        /// <summary><c>max_different_ratio</c>.</summary>
        public static KeyDefinition MaxDifferentRatio { get; } = new("max_different_ratio", KeyKind.Ratio, "What share of the pixels may differ; not with `max_different_pixels`.", "0.01");

        /// <summary>The mapping of <c>expect_screenshot</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("expect_screenshot", "'expect_screenshot'", Name, Selector, Mask, MaxDifferentPixels, MaxDifferentRatio);
    }

    /// <summary>The keys of <c>expect_download</c>.</summary>
    public static class DownloadKeys
    {
        /// <summary><c>name_contains</c>.</summary>
        public static KeyDefinition NameContains { get; } = new("name_contains", KeyKind.Text, "Part of the file's name; specify this, `at_least_bytes`, or both.", ".csv");

        /// <summary><c>at_least_bytes</c>.</summary>
        public static KeyDefinition AtLeastBytes { get; } = new("at_least_bytes", KeyKind.Int, "The minimum size of the file; specify this, `name_contains`, or both.", "1") { Maximum = int.MaxValue };

        /// <summary>The mapping of <c>expect_download</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("expect_download", "'expect_download'", NameContains, AtLeastBytes);
    }

    /// <summary>The keys of <c>expect_value</c>.</summary>
    public static class ValueKeys
    {
        /// <summary><c>selector</c>.</summary>
        public static KeyDefinition Selector { get; } = new("selector", KeyKind.FramedSelector, "The input.", "\"#q\"") { Required = true, Mapping = SelectorKeys.FramedMapping };

        /// <summary><c>equals</c>.</summary>
        public static KeyDefinition ExpectedText { get; } = new("equals", KeyKind.Text, "The whole value.", "\"42\"") { Required = true };

        /// <summary>The mapping of <c>expect_value</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("expect_value", "'expect_value'", Selector, ExpectedText);
    }

    /// <summary>The keys of <c>expect_count</c>.</summary>
    public static class CountKeys
    {
        private const int LargestCount = 100_000;

        /// <summary><c>selector</c>.</summary>
        public static KeyDefinition Selector { get; } = new("selector", KeyKind.FramedSelector, "The elements to count.", "tr") { Required = true, Mapping = SelectorKeys.FramedMapping };

        /// <summary><c>equals</c>.</summary>
        public static KeyDefinition Exactly { get; } = new("equals", KeyKind.Number, "The exact number; not with `at_least` or `at_most`.", "3") { Maximum = LargestCount };

        /// <summary><c>at_least</c>.</summary>
        public static KeyDefinition AtLeast { get; } = new("at_least", KeyKind.Number, "The minimum number.", "2") { Maximum = LargestCount };

        /// <summary><c>at_most</c>.</summary>
        public static KeyDefinition AtMost { get; } = new("at_most", KeyKind.Number, "The maximum number.", "9") { Maximum = LargestCount };

        /// <summary>The mapping of <c>expect_count</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("expect_count", "'expect_count'", Selector, Exactly, AtLeast, AtMost);
    }

    /// <summary>The keys of <c>expect_attribute</c>.</summary>
    public static class AttributeKeys
    {
        /// <summary><c>selector</c>.</summary>
        public static KeyDefinition Selector { get; } = new("selector", KeyKind.FramedSelector, "The element.", "\"a.next\"") { Required = true, Mapping = SelectorKeys.FramedMapping };

        /// <summary><c>name</c>.</summary>
        public static KeyDefinition Name { get; } = new("name", KeyKind.Text, "The attribute's name.", "href") { Required = true };

        /// <summary><c>equals</c>.</summary>
        public static KeyDefinition ExactText { get; } = new("equals", KeyKind.Text, "The whole value; either this or `contains`.", "/orders");

        /// <summary><c>contains</c>.</summary>
        public static KeyDefinition ContainedText { get; } = new("contains", KeyKind.Text, "A part of the value; either this or `equals`.", "orders");

        /// <summary>The mapping of <c>expect_attribute</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("expect_attribute", "'expect_attribute'", Selector, Name, ExactText, ContainedText);
    }
}
