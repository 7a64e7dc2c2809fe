using System.CommandLine;

namespace Playbooks.Cli;

/// <summary>The folder that contains the folders of runs.</summary>
internal static class RunsFolder
{
    private const string DefaultName = "playbook-runs";

    /// <summary>Creates the option that names the folder.</summary>
    public static Option<string> CreateOption() => new("--out") { Description = $"The folder that contains the runs. The default is the value of {RunOptions.OutputVariable}, or the folder {DefaultName}." };

    /// <summary>Returns the full path of the folder: the written one, the one that the environment sets, or the default in the current folder.</summary>
    /// <param name="written">The path as it was written, or null.</param>
    /// <param name="terminal">The environment.</param>
    public static string Find(string? written, Terminal terminal) =>
        terminal.FullPath(written ?? (terminal.Environment(RunOptions.OutputVariable) is { Length: > 0 } set ? set : DefaultName));

    /// <summary>Returns the full path of the folder of a run.</summary>
    /// <param name="run">The id of the run, or its folder.</param>
    /// <param name="root">The folder that contains the runs as it was written, or null.</param>
    /// <param name="terminal">The environment.</param>
    /// <exception cref="CommandException">There is no such run.</exception>
    public static string FindRun(string run, string? root, Terminal terminal)
    {
        var runs = Find(root, terminal);
        return (string[])[terminal.FullPath(run), Path.Combine(runs, RunId.IsSafe(run) ? run : RunId.From(run).Text)] is var candidates
            && candidates.FirstOrDefault(Directory.Exists) is { } folder
            ? folder
            : throw new CommandException($"There is no run '{run}': neither a folder of that name, nor a run in {runs}. Specify another folder for runs with --out.");
    }
}
