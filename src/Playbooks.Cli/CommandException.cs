namespace Playbooks.Cli;

/// <summary>A command that cannot do what it was asked. The message is a sentence that says what to do instead.</summary>
/// <param name="message">The sentence.</param>
internal sealed class CommandException(string message) : Exception(message);
