using System.Runtime.InteropServices;

namespace Playbooks.Browsing;

/// <summary>The usual locations of installed browsers, the fastest to start first.</summary>
internal static class WellKnownLocations
{
    /// <summary>Returns the locations on a machine.</summary>
    public static IReadOnlyList<BrowserLocation> Find(Machine machine) =>
        machine.System == OSPlatform.Windows ? Windows(machine) : machine.System == OSPlatform.OSX ? MacOs(machine) : Linux();

    // /usr/bin/chromium-browser is not listed: on Ubuntu, it is a script that only asks to install a snap.
    private static BrowserLocation[] Linux() =>
    [
        new("/usr/bin/chromium-headless-shell", "chromium-headless-shell", HeadlessOnly: true),
        new("/usr/bin/chromium", "Chromium"),
        new("/snap/bin/chromium", "Chromium"),
        new("/opt/google/chrome/chrome", "Chrome"),
        new("/usr/bin/google-chrome", "Chrome"),
        new("/opt/microsoft/msedge/msedge", "Edge"),
        new("/usr/bin/microsoft-edge", "Edge"),
    ];

    private static BrowserLocation[] MacOs(Machine machine) =>
    [
        .. from name in (string[])["Chromium", "Google Chrome", "Microsoft Edge"]
           from root in (string[])["/", machine.Home]
           select new BrowserLocation(Path.Combine(root, "Applications", $"{name}.app", "Contents", "MacOS", name), name),
    ];

    private static BrowserLocation[] Windows(Machine machine)
    {
        (string Name, string Program)[] programs =
        [
            ("Chromium", @"Chromium\Application\chrome.exe"),
            ("Chrome", @"Google\Chrome\Application\chrome.exe"),
            ("Edge", @"Microsoft\Edge\Application\msedge.exe"),
        ];
        var roots = ((string[])["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"])
            .Select(machine.Environment)
            .Where(root => !string.IsNullOrEmpty(root))
            .ToList();
        return
        [
            .. from program in programs
               from root in roots
               select new BrowserLocation(Path.Combine(root!, program.Program), program.Name),
        ];
    }
}
