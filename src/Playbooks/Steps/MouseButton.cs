namespace Playbooks.Steps;

/// <summary>A button of the mouse.</summary>
public enum MouseButton
{
    /// <summary>The main one.</summary>
    Left,

    /// <summary>The one for context menus.</summary>
    Right,

    /// <summary>The wheel.</summary>
    Middle,
}
