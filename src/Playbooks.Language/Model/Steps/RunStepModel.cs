using Playbooks.Language.Grammar;

namespace Playbooks.Language.Model;

/// <summary>A step that calls another playbook.</summary>
public sealed record RunStepModel : StepModel
{
    /// <inheritdoc/>
    public override string Word => RunKeys.Run.Name;

    /// <summary>The id of the called playbook.</summary>
    public required string Playbook { get; init; }

    /// <summary>The called playbook; null: it does not exist, or nothing is known of the project.</summary>
    public CallablePlaybook? Called { get; init; }

    /// <summary>The values of its parameters that are written, in the order of the parameters.</summary>
    public EquatableArray<ArgumentModel> With { get; init; }

    /// <summary>The outputs that are stored.</summary>
    public EquatableArray<StoredOutputModel> Store { get; init; }
}

/// <summary>An output of a called playbook.</summary>
/// <param name="Playbook">The id of the playbook.</param>
/// <param name="Output">The name of its output.</param>
public sealed record CallOutput(string Playbook, string Output);

/// <summary>An output of a called playbook that is stored.</summary>
/// <param name="Output">The output.</param>
/// <param name="StoreAs">The stored value's name, an entry of <see cref="PlaybookModel.StoredValues"/>.</param>
public sealed record StoredOutputModel(OutputSignature Output, string StoreAs);

/// <summary>The value of a parameter in a call; one of its members is there.</summary>
/// <param name="Name">The name of the parameter.</param>
public sealed record ArgumentModel(string Name)
{
    /// <summary>A value that is written out, checked.</summary>
    public ParameterValue? Constant { get; init; }

    /// <summary>A text with placeholders.</summary>
    public BoundText? Text { get; init; }

    /// <summary>The items of a list, with placeholders; empty where the value is none.</summary>
    public EquatableArray<BoundText> Items { get; init; }

    /// <summary>The name whose value it is, with its type.</summary>
    public string? Value { get; init; }
}
