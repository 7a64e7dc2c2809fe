namespace Playbooks.Steps;

/// <summary>What a text that was read is turned into.</summary>
public enum ValueKind
{
    /// <summary>Nothing: it stays text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A date.</summary>
    Date,
}
