namespace Playbooks.Steps;

/// <summary>A key that is held while the mouse acts.</summary>
public enum ModifierKey
{
    /// <summary>Alt, Option on a Mac.</summary>
    Alt,

    /// <summary>Control.</summary>
    Control,

    /// <summary>The Windows or Command key.</summary>
    Meta,

    /// <summary>Shift.</summary>
    Shift,
}
