namespace Playbooks.Browsing;

/// <summary>One way to install a browser.</summary>
internal sealed record InstallAttempt
{
    /// <summary>Gets the name of the installer for messages, such as <c>Playwright's installer</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the programs to run, in order.</summary>
    public required IReadOnlyList<InstallCommand> Commands { get; init; }

    /// <summary>Gets the time limit of all programs together.</summary>
    public required TimeSpan TimeLimit { get; init; }
}

/// <summary>One program to run.</summary>
/// <param name="Program">The path of the program.</param>
/// <param name="Arguments">The arguments of the program.</param>
internal sealed record InstallCommand(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Gets additional environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets whether the next command is run even if this one fails.</summary>
    public bool MayFail { get; init; }
}
