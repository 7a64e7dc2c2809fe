namespace Playbooks.Language.Model;

/// <summary>What must hold after an action.</summary>
public sealed record VerifyModel
{
    /// <summary>The place of the key <c>verify</c>.</summary>
    public required SourceSpan KeySpan { get; init; }

    /// <summary>A part of the page's URL.</summary>
    public BoundText? UrlContains { get; init; }

    /// <summary>An element that is visible.</summary>
    public BoundText? ElementVisible { get; init; }

    /// <summary>An element that is not there or not visible.</summary>
    public BoundText? ElementGone { get; init; }

    /// <summary>A visible text.</summary>
    public BoundText? TextOnPage { get; init; }

    /// <summary>A part of the page's title.</summary>
    public BoundText? TitleContains { get; init; }

    /// <summary>An input's value.</summary>
    public ValueExpectation? Value { get; init; }

    /// <summary>A number of elements.</summary>
    public CountExpectation? Count { get; init; }

    /// <summary>An attribute's value.</summary>
    public AttributeExpectation? Attribute { get; init; }

    /// <summary>A glob that the page's whole URL matches.</summary>
    public BoundText? Url { get; init; }

    /// <summary>An element's text.</summary>
    public TextExpectation? Text { get; init; }

    /// <summary>An element that is enabled.</summary>
    public BoundText? Enabled { get; init; }

    /// <summary>An element that is disabled.</summary>
    public BoundText? Disabled { get; init; }

    /// <summary>An element that is checked.</summary>
    public BoundText? Checked { get; init; }

    /// <summary>An element that is not checked.</summary>
    public BoundText? Unchecked { get; init; }

    /// <summary>An element that has the focus.</summary>
    public BoundText? Focused { get; init; }

    /// <summary>An element's accessibility tree.</summary>
    public AriaExpectation? Aria { get; init; }

    /// <summary>Whether no dialog may be open.</summary>
    public bool DialogGone { get; init; }

    /// <summary>Whether no page may have had an uncaught error.</summary>
    public bool NoPageErrors { get; init; }

    /// <summary>What the page, or an element, looks like.</summary>
    public ScreenshotExpectation? Screenshot { get; init; }

    /// <summary>A download that the action starts.</summary>
    public DownloadExpectation? Download { get; init; }

    /// <summary>The place of the key <c>expect_accessible</c>; null: accessibility is not checked.</summary>
    public SourceSpan? AccessibleSpan { get; init; }

    /// <summary>Whether the run goes on when the expectations are not met.</summary>
    public bool Soft { get; init; }

    /// <summary>Milliseconds for all of them together.</summary>
    public NumberModel TimeoutMs { get; init; } = NumberModel.Default(Grammar.VerifyKeys.TimeoutMs);
}

/// <summary><c>expect_value</c>.</summary>
public sealed record ValueExpectation(BoundText Selector, BoundText ExpectedText);

/// <summary><c>expect_text</c>: equal to, containing, or matching a .NET regex; one of them is there.</summary>
public sealed record TextExpectation(BoundText Selector, BoundText? ExactText, BoundText? ContainedText, string? Pattern);

/// <summary><c>expect_aria</c>.</summary>
public sealed record AriaExpectation(BoundText Selector, BoundText Snapshot);

/// <summary><c>expect_screenshot</c>: at most a number of pixels, or a part of them as a number from 0 to 1, may differ; where neither is there, none may.</summary>
public sealed record ScreenshotExpectation(BoundText Name, BoundText? Selector, EquatableArray<BoundText> Mask, int? MaxDifferentPixels, string? MaxDifferentRatio);

/// <summary><c>expect_download</c>: a part of the name, a minimum size, or both.</summary>
public sealed record DownloadExpectation(BoundText? NameContains, int? AtLeastBytes);

/// <summary><c>expect_count</c>: exactly, at least, at most; one of them is there.</summary>
public sealed record CountExpectation(BoundText Selector, NumberModel? Exactly, NumberModel? AtLeast, NumberModel? AtMost);

/// <summary><c>expect_attribute</c>: equal to or containing; one of them is there.</summary>
public sealed record AttributeExpectation(BoundText Selector, BoundText Name, BoundText? ExactText, BoundText? ContainedText);
