using Microsoft.Extensions.Logging;

namespace Playbooks.Browsing;

/// <summary>Selects a browser and configures how it is started.</summary>
public sealed record BrowserOptions
{
    /// <summary>The environment variable for the browser's executable, used if <see cref="ExecutablePath"/> is null.</summary>
    public const string ExecutableVariable = "PLAYBOOKS_BROWSER";

    /// <summary>The environment variable for the engine, used if <see cref="Engine"/> is null: <c>chromium</c>, <c>firefox</c>, or <c>webkit</c>. Without it, Playwright's <c>BROWSER</c> is used.</summary>
    public const string EngineVariable = "PLAYBOOKS_ENGINE";

    /// <summary>The environment variable that shows the windows of the browser: <c>1</c> or <c>0</c>. Without it, Playwright's <c>HEADED=1</c> and <c>PWDEBUG=1</c> show them.</summary>
    public const string HeadedVariable = "PLAYBOOKS_HEADED";

    /// <summary>
    /// Gets the engine. The default is the value of <see cref="EngineVariable"/>, else that of Playwright's <c>BROWSER</c>, else
    /// <see cref="BrowserEngine.Chromium"/>. Firefox and WebKit are started only if they are installed.
    /// </summary>
    public BrowserEngine? Engine { get; init; }

    /// <summary>
    /// Gets the executable of Chromium, Chrome, Edge, or another browser with the given <see cref="Engine"/>: a path, or a name on the PATH. The default is the value of
    /// <see cref="ExecutableVariable"/>, else Playwright's own installation, else a browser in the usual locations.
    /// </summary>
    public string? ExecutablePath { get; init; }

    /// <summary>Gets whether the browser shows its windows. If false (the default), <see cref="HeadedVariable"/> decides.</summary>
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
