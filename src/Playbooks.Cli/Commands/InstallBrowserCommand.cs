using System.CommandLine;
using Playbooks.Browsing;

namespace Playbooks.Cli.Commands;

/// <summary><c>install-browser</c>: a browser for runs, unless the machine has one.</summary>
internal static class InstallBrowserCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "install-browser",
            "Installs a browser for runs, unless this machine already has one that starts.",
            new Example("", "Installs a browser, for example as a step of a CI job."));
        command.SetAction(async (_, cancellationToken) =>
        {
            try
            {
                await using var session = await BrowserSession.StartAsync(new() { OnMessage = terminal.Output.WriteLine }, cancellationToken);
                terminal.Output.WriteLine($"The browser starts. Its version is {session.Browser.Version}.");
                return ExitCodes.Success;
            }
            catch (PlaybookException failure)
            {
                terminal.Error.WriteLine(failure.Message);
                return ExitCodes.Failure;
            }
        });
        return command;
    }
}
