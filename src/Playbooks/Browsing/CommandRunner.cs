using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Playbooks.Browsing;

/// <summary>Runs a program until it exits or its time limit is reached.</summary>
internal static class CommandRunner
{
    private const int LinesKept = 20;

    /// <summary>Runs a program without input.</summary>
    /// <param name="command">The program.</param>
    /// <param name="stop">Kills the program with all of its child processes.</param>
    /// <returns>The result of the program.</returns>
    /// <exception cref="OperationCanceledException">The program was stopped.</exception>
    public static async Task<CommandResult> RunAsync(InstallCommand command, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = StartInfo(command) };
        var lines = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) => Keep(lines, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(lines, line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception cannotStart)
        {
            return new(ExitCode: -1, [cannotStart.Message]);
        }

        // Close the input immediately, or a program that prompts would wait forever.
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            throw;
        }

        return new(process.ExitCode, [.. lines]);
    }

    private static ProcessStartInfo StartInfo(InstallCommand command)
    {
        var info = new ProcessStartInfo(command.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in command.Arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in command.Environment)
        {
            info.Environment[name] = value;
        }

        return info;
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lines.Enqueue(line.Trim());
        while (lines.Count > LinesKept && lines.TryDequeue(out _))
        {
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // The program exited in the meantime.
        }
    }
}

/// <summary>The result of a program.</summary>
/// <param name="ExitCode">The exit code: 0 on success, or -1 if the program could not be started.</param>
/// <param name="LastLines">The last lines of the output.</param>
internal sealed record CommandResult(int ExitCode, IReadOnlyList<string> LastLines);
