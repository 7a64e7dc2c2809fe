namespace Playbooks.Execution.Steps;

/// <summary>A value that a step stores, whoever supplies it.</summary>
/// <param name="Parse">Reads it from a text, as a recovery agent gives it.</param>
/// <param name="Store">Puts it into the outputs.</param>
internal sealed record OutputBinding(Func<string, object> Parse, Action<object> Store);
