namespace Playbooks.Shared;

/// <summary>How the text of a value is written.</summary>
internal enum ValueForm
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A number with an optional fraction.</summary>
    Decimal,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>A date as <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>Several values.</summary>
    List,
}
