namespace Playbooks.Browsing;

/// <summary>One way to install a browser.</summary>
internal sealed record InstallAttempt
{
    /// <summary>What does it, for messages: <c>Playwright's installer</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The programs to run, one after the other.</summary>
    public required IReadOnlyList<InstallCommand> Commands { get; init; }

    /// <summary>How long all of them together may take.</summary>
    public required TimeSpan TimeLimit { get; init; }
}

/// <summary>One program to run.</summary>
/// <param name="Program">Its path.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record InstallCommand(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Environment variables beside our own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the next command is worth a try if this one fails.</summary>
    public bool MayFail { get; init; }
}
