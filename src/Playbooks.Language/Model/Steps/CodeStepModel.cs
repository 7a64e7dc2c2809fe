using Playbooks.Language.Grammar;

namespace Playbooks.Language.Model;

/// <summary>A step that a C# method of the playbook carries out.</summary>
public sealed record CodeStepModel : ActingStepModel
{
    /// <inheritdoc/>
    public override string Word => CodeKeys.Code.Name;

    /// <summary>The name in the YAML.</summary>
    public required string Code { get; init; }

    /// <summary>The name of the method; steps with the same name call the same method.</summary>
    public required string MethodName { get; init; }

    /// <summary>The name of the record of its arguments.</summary>
    public required string ArgumentsName { get; init; }

    /// <summary>The arguments, in the order of the text.</summary>
    public EquatableArray<CodeArgumentModel> With { get; init; }
}

/// <summary>An argument of a C# method.</summary>
/// <param name="PropertyName">Its property in the record of the arguments.</param>
/// <param name="Value">Its value.</param>
public sealed record CodeArgumentModel(string PropertyName, ArgumentModel Value);
