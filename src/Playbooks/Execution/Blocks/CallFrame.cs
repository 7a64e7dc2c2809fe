namespace Playbooks.Execution.Blocks;

/// <summary>A playbook that another one has called, while its steps run.</summary>
/// <param name="Playbook">The called playbook.</param>
/// <param name="Hooks">The hooks of its author.</param>
internal sealed record CallFrame(PlaybookInfo Playbook, Hooks Hooks);
