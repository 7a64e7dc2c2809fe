using Microsoft.Extensions.Logging;

namespace Playbooks.Browsing;

/// <summary>Which browser to use, and how it is started.</summary>
public sealed record BrowserOptions
{
    /// <summary>The environment variable that names the browser's program where <see cref="ExecutablePath"/> does not.</summary>
    public const string ExecutableVariable = "PLAYBOOKS_BROWSER";

    /// <summary>
    /// The program of a Chromium, Chrome or Edge: a path, or a name to be found on the PATH. Null: what
    /// <see cref="ExecutableVariable"/> names, else Playwright's own installation, else what stands in the usual places.
    /// </summary>
    public string? ExecutablePath { get; init; }

    /// <summary>Whether the browser shows its windows; default false.</summary>
    public bool Headed { get; init; }

    /// <summary>Whether a browser is installed if the machine has none; default true.</summary>
    public bool InstallIfMissing { get; init; } = true;

    /// <summary>Arguments for the browser's command line, after our own.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Is told, in a sentence each, which browser was found and what is being installed. Null: nobody.</summary>
    public Action<string>? OnMessage { get; init; }

    /// <summary>Is told the same. Null: nobody.</summary>
    public ILogger? Logger { get; init; }
}
