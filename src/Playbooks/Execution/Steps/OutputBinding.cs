namespace Playbooks.Execution.Steps;

/// <summary>A value that a step stores.</summary>
/// <param name="Store">Puts it into the outputs.</param>
internal sealed record OutputBinding(Action<object> Store);
