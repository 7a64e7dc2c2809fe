using Microsoft.Extensions.Logging;

namespace Playbooks.Browsing;

/// <summary>Selects a browser and configures how it is started.</summary>
public sealed record BrowserOptions
{
    /// <summary>The environment variable for the browser's executable, used if <see cref="ExecutablePath"/> is null.</summary>
    public const string ExecutableVariable = "PLAYBOOKS_BROWSER";

    /// <summary>
    /// Gets the executable of a Chromium, Chrome, or Edge: a path, or a name on the PATH. If null, the value of
    /// <see cref="ExecutableVariable"/>, else Playwright's own installation, else a browser in the usual locations.
    /// </summary>
    public string? ExecutablePath { get; init; }

    /// <summary>Gets whether the browser shows its windows. The default is false.</summary>
    public bool Headed { get; init; }

    /// <summary>Gets whether a browser is installed if the machine has none. The default is true.</summary>
    public bool InstallIfMissing { get; init; } = true;

    /// <summary>Gets additional arguments for the browser's command line. They follow the arguments that Playbooks sets.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Gets a callback that receives a sentence for each browser that is found or installed, or null.</summary>
    public Action<string>? OnMessage { get; init; }

    /// <summary>Gets a logger that receives the same messages as <see cref="OnMessage"/>, or null.</summary>
    public ILogger? Logger { get; init; }
}
