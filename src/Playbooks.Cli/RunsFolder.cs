namespace Playbooks.Cli;

/// <summary>The folder that contains the folders of runs.</summary>
internal static class RunsFolder
{
    private const string DefaultName = "playbook-runs";

    /// <summary>Returns the full path of the folder: the written one, the one that the environment sets, or the default in the current folder.</summary>
    /// <param name="written">The path as it was written, or null.</param>
    /// <param name="terminal">The environment.</param>
    public static string Find(string? written, Terminal terminal) =>
        terminal.FullPath(written ?? (terminal.Environment(RunOptions.OutputVariable) is { Length: > 0 } set ? set : DefaultName));
}
