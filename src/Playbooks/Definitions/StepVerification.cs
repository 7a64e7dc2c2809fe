namespace Playbooks;

/// <summary>What must hold after an action; all of it, within one time limit.</summary>
public sealed record StepVerification
{
    /// <summary>A part of the page's URL; both sides are percent-decoded.</summary>
    public string? UrlContains { get; init; }

    /// <summary>A selector of an element that is visible.</summary>
    public string? ElementVisible { get; init; }

    /// <summary>A selector of an element that is not there or not visible.</summary>
    public string? ElementGone { get; init; }

    /// <summary>Visible text of any frame, blanks collapsed, case-sensitive, before CSS text-transform.</summary>
    public string? TextOnPage { get; init; }

    /// <summary>A part of the page's title.</summary>
    public string? TitleContains { get; init; }

    /// <summary>An input's value.</summary>
    public ValueExpectation? Value { get; init; }

    /// <summary>A number of elements.</summary>
    public CountExpectation? Count { get; init; }

    /// <summary>An attribute's value.</summary>
    public AttributeExpectation? Attribute { get; init; }

    /// <summary>Time for all of them together.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>An input that must have this value.</summary>
public sealed record ValueExpectation(string Selector, string ExpectedText);

/// <summary>How many elements a selector must match.</summary>
public sealed record CountExpectation(string Selector)
{
    /// <summary>This many.</summary>
    public int? Exactly { get; init; }

    /// <summary>This many or more.</summary>
    public int? AtLeast { get; init; }

    /// <summary>This many or fewer.</summary>
    public int? AtMost { get; init; }
}

/// <summary>An attribute that must have, or contain, this text.</summary>
public sealed record AttributeExpectation(string Selector, string Name)
{
    /// <summary>The whole value.</summary>
    public string? ExactText { get; init; }

    /// <summary>A part of the value.</summary>
    public string? ContainedText { get; init; }
}
