using System.Runtime.InteropServices;
using Playbooks.RunFolder;
using Playbooks.Storage;

namespace Playbooks.Verification;

/// <summary>
/// The accepted screenshot of an <c>expect_screenshot</c>, in a folder beside the playbook. Browsers, and the same browser on other operating
/// systems, draw the same page differently, so that each has its own.
/// </summary>
internal sealed class ScreenshotBaseline
{
    private static readonly string[] Extensions = [".playbook.yaml", ".playbook.yml"];

    private readonly SourceFolder folder;
    private readonly string file;

    /// <summary>Initializes the path, without accessing the disk.</summary>
    /// <param name="sourcePath">The path of the playbook's file, as passed to the compiler.</param>
    /// <param name="name">The name of the screenshot. It can hold any text, of which a safe file name is made.</param>
    /// <param name="browser">The name of the browser's engine.</param>
    public ScreenshotBaseline(string sourcePath, string name, string browser)
    {
        folder = new(System.IO.Path.GetDirectoryName(sourcePath) ?? string.Empty, AppContext.BaseDirectory);
        var playbook = System.IO.Path.GetFileName(sourcePath);
        var extension = Array.Find(Extensions, one => playbook.EndsWith(one, StringComparison.OrdinalIgnoreCase)) ?? System.IO.Path.GetExtension(playbook);
        Name = $"{RunId.From(name).Text}-{browser}-{Platform()}";
        file = System.IO.Path.Combine(playbook[..^extension.Length] + ".screenshots", Name + ".png");
    }

    /// <summary>Gets the name of the file without its extension.</summary>
    public string Name { get; }

    /// <summary>Gets the full path of the file.</summary>
    public string Path => folder.Locate(file);

    /// <summary>Returns the accepted screenshot, or null if there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public byte[]? Read() => folder.Find(file) is { } found ? File.ReadAllBytes(found) : null;

    /// <summary>Replaces the accepted screenshot.</summary>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public string Accept(byte[] image)
    {
        var path = Write(Path, image);
        File.Delete(ActualPath);
        return path;
    }

    /// <summary>Writes a screenshot that nobody has accepted yet beside the place where it belongs.</summary>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public string Propose(byte[] image) => Write(ActualPath, image);

    private string ActualPath => System.IO.Path.ChangeExtension(Path, ".actual.png");

    private string Write(string path, byte[] image)
    {
        if (!folder.Exists)
        {
            throw new IOException($"the folder of the playbook is not on this machine: {System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(path))}");
        }

        // Tests that run at the same time can write the same file.
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        WholeFile.WriteForAll(path, image);
        return path;
    }

    private static string Platform() =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : OperatingSystem.IsLinux() ? "linux" : RuntimeInformation.RuntimeIdentifier;
}
