using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Playbooks.TestSupport;

/// <summary>Another process with this assembly's code, to be killed, or to stand in one's way.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    public static ChildProcess Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    /// <summary>Starts one whose environment has these variables, too.</summary>
    public static ChildProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["exec", typeof(ChildProcess).Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>The next line that it writes; null: it has ended.</summary>
    public async Task<string?> ReadLineAsync() => await process.StandardOutput.ReadLineAsync();

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    /// <returns>What it had written by then and nobody had read.</returns>
    public async Task<IReadOnlyList<string>> KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        return await ReadRestAsync();
    }

    /// <summary>Asks it to end, as a system does that shuts down, and waits until it has.</summary>
    /// <param name="signal">The signal's number.</param>
    public async Task SignalAsync(int signal)
    {
        if (Send(process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"kill failed with {Marshal.GetLastPInvokeError()}.");
        }

        await process.WaitForExitAsync();
    }

    /// <summary>Lets it end by itself.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        process.StandardInput.Close();
        var rest = await ReadRestAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return rest;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task<IReadOnlyList<string>> ReadRestAsync()
    {
        var lines = new List<string>();
        while (await ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int process, int signal);
}
