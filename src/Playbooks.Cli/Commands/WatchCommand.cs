using System.CommandLine;
using Playbooks.Cli.Running;
using Playbooks.Cli.Watching;

namespace Playbooks.Cli.Commands;

/// <summary><c>watch</c>: runs playbooks, and runs again what an edit touches.</summary>
internal static class WatchCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = PathsArgument.Create("The playbooks to run, and folders whose playbooks are run.");
        var parameters = ParameterOption.Create("The value of a parameter: name=value. Cases set their values themselves, but can omit secrets.");
        var baseUrl = BaseUrlOption.Create();
        var output = RunsFolder.CreateOption();
        var headed = new Option<bool>("--headed") { Description = "Shows the browser." };
        var command = new DocumentedCommand(
            "watch",
            "Runs the cases of playbooks, and reruns those that an edit affects, until you press Ctrl+C.",
            new("Playbooks/cancel_order.playbook.yaml --base-url http://localhost:5000", "Runs a playbook after every edit to it, to playbooks that it calls, to its cases, or to its C# code."),
            new("Playbooks", "Watches all playbooks in a folder."),
            new("search.playbook.yaml -p term=shoes --headed", "Gives values to a playbook without cases, and shows the browser."))
        {
            paths,
            parameters,
            baseUrl,
            output,
            headed,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new RunOptions
            {
                BaseUrl = parsed.GetValue(baseUrl),
                OutputRoot = RunsFolder.Find(parsed.GetValue(output), terminal),
                Listeners = [new LiveSteps(terminal.Output)],
            };
            var loop = new WatchLoop(parsed.GetRequiredValue(paths), ParameterOption.Parse(parsed.GetRequiredValue(parameters)), options, parsed.GetValue(headed), terminal);
            try
            {
                await loop.RunAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // That is how it ends.
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
