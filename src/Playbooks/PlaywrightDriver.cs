using System.Runtime.InteropServices;

namespace Playbooks;

/// <summary>The driver that Playwright's package puts beside the program: a node and a script, which also install browsers.</summary>
/// <param name="Node">The node program.</param>
/// <param name="Script">Playwright's command line.</param>
internal sealed record PlaywrightDriver(string Node, string Script)
{
    /// <summary>Looks for it where Playwright itself looks.</summary>
    /// <param name="folders">Folders that may hold a <c>.playwright</c>.</param>
    /// <returns>Null: it is in none of them.</returns>
    public static PlaywrightDriver? Find(params IEnumerable<string?> folders)
    {
        var (platform, node) = OperatingSystem.IsWindows() ? ("win32_x64", "node.exe")
            : OperatingSystem.IsMacOS() ? ($"darwin-{Architecture}", "node")
            : ($"linux-{Architecture}", "node");
        return folders
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => Path.Combine(folder!, ".playwright"))
            .Select(root => new PlaywrightDriver(Path.Combine(root, "node", platform, node), Path.Combine(root, "package", "cli.js")))
            .FirstOrDefault(driver => File.Exists(driver.Node) && File.Exists(driver.Script));
    }

    private static string Architecture => RuntimeInformation.ProcessArchitecture == global::System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64";
}
