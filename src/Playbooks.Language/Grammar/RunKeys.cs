namespace Playbooks.Language.Grammar;

/// <summary>The keys of a step that calls another playbook.</summary>
public static class RunKeys
{
    /// <summary><c>run</c>.</summary>
    public static KeyDefinition Run { get; } = new("run", KeyKind.PlaybookReference, "The id of the playbook whose steps run here.", "login") { Required = true };

    /// <summary><c>with</c>.</summary>
    public static KeyDefinition With { get; } = new("with", KeyKind.Arguments, "The values of the called playbook's parameters. Text that consists of a single placeholder keeps the type of the placeholder's value.", "{ username: ada }");

    /// <summary><c>store</c>.</summary>
    public static KeyDefinition Store { get; } = new("store", KeyKind.StoredOutputs, "The outputs of the playbook that are stored here, each under a name of its own.", "{ token: session_token }");

    /// <summary>The mapping of the step.</summary>
    public static MappingDefinition Mapping { get; } = new("run", "The step", Run, With, Store, BlockKeys.Id, BlockKeys.Description);
}
