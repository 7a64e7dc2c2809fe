namespace Playbooks.Steps;

/// <summary>Where is scrolled.</summary>
public enum ScrollDirection
{
    /// <summary>Up.</summary>
    Up,

    /// <summary>Down.</summary>
    Down,

    /// <summary>To the left.</summary>
    Left,

    /// <summary>To the right.</summary>
    Right,

    /// <summary>To wherever the element is; what an element without a direction means.</summary>
    IntoView,
}
