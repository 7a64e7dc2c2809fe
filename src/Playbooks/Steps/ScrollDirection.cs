namespace Playbooks.Steps;

/// <summary>Specifies a scroll direction.</summary>
public enum ScrollDirection
{
    /// <summary>Up.</summary>
    Up,

    /// <summary>Down.</summary>
    Down,

    /// <summary>Left.</summary>
    Left,

    /// <summary>Right.</summary>
    Right,

    /// <summary>The direction in which the element becomes visible. This is the default for an element.</summary>
    IntoView,
}
