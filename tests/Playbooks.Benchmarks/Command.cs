using System.Diagnostics;

namespace Playbooks.Benchmarks;

/// <summary>A program that must succeed.</summary>
internal static class Command
{
    /// <summary>Runs a program to its end, and returns its standard output.</summary>
    /// <param name="folder">The folder in which it runs.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that are added to its environment, or removed from it if their value is null.</param>
    /// <exception cref="InvalidOperationException">The program failed. The message contains its output.</exception>
    public static string Run(string folder, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? said
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{said}{error.GetAwaiter().GetResult()}");
    }
}
