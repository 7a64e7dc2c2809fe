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

    /// <summary>Milliseconds for all of them together.</summary>
    public int TimeoutMs { get; init; } = 5000;
}

/// <summary><c>expect_value</c>.</summary>
public sealed record ValueExpectation(BoundText Selector, BoundText ExpectedText);

/// <summary><c>expect_count</c>: exactly, at least, at most; one of them is there.</summary>
public sealed record CountExpectation(BoundText Selector, int? Exactly, int? AtLeast, int? AtMost);

/// <summary><c>expect_attribute</c>: equal to or containing; one of them is there.</summary>
public sealed record AttributeExpectation(BoundText Selector, BoundText Name, BoundText? ExactText, BoundText? ContainedText);
