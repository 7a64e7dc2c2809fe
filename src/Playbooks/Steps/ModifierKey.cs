namespace Playbooks.Steps;

/// <summary>Specifies a key that is held during a mouse action.</summary>
public enum ModifierKey
{
    /// <summary>Alt, or Option on macOS.</summary>
    Alt,

    /// <summary>Control.</summary>
    Control,

    /// <summary>The Windows or Command key.</summary>
    Meta,

    /// <summary>Shift.</summary>
    Shift,
}
