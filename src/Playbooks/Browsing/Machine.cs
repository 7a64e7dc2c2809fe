using System.Runtime.InteropServices;

namespace Playbooks.Browsing;

/// <summary>What of this machine decides where browsers are and how one is installed.</summary>
internal sealed record Machine
{
    /// <summary>Linux, macOS or Windows.</summary>
    public required OSPlatform System { get; init; }

    /// <summary>Whether this process may do everything.</summary>
    public required bool IsRoot { get; init; }

    /// <summary>The environment's variables.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The user's home folder.</summary>
    public required string Home { get; init; }

    /// <summary>A folder that all processes of the machine share.</summary>
    public required string SharedFolder { get; init; }

    /// <summary>Names the Linux distribution.</summary>
    public string OsReleaseFile { get; init; } = "/etc/os-release";

    /// <summary>The program that installs packages on Debian and Ubuntu.</summary>
    public string AptGet { get; init; } = "/usr/bin/apt-get";

    /// <summary>This machine.</summary>
    public static Machine Current() => new()
    {
        System = OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux,
        IsRoot = !OperatingSystem.IsWindows() && global::System.Environment.IsPrivilegedProcess,
        Environment = global::System.Environment.GetEnvironmentVariable,
        Home = global::System.Environment.GetFolderPath(global::System.Environment.SpecialFolder.UserProfile),
        // Not TMPDIR, which may be a user's or a session's own.
        SharedFolder = OperatingSystem.IsWindows()
            ? global::System.Environment.GetFolderPath(global::System.Environment.SpecialFolder.CommonApplicationData)
            : "/tmp",
    };

    /// <summary>Whether packages are installed with apt-get here: Debian, Ubuntu and what descends from them.</summary>
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
