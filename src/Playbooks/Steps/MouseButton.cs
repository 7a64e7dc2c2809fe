namespace Playbooks.Steps;

/// <summary>Specifies a mouse button.</summary>
public enum MouseButton
{
    /// <summary>The primary button.</summary>
    Left,

    /// <summary>The secondary button, which opens context menus.</summary>
    Right,

    /// <summary>The middle button or wheel.</summary>
    Middle,
}
