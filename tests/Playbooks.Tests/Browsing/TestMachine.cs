using System.Runtime.InteropServices;
using Playbooks.Browsing;

namespace Playbooks.Tests.Browsing;

/// <summary>A machine of which a test says what it has.</summary>
internal static class TestMachine
{
    public static Machine In(TempFolder folder, params (string Name, string Value)[] environment) => new()
    {
        System = OSPlatform.Linux,
        IsRoot = false,
        Environment = environment.ToDictionary(variable => variable.Name, variable => variable.Value).GetValueOrDefault,
        Home = folder["home"],
        SharedFolder = folder.Path,
        OsReleaseFile = folder["os-release"],
        AptGet = folder["apt-get"],
    };

    public static Machine Debian(TempFolder folder, bool root)
    {
        folder.File("os-release", "NAME=\"Some Linux\"\nID=some\nID_LIKE=\"ubuntu debian\"\n");
        folder.File("apt-get");
        return In(folder) with { IsRoot = root };
    }
}
