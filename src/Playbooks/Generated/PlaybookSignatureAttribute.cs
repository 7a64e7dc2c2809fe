using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Describes a playbook of the assembly to the generators of the projects that reference it, so that their playbooks can call it. Written by the generator.</summary>
/// <param name="id">The id of the playbook.</param>
/// <param name="typeName">The class of the playbook, as C# code refers to it.</param>
/// <param name="members">The parameters and outputs, in the format of the generator.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PlaybookSignatureAttribute(string id, string typeName, string members) : Attribute
{
    /// <summary>Gets the id of the playbook.</summary>
    public string Id { get; } = id;

    /// <summary>Gets the class of the playbook, as C# code refers to it.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>Gets the parameters and outputs, in the format of the generator.</summary>
    public string Members { get; } = members;
}
