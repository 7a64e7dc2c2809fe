namespace Playbooks.Cli.Tests;

/// <summary>The command line in a folder of its own, inside this process.</summary>
internal sealed class Tool : IDisposable
{
    /// <summary>A playbook without findings.</summary>
    public const string Good = "id: good\nsteps:\n  - { action: wait_for, selector: \"#a\" }\n";

    /// <summary>A playbook with an error in line 3, column 15.</summary>
    public const string Bad = "id: bad\nsteps:\n  - { action: clik, selector: \"#a\" }\n";

    private readonly Dictionary<string, string> environment = [];

    /// <summary>The folder in which commands start.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("playbooks-cli-").FullName;

    /// <summary>Writes a file.</summary>
    public Tool With(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Sets an environment variable.</summary>
    public Tool WithVariable(string name, string value)
    {
        environment[name] = value;
        return this;
    }

    /// <summary>The text of a file.</summary>
    public string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>The full path of a file.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Runs a command.</summary>
    public Task<ToolResult> RunAsync(params string[] arguments) => RunAsync(arguments, CancellationToken.None);

    /// <summary>Runs a command that can be stopped.</summary>
    public async Task<ToolResult> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(TextWriter.Synchronized(output), TextWriter.Synchronized(error), Folder, environment.GetValueOrDefault);
        var code = await CommandLine.RunAsync(arguments, terminal, cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>How a command ended.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
