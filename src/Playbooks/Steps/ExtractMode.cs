namespace Playbooks.Steps;

/// <summary>Specifies what is read from an element.</summary>
public enum ExtractMode
{
    /// <summary>The text.</summary>
    Text,

    /// <summary>The inner HTML.</summary>
    Html,

    /// <summary>The value of a form field.</summary>
    Value,

    /// <summary>An attribute.</summary>
    Attribute,

    /// <summary>The number of elements that match.</summary>
    Count,
}
