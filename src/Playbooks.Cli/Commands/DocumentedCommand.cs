using System.CommandLine;

namespace Playbooks.Cli.Commands;

/// <summary>A command whose help shows examples.</summary>
/// <param name="name">The word that starts it.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">How it is used, most frequent first.</param>
internal sealed class DocumentedCommand(string name, string description, params Example[] examples) : Command(name, description)
{
    /// <summary>Gets how the command is used.</summary>
    public IReadOnlyList<Example> Examples { get; } = examples;
}

/// <summary>A way to use a command.</summary>
/// <param name="Arguments">What follows the name of the command.</param>
/// <param name="Purpose">What that does.</param>
internal sealed record Example(string Arguments, string Purpose);
