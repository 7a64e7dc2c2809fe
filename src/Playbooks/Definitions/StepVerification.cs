namespace Playbooks;

/// <summary>Describes what must hold after an action. All expectations must be met within one time limit.</summary>
public sealed record StepVerification
{
    /// <summary>Gets the text that the page's URL must contain. Both are compared percent-decoded.</summary>
    public string? UrlContains { get; init; }

    /// <summary>Gets the selector of an element that must be visible.</summary>
    public string? ElementVisible { get; init; }

    /// <summary>Gets the selector of an element that must be missing or hidden.</summary>
    public string? ElementGone { get; init; }

    /// <summary>Gets the visible text that a frame of the page must contain. Whitespace is collapsed, case is significant, and CSS <c>text-transform</c> is ignored.</summary>
    public string? TextOnPage { get; init; }

    /// <summary>Gets the text that the page's title must contain.</summary>
    public string? TitleContains { get; init; }

    /// <summary>Gets the expected value of an input.</summary>
    public ValueExpectation? Value { get; init; }

    /// <summary>Gets the expected number of elements.</summary>
    public CountExpectation? Count { get; init; }

    /// <summary>Gets the expected value of an attribute.</summary>
    public AttributeExpectation? Attribute { get; init; }

    /// <summary>Gets the time limit of all expectations together. The default is 5 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>Expects an input to have a value.</summary>
public sealed record ValueExpectation(string Selector, string ExpectedText);

/// <summary>Expects a selector to match a number of elements.</summary>
public sealed record CountExpectation(string Selector)
{
    /// <summary>Gets the exact number of elements, or null.</summary>
    public int? Exactly { get; init; }

    /// <summary>Gets the minimum number of elements, or null.</summary>
    public int? AtLeast { get; init; }

    /// <summary>Gets the maximum number of elements, or null.</summary>
    public int? AtMost { get; init; }
}

/// <summary>Expects an attribute to equal or to contain a text.</summary>
public sealed record AttributeExpectation(string Selector, string Name)
{
    /// <summary>Gets the whole value of the attribute, or null.</summary>
    public string? ExactText { get; init; }

    /// <summary>Gets a part of the attribute's value, or null.</summary>
    public string? ContainedText { get; init; }
}
