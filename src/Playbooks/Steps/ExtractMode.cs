namespace Playbooks.Steps;

/// <summary>What is read of an element.</summary>
public enum ExtractMode
{
    /// <summary>Its text.</summary>
    Text,

    /// <summary>Its inner HTML.</summary>
    Html,

    /// <summary>Its value as a form field.</summary>
    Value,

    /// <summary>One of its attributes.</summary>
    Attribute,
}
