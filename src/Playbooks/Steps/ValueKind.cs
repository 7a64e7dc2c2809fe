namespace Playbooks.Steps;

/// <summary>Specifies the type that an extracted text is converted to.</summary>
public enum ValueKind
{
    /// <summary>A string, without conversion.</summary>
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
