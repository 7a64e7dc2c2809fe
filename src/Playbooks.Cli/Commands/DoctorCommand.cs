using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Cli.Commands;

/// <summary><c>doctor</c>: whether this machine has what builds and runs need, and how to get what it does not have.</summary>
internal static class DoctorCommand
{
    private const int RequiredMajorVersion = 10;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "doctor",
            "Checks whether this machine can build and run playbooks, and says how to fix what is missing. Exits with 1 if anything is missing.",
            new Example("", "Checks the .NET SDK, the browser, and the folder of runs."));
        command.SetAction(async (_, cancellationToken) =>
        {
            Check[] checks = [await CheckSdkAsync(terminal, cancellationToken), await CheckBrowserAsync(cancellationToken), CheckOutput(terminal)];
            foreach (var check in checks)
            {
                terminal.Output.WriteLine($"{(check.Fix is null ? "ok     " : "problem")}  {check.What}");
                if (check.Fix is not null)
                {
                    terminal.Output.WriteLine($"         {check.Fix}");
                }
            }

            return checks.All(static check => check.Fix is null) ? ExitCodes.Success : ExitCodes.Failure;
        });
        return command;
    }

    private static async Task<Check> CheckSdkAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        const string Fix = "Install the .NET 10 SDK from https://dotnet.microsoft.com/download, and make sure that 'dotnet' is on the PATH.";
        try
        {
            using var dotnet = Process.Start(new ProcessStartInfo("dotnet", "--list-sdks") { WorkingDirectory = terminal.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var sdks = await dotnet.StandardOutput.ReadToEndAsync(cancellationToken);
            await dotnet.WaitForExitAsync(cancellationToken);
            var newest = sdks.Split('\n').Select(static line => line.Split(' ')[0]).Where(static version => MajorVersion(version) >= RequiredMajorVersion).MaxBy(MajorVersion);
            return newest is null
                ? new($"The .NET {RequiredMajorVersion} SDK is not installed.", Fix)
                : new($".NET SDK {newest}");
        }
        catch (Win32Exception)
        {
            return new("The command 'dotnet' could not be started.", Fix);
        }
    }

    private static async Task<Check> CheckBrowserAsync(CancellationToken cancellationToken)
    {
        var messages = new List<string>();
        try
        {
            await using var session = await BrowserSession.StartAsync(new() { InstallIfMissing = false, OnMessage = messages.Add }, cancellationToken);
            return new($"Browser {session.Browser.Version}. {string.Join(' ', messages)}");
        }
        catch (Exception failure) when (failure is PlaybookException or PlaywrightException)
        {
            return new("No browser could be started.", $"Run '{CommandLine.Name} install-browser'. {failure.Message}");
        }
    }

    private static Check CheckOutput(Terminal terminal)
    {
        var folder = RunsFolder.Find(null, terminal);
        try
        {
            // Whether a folder is writable, only writing shows.
            var existed = Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".doctor-" + Guid.NewGuid().ToString("N"));
            File.WriteAllText(probe, string.Empty);
            File.Delete(probe);
            if (!existed)
            {
                Directory.Delete(folder);
            }

            return new($"The folder of runs is writable: {folder}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new($"The folder of runs is not writable: {failure.Message}", $"Change its permissions, or set another folder with the environment variable {RunOptions.OutputVariable}.");
        }
    }

    private static int MajorVersion(string version) => int.TryParse(version.Split('.')[0], out var major) ? major : 0;

    /// <summary>What was checked.</summary>
    /// <param name="What">What was found, as a sentence.</param>
    /// <param name="Fix">What to do, or null if all is well.</param>
    private sealed record Check(string What, string? Fix = null);
}
