using System.Runtime.InteropServices;

namespace Playbooks.Browsing;

/// <summary>Describes the properties of this machine that determine where browsers are and how to install one.</summary>
internal sealed record Machine
{
    /// <summary>Gets the operating system: Linux, macOS, or Windows.</summary>
    public required OSPlatform System { get; init; }

    /// <summary>Gets whether this process has all permissions.</summary>
    public required bool IsRoot { get; init; }

    /// <summary>Gets the lookup for environment variables.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Gets the user's home folder.</summary>
    public required string Home { get; init; }

    /// <summary>Gets a folder that all processes of the machine share.</summary>
    public required string SharedFolder { get; init; }

    /// <summary>Gets the path of the file that identifies the Linux distribution.</summary>
    public string OsReleaseFile { get; init; } = "/etc/os-release";

    /// <summary>Gets the path of the package manager on Debian and Ubuntu.</summary>
    public string AptGet { get; init; } = "/usr/bin/apt-get";

    /// <summary>Returns the description of this machine.</summary>
    public static Machine Current() => new()
    {
        System = OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux,
        IsRoot = !OperatingSystem.IsWindows() && global::System.Environment.IsPrivilegedProcess,
        Environment = global::System.Environment.GetEnvironmentVariable,
        Home = global::System.Environment.GetFolderPath(global::System.Environment.SpecialFolder.UserProfile),
        // TMPDIR is not used, because it can be specific to a user or a session.
        SharedFolder = OperatingSystem.IsWindows()
            ? global::System.Environment.GetFolderPath(global::System.Environment.SpecialFolder.CommonApplicationData)
            : "/tmp",
    };

    /// <summary>Determines whether packages are installed with apt-get: on Debian, Ubuntu, and their derivatives.</summary>
    public bool HasApt()
    {
        if (System != OSPlatform.Linux || !File.Exists(AptGet) || !File.Exists(OsReleaseFile))
        {
            return false;
        }

        var families = File.ReadLines(OsReleaseFile)
            .Where(line => line.StartsWith("ID=", StringComparison.Ordinal) || line.StartsWith("ID_LIKE=", StringComparison.Ordinal))
            .SelectMany(line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"', '\'').Split(' '));
        return families.Any(family => family is "debian" or "ubuntu");
    }
}
