using System.CommandLine;
using System.CommandLine.Help;
using Playbooks.Cli.Commands;
using Playbooks.Shared;

namespace Playbooks.Cli;

/// <summary>The whole command line: its commands, and what happens with arguments that none of them understands.</summary>
internal static class CommandLine
{
    // After Ctrl+C, a run closes its browser and completes its evidence.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    /// <summary>The name by which people start the tool.</summary>
    public const string Name = "playbooks";

    /// <summary>Creates the commands, in the order of the help.</summary>
    /// <param name="terminal">What they work with.</param>
    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Writes, checks, and explains browser flows in YAML. Run 'playbooks <command> --help' for examples.")
        {
            NewCommand.Create(terminal),
            ValidateCommand.Create(terminal),
            RunCommand.Create(terminal),
            WatchCommand.Create(terminal),
            ServeCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            FormatCommand.Create(terminal),
            ListCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            ShowCommand.Create(terminal),
            DocsCommand.Create(terminal),
            MergeReportsCommand.Create(terminal),
            HealCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            InstallBrowserCommand.Create(terminal),
            LspCommand.Create(terminal),
            McpCommand.Create(terminal),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }

        return root;
    }

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="terminal">What the command works with.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Create(terminal).Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return await RefuseAsync(parsed, terminal);
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopLimit };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (CommandException refused)
        {
            await terminal.Error.WriteLineAsync(refused.Message);
            return ExitCodes.Usage;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(failure.Message);
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Stopped;
        }
    }

    private static IEnumerable<string> Describe(ParseResult parsed)
    {
        // A word that is not a command is the only mistake; that the command is then missing follows from it.
        if (parsed.CommandResult.Command is RootCommand root && parsed.UnmatchedTokens.Count > 0)
        {
            var written = parsed.UnmatchedTokens[0];
            var names = root.Subcommands.Select(static command => command.Name).ToList();
            return [UnknownName.Describe("Unknown command", written, names, NearestName.Find(written, names))];
        }

        return parsed.Errors.Select(static error => error.Message).Distinct(StringComparer.Ordinal);
    }

    private static async Task<int> RefuseAsync(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in Describe(parsed))
        {
            await terminal.Error.WriteLineAsync(error);
        }

        var names = new List<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, command.Command is RootCommand ? Name : command.Command.Name);
        }

        await terminal.Error.WriteLineAsync($"Run '{string.Join(' ', names)} --help' to see what it accepts.");
        return ExitCodes.Usage;
    }
}
