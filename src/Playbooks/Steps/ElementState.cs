namespace Playbooks.Steps;

/// <summary>Specifies the state of an element to wait for.</summary>
public enum ElementState
{
    /// <summary>Exactly one visible element.</summary>
    Visible,

    /// <summary>No visible element.</summary>
    Hidden,

    /// <summary>Exactly one element, visible or not.</summary>
    Attached,

    /// <summary>No element.</summary>
    Detached,
}
