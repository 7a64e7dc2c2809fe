using System.Diagnostics;
using System.Globalization;

namespace Playbooks.Benchmarks.Building;

/// <summary>
/// A compiler server that serves the builds of one project only, so that its time and memory are theirs. The first build that names it
/// starts it; it is found by the name of its pipe.
/// </summary>
internal sealed class CompilerServer : IDisposable
{
    private Process? process;
    private TimeSpan counted;

    /// <summary>The name that builds give.</summary>
    public string Id { get; } = "playbooks" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Processor time since this was asked last.</summary>
    public TimeSpan TakeProcessorTime()
    {
        process ??= Find();
        process.Refresh();
        var since = process.TotalProcessorTime - counted;
        counted = process.TotalProcessorTime;
        return since;
    }

    /// <summary>The most memory that it has taken, in MB (10^6 bytes).</summary>
    public double PeakMegabytes()
    {
        process ??= Find();
        var line = File.ReadLines($"/proc/{process.Id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture) * 1024 / 1_000_000;
    }

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
    }

    private Process Find()
    {
        foreach (var candidate in Process.GetProcesses())
        {
            if (CommandLine(candidate.Id).Contains(Id, StringComparison.Ordinal) && CommandLine(candidate.Id).Contains("VBCSCompiler", StringComparison.Ordinal))
            {
                return candidate;
            }

            candidate.Dispose();
        }

        throw new InvalidOperationException("The build started no compiler server; is UseSharedCompilation switched off?");
    }

    private static string CommandLine(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline");
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return string.Empty;
        }
    }
}
