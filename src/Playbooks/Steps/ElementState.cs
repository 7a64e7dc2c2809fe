namespace Playbooks.Steps;

/// <summary>What is waited for.</summary>
public enum ElementState
{
    /// <summary>Exactly one visible element.</summary>
    Visible,

    /// <summary>No visible element.</summary>
    Hidden,

    /// <summary>Exactly one element, visible or not.</summary>
    Attached,

    /// <summary>No element at all.</summary>
    Detached,
}
