namespace Playbooks.Generators.Emitting;

/// <summary>A value that a step is made with.</summary>
/// <param name="Name">The property of the runtime's step class.</param>
/// <param name="Value">The expression of its value.</param>
/// <param name="Constructed">Whether the class cannot do without it, so that its constructor takes it.</param>
internal sealed record StepMember(string Name, string Value, bool Constructed = false);
