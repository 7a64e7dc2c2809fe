using System.Runtime.InteropServices;

namespace Playbooks;

/// <summary>Represents the driver in the output folder of the Playwright package: a Node.js executable and a script, which also installs browsers.</summary>
/// <param name="Node">The path of the Node.js executable.</param>
/// <param name="Script">The path of Playwright's command-line script.</param>
internal sealed record PlaywrightDriver(string Node, string Script)
{
    /// <summary>Finds the driver in the locations where Playwright itself looks.</summary>
    /// <param name="folders">The folders that can contain a <c>.playwright</c> folder.</param>
    /// <returns>The driver, or null if no folder contains it.</returns>
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
