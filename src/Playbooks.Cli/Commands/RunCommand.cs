using System.CommandLine;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Cli.Findings;
using Playbooks.Cli.Projects;
using Playbooks.Cli.Running;
using Playbooks.Language;
using Playbooks.Shared;

namespace Playbooks.Cli.Commands;

/// <summary><c>run</c>: compiles a playbook in memory, and runs it.</summary>
internal static class RunCommand
{
    private static readonly TimeSpan SlowDelay = TimeSpan.FromSeconds(1);

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "The playbook." };
        var parameters = new Option<string[]>("--parameter", "-p") { Description = "The value of a parameter: name=value. Repeat the option for more.", DefaultValueFactory = _ => [] };
        var baseUrl = new Option<string>("--base-url") { Description = "What relative URLs resolve against. The default is the playbook's base_url." };
        var output = new Option<string>("--out") { Description = $"The folder that contains the runs. The default is the value of {RunOptions.OutputVariable}, or the folder playbook-runs." };
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
            headed,
            slow,
            pause,
            json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Prepare(parsed.GetRequiredValue(file), parsed.GetRequiredValue(parameters), terminal, cancellationToken) is not { } playbook)
            {
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
            var result = await RunAsync(playbook, options, parsed.GetValue(headed), terminal, cancellationToken);
            Write(result, isJson, terminal);
            return cancellationToken.IsCancellationRequested ? ExitCodes.Stopped : result.Outcome is Outcome.Passed or Outcome.Flaky ? ExitCodes.Success : ExitCodes.Failure;
        });
        return command;
    }

    /// <summary>Compiles a playbook, and gives it its values.</summary>
    /// <returns>The playbook, or null if it has mistakes, which were written.</returns>
    private static Playbook? Prepare(string file, IReadOnlyList<string> parameters, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = PlaybookFiles.Expand([file], terminal) is [var one] ? one : throw new CommandException($"'{file}' is a folder. Name one playbook.");
        var values = parameters.Select(ParseParameter).ToList();
        var project = CheckedProject.WithAllOf(path, cancellationToken);
        var shown = project.CalledBy(path).Select(static playbook => playbook.Path).ToHashSet(StringComparer.Ordinal);
        var errors = project.Findings.Where(found => shown.Contains(found.Path) && found.Finding.Rule.Severity == FindingSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            errors.ForEach(error => terminal.Error.WriteLine(TextFindings.Line(error, terminal)));
            return null;
        }

        var entry = CompiledProject.Compile(project, cancellationToken).First(entry => entry.Info.Source.Path == path);
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            byName[name] = value;
        }

        var mistakes = entry.Check(byName);
        return mistakes.Count == 0 ? entry.Create(byName) : throw new CommandException(string.Join(Environment.NewLine, mistakes.Select(static mistake => mistake.Message)));
    }

    private static (string Name, string Value) ParseParameter(string written) => written.IndexOf('=', StringComparison.Ordinal) is var at and > 0
        ? (written[..at], written[(at + 1)..])
        : throw new CommandException($"The parameter '{written.Truncate(UnknownName.LongestName)}' has no value. Write it as -p name=value");

    private static async Task<PlaybookResult> RunAsync(Playbook playbook, RunOptions options, bool headed, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var runner = new PlaybookRunner(options);
            await using var session = await BrowserSession.StartAsync(new() { Headed = headed, OnMessage = message => WriteIfInstalling(message, terminal) }, cancellationToken);
            return await runner.RunAsync(playbook, session.Browser, cancellationToken: cancellationToken);
        }
        catch (Exception failure) when (failure is PlaybookException or ArgumentException or PlaywrightException)
        {
            throw new CommandException(failure.Message);
        }
    }

    // Which browser is used is of interest only if one is being installed, which takes long.
    private static void WriteIfInstalling(string message, Terminal terminal)
    {
        if (!message.StartsWith("Using ", StringComparison.Ordinal))
        {
            terminal.Error.WriteLine(message);
        }
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

        var outputs = string.Join(", ", result.OutputTexts.Select(static output => $"{output.Name} = {output.Text}"));
        terminal.Output.WriteLine($"{result.Outcome.ToString().ToLowerInvariant()} in {LiveSteps.Time(result.Duration)}{(outputs.Length > 0 ? $": {outputs}" : "")}");
        if (result.Outcome == Outcome.Failed)
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine(result.Report.TrimEnd());
        }
        else if (result.ReportPath is { } report)
        {
            terminal.Output.WriteLine($"Report: {terminal.Shown(report)}");
        }
    }
}
