namespace Playbooks;

/// <summary>Describes what must hold after an action. All expectations must be met within one time limit.</summary>
public sealed record StepVerification
{
    /// <summary>Gets the text that the page's URL must contain. The text and the URL are percent-decoded before the comparison.</summary>
    public string? UrlContains { get; init; }

    /// <summary>Gets the selector of an element that must be visible.</summary>
    public string? ElementVisible { get; init; }

    /// <summary>Gets the selector of an element that must be missing or hidden.</summary>
    public string? ElementGone { get; init; }

    /// <summary>Gets the text that must be visible in at least one frame of the page. Whitespace is collapsed, case is significant, and CSS <c>text-transform</c> is ignored.</summary>
    public string? TextOnPage { get; init; }

    /// <summary>Gets the text that the page's title must contain.</summary>
    public string? TitleContains { get; init; }

    /// <summary>Gets the expected value of an input.</summary>
    public ValueExpectation? Value { get; init; }

    /// <summary>Gets the expected number of elements.</summary>
    public CountExpectation? Count { get; init; }

    /// <summary>Gets the expected value of an attribute.</summary>
    public AttributeExpectation? Attribute { get; init; }

    /// <summary>Gets the glob that the page's whole URL must match. A glob that starts with <c>/</c> is compared with the URL after its host. The glob and the URL are percent-decoded before the comparison.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the expected text of an element.</summary>
    public ElementTextExpectation? Text { get; init; }

    /// <summary>Gets the selector of an element that must be enabled.</summary>
    public string? Enabled { get; init; }

    /// <summary>Gets the selector of an element that must be disabled.</summary>
    public string? Disabled { get; init; }

    /// <summary>Gets the selector of an element that must be checked.</summary>
    public string? Checked { get; init; }

    /// <summary>Gets the selector of an element that must not be checked.</summary>
    public string? Unchecked { get; init; }

    /// <summary>Gets the selector of an element that must have focus.</summary>
    public string? Focused { get; init; }

    /// <summary>Gets the expected accessibility tree of an element.</summary>
    public AriaExpectation? Aria { get; init; }

    /// <summary>Gets whether the page must have no open alert, confirm dialog, or prompt.</summary>
    public bool DialogGone { get; init; }

    /// <summary>Gets whether an uncaught error of any page since the run began fails the expectation.</summary>
    public bool NoPageErrors { get; init; }

    /// <summary>Gets the accepted screenshot that the page, or an element, must look like.</summary>
    public ScreenshotExpectation? Screenshot { get; init; }

    /// <summary>Gets the download that the action must start.</summary>
    public DownloadExpectation? Download { get; init; }

    /// <summary>Gets whether the page must have no accessibility violations. <see cref="PlaybookInfo.Accessibility"/> checks it.</summary>
    public bool Accessible { get; init; }

    /// <summary>Gets whether the run continues if the expectations are not met, and fails at its end.</summary>
    public bool Soft { get; init; }

    /// <summary>Gets the time limit of all expectations together. The default is 5 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Returns the selector of an element that must exist for an expectation to be met, or null if the expectation names none.</summary>
    /// <param name="expectation">The key of the expectation in the YAML.</param>
    internal string? SelectorOf(string expectation) => expectation switch
    {
        "expect_element_visible" => ElementVisible,
        "expect_value" => Value?.Selector,
        "expect_attribute" => Attribute?.Selector,
        "expect_text" => Text?.Selector,
        "expect_enabled" => Enabled,
        "expect_disabled" => Disabled,
        "expect_checked" => Checked,
        "expect_unchecked" => Unchecked,
        "expect_focused" => Focused,
        "expect_aria" => Aria?.Selector,
        "expect_screenshot" => Screenshot?.Selector,
        _ => null,
    };
}

/// <summary>Expects an element to have a given text. Whitespace is collapsed before the comparison.</summary>
public sealed record ElementTextExpectation(string Selector)
{
    /// <summary>Gets the whole text, or null.</summary>
    public string? ExactText { get; init; }

    /// <summary>Gets the text that the element's text must contain, or null.</summary>
    public string? ContainedText { get; init; }

    /// <summary>Gets a .NET regular expression that must match a part of the text, or null.</summary>
    public string? Pattern { get; init; }
}

/// <summary>Expects an element to have a given accessibility tree.</summary>
/// <param name="Selector">The selector of the element.</param>
/// <param name="Snapshot">The tree in the form of Playwright's aria snapshots.</param>
public sealed record AriaExpectation(string Selector, string Snapshot);

/// <summary>Expects the page, or an element, to look like its accepted screenshot, which is stored next to the playbook.</summary>
/// <param name="Name">The name of the screenshot.</param>
public sealed record ScreenshotExpectation(string Name)
{
    /// <summary>Gets the selector of the element, or null for the visible part of the page.</summary>
    public string? Selector { get; init; }

    /// <summary>Gets the selectors of elements that are covered. Each can match any number of elements.</summary>
    public IReadOnlyList<string> Mask { get; init; } = [];

    /// <summary>Gets the maximum number of different pixels. If it is null, <see cref="MaxDifferentRatio"/> applies; if both are null, no pixel may be different.</summary>
    public int? MaxDifferentPixels { get; init; }

    /// <summary>Gets the maximum ratio of different pixels to all pixels, from 0 to 1, or null.</summary>
    public double? MaxDifferentRatio { get; init; }
}

/// <summary>Expects the action to start a download, which must complete.</summary>
public sealed record DownloadExpectation
{
    /// <summary>Gets the text that the file name must contain, or null.</summary>
    public string? NameContains { get; init; }

    /// <summary>Gets the minimum size of the file in bytes, or null.</summary>
    public int? AtLeastBytes { get; init; }
}

/// <summary>Expects an input to have a given value.</summary>
public sealed record ValueExpectation(string Selector, string ExpectedText);

/// <summary>Expects a selector to match a given number of elements.</summary>
public sealed record CountExpectation(string Selector)
{
    /// <summary>Gets the exact number of elements, or null.</summary>
    public int? Exactly { get; init; }

    /// <summary>Gets the minimum number of elements, or null.</summary>
    public int? AtLeast { get; init; }

    /// <summary>Gets the maximum number of elements, or null.</summary>
    public int? AtMost { get; init; }
}

/// <summary>Expects an attribute to equal or to contain a given text.</summary>
public sealed record AttributeExpectation(string Selector, string Name)
{
    /// <summary>Gets the whole value of the attribute, or null.</summary>
    public string? ExactText { get; init; }

    /// <summary>Gets the text that the attribute's value must contain, or null.</summary>
    public string? ContainedText { get; init; }
}
