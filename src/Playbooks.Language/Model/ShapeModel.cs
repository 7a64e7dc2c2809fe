namespace Playbooks.Language.Model;

/// <summary>A record that a step outputs.</summary>
/// <param name="TypeName">Its C# type: a name in the playbook's own class, or the full name of another playbook's record.</param>
/// <param name="Fields">Its fields, in the order of the text.</param>
public sealed record ShapeModel(string TypeName, EquatableArray<ShapeFieldModel> Fields)
{
    private const string Global = "global::";

    /// <summary>Whether another playbook declares the record.</summary>
    public bool IsForeign => TypeName.StartsWith(Global, StringComparison.Ordinal);

    /// <summary>The same record as other playbooks know it.</summary>
    /// <param name="owner">The class of the playbook that declares it, as generated code writes it; empty: that is not known.</param>
    public ShapeModel SeenFrom(string owner) => IsForeign || owner.Length == 0 ? this : this with { TypeName = owner + "." + TypeName };
}

/// <summary>A field of a record.</summary>
/// <param name="Name">Its name in the YAML.</param>
/// <param name="PropertyName">Its C# property, renamed by rule where that would not compile.</param>
/// <param name="Type">What its value is: a scalar.</param>
public sealed record ShapeFieldModel(string Name, string PropertyName, ValueType Type);
