namespace Playbooks.Generators.Emitting;

/// <summary>A property that a step's class overrides.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Name">Its name in the runtime's base class.</param>
/// <param name="Value">The expression of its value.</param>
/// <param name="IsFixed">Whether the value needs neither parameters nor memory, so that no constructor has to set it.</param>
/// <param name="Raw">The text as written, for its documentation; null: the base class's documentation will do.</param>
internal sealed record StepMember(string Type, string Name, string Value, bool IsFixed = false, string? Raw = null);
