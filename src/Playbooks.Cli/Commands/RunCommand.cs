using System.CommandLine;
using Playbooks.Cli.Findings;
using Playbooks.Cli.Projects;
using Playbooks.Cli.Running;

namespace Playbooks.Cli.Commands;

/// <summary><c>run</c>: compiles a playbook in memory, and runs it.</summary>
internal static class RunCommand
{
    private static readonly TimeSpan SlowDelay = TimeSpan.FromSeconds(1);

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "The playbook." };
        var parameters = ParameterOption.Create("The value of a parameter: name=value. Repeat the option for more.");
        var baseUrl = BaseUrlOption.Create();
        var output = RunsFolder.CreateOption();
        var seed = new Option<string>("--seed") { Description = "The seed for {uuid} and {random:…}. To get the values of an earlier run again, pass the seed from its status.json." };
        var headed = new Option<bool>("--headed") { Description = "Shows the browser." };
        var slow = new Option<bool>("--slow") { Description = "Waits a second after each step." };
        var pause = new Option<bool>("--pause") { Description = "Waits for Enter before each step." };
        var json = new Option<bool>("--json") { Description = "Writes the status of the run as JSON, and nothing else." };
        var command = new DocumentedCommand(
            "run",
            "Runs a playbook. Exits with 0 if it passed, 1 if it failed, and 2 if it could not run.",
            new("Playbooks/cancel_order.playbook.yaml -p order_id=12345", "Runs a playbook with a parameter."),
            new("Playbooks/cancel_order.playbook.yaml --base-url http://localhost:5000 --headed --slow", "Shows the browser, step by step."),
            new("Playbooks/cancel_order.playbook.yaml --json", "Writes the result for a program."))
        {
            file,
            parameters,
            baseUrl,
            output,
            seed,
            headed,
            slow,
            pause,
            json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = PlaybookFiles.Expand([parsed.GetRequiredValue(file)], terminal) is [var one] ? one : throw new CommandException($"'{parsed.GetRequiredValue(file)}' is a folder. Specify one playbook.");
            Playbook playbook;
            try
            {
                playbook = LocalRun.Prepare(path, ParameterOption.Parse(parsed.GetRequiredValue(parameters)), cancellationToken);
            }
            catch (InvalidPlaybookException invalid)
            {
                invalid.Errors.ToList().ForEach(error => terminal.Error.WriteLine(TextFindings.Line(error, terminal)));
                return ExitCodes.Usage;
            }

            var isJson = parsed.GetValue(json);
            var pace = new Pace(parsed.GetValue(slow) ? SlowDelay : TimeSpan.Zero, parsed.GetValue(pause) ? step => WaitForPerson(step, terminal) : null, cancellationToken);
            var options = new RunOptions
            {
                BaseUrl = parsed.GetValue(baseUrl),
                OutputRoot = RunsFolder.Find(parsed.GetValue(output), terminal),
                Listeners = isJson ? [pace] : [new LiveSteps(terminal.Output), pace],
            };
            var result = await LocalRun.RunAsync(playbook, options, parsed.GetValue(headed), terminal.Error.WriteLine, cancellationToken, new() { Seed = parsed.GetValue(seed) });
            Write(result, isJson, terminal);
            return cancellationToken.IsCancellationRequested ? ExitCodes.Stopped : result.Outcome is Outcome.Passed or Outcome.Flaky ? ExitCodes.Success : ExitCodes.Failure;
        });
        return command;
    }

    private static void WaitForPerson(string step, Terminal terminal)
    {
        terminal.Error.Write($"Next: {step}. Press Enter. ");
        terminal.Input.ReadLine();
    }

    private static void Write(PlaybookResult result, bool isJson, Terminal terminal)
    {
        if (isJson)
        {
            terminal.Output.WriteLine(File.ReadAllText(Path.Combine(result.RunFolder, RunFiles.Status)).TrimEnd());
            return;
        }

        RunSummary.Write(result, caseName: null, terminal);
    }
}
