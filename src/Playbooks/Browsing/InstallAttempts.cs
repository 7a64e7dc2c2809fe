namespace Playbooks.Browsing;

/// <summary>The ways to install a browser on a machine, best first, and the commands that a person would run instead.</summary>
internal static class InstallAttempts
{
    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PackageLimit = TimeSpan.FromMinutes(8);

    /// <summary>Returns Playwright's own installer and, for root on Debian or Ubuntu, the packages of the distribution.</summary>
    public static IReadOnlyList<InstallAttempt> For(Machine machine, PlaywrightDriver? driver, bool headed)
    {
        var attempts = new List<InstallAttempt>();
        var mayUseApt = machine.IsRoot && machine.HasApt();
        if (driver is not null)
        {
            attempts.Add(Playwright(machine, driver, headed, mayUseApt));
        }

        if (mayUseApt)
        {
            attempts.AddRange(Packages(headed).Select(package => Apt(machine, package)));
        }

        return attempts;
    }

    /// <summary>Returns the commands that a person can run.</summary>
    public static IReadOnlyList<string> ToType(Machine machine, PlaywrightDriver? driver, bool headed)
    {
        var commands = new List<string>();
        if (driver is not null)
        {
            commands.Add($"\"{driver.Node}\" \"{driver.Script}\" {string.Join(' ', PlaywrightArguments(headed))}");
        }

        if (machine.HasApt())
        {
            var sudo = machine.IsRoot ? "" : "sudo ";
            commands.Add($"{sudo}apt-get update && {sudo}apt-get install -y {Packages(headed)[0]}");
        }

        return commands;
    }

    private static InstallAttempt Playwright(Machine machine, PlaywrightDriver driver, bool headed, bool withLibraries)
    {
        // Without a network, the default of 30 s per connection with several retries would delay the failure for too long.
        const string ConnectionTimeout = "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT";
        var environment = new Dictionary<string, string> { [ConnectionTimeout] = machine.Environment(ConnectionTimeout) ?? "10000" };
        var commands = new List<InstallCommand> { new(driver.Node, [driver.Script, .. PlaywrightArguments(headed)]) { Environment = environment } };
        if (withLibraries)
        {
            commands.Add(new(driver.Node, driver.Script, "install-deps", "chromium") { Environment = environment, MayFail = true });
        }

        return new() { Name = "Playwright's installer", Commands = commands, TimeLimit = DownloadLimit };
    }

    private static string[] PlaywrightArguments(bool headed) =>
        headed ? ["install", "chromium"] : ["install", "--only-shell", "chromium"];

    private static string[] Packages(bool headed) => headed ? ["chromium"] : ["chromium-headless-shell", "chromium"];

    private static InstallAttempt Apt(Machine machine, string package)
    {
        var environment = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
        return new()
        {
            Name = $"apt-get install {package}",
            // If an update fails, the package lists may still be available.
            Commands =
            [
                new(machine.AptGet, "update", "-q") { Environment = environment, MayFail = true },
                new(machine.AptGet, "install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120", package) { Environment = environment },
            ],
            TimeLimit = PackageLimit,
        };
    }
}
