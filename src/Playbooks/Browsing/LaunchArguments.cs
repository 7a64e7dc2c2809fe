namespace Playbooks.Browsing;

/// <summary>The browser's command line.</summary>
internal static class LaunchArguments
{
    // Chromium refuses to run as root with its sandbox, and root usually means a container: no GPU, nobody to welcome, and no
    // need for what the browser does in the background.
    private static readonly string[] AsRoot =
    [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
        "--disable-gpu",
    ];

    /// <summary>Ours, then the caller's, which win where the browser takes the last.</summary>
    public static IReadOnlyList<string> For(bool isRoot, BrowserOptions options) => [.. isRoot ? AsRoot : [], .. options.Arguments];
}
