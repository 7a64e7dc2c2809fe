namespace Playbooks.Browsing;

/// <summary>Builds the command line of the browser.</summary>
internal static class LaunchArguments
{
    // Chromium does not run as root with its sandbox, and root usually means a container: without a GPU, without a user to welcome, and
    // without a need for the browser's background activity.
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

    /// <summary>Returns the default arguments, followed by the caller's, which take precedence if the browser uses the last one.</summary>
    public static IReadOnlyList<string> For(bool isRoot, BrowserOptions options) => [.. isRoot ? AsRoot : [], .. options.Arguments];
}
