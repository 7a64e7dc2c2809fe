using System.Diagnostics;
using System.Globalization;

namespace Playbooks.Benchmarks.Service;

/// <summary>The service in a process of its own, whose memory is measured from outside.</summary>
internal sealed class ServiceProcess : IDisposable
{
    /// <summary>The argument with which this program is that process.</summary>
    public const string Argument = "service-process";

    private readonly Process process;

    private ServiceProcess(Process process, string url)
    {
        this.process = process;
        Client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(url), Timeout = Timeout.InfiniteTimeSpan };
    }

    public HttpClient Client { get; }

    /// <summary>Starts it.</summary>
    /// <param name="root">The folder of its runs.</param>
    /// <param name="worker">The worker whose gateway it is; null: it works itself.</param>
    public static async Task<ServiceProcess> StartAsync(string root, Uri? worker = null)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? new[] { typeof(ServiceProcess).Assembly.Location } : [], Argument, root, worker?.ToString() ?? "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // As the package's own build file sets it for programs that reference it.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        })!;
        return new(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The service did not start."));
    }

    /// <summary>Is that process, until its input ends.</summary>
    public static async Task RunAsync(string root, string worker)
    {
        await using var service = await StartedService.StartAsync(options =>
        {
            options.OutputRoot = root;
            options.BrowserIdleTimeout = TimeSpan.FromSeconds(2);
            options.ReleaseMemoryWhenIdle = true;
            // The runs that a benchmark makes are older than any that are kept by default.
            options.Run = new() { Retention = Retention.KeepAll };
            if (worker != "-")
            {
                options.Role = Playbooks.Server.PlaybooksRole.Gateway;
                options.Workers.Add(new(worker));
            }
            else
            {
                options.Assemblies.Add(typeof(ServiceProcess).Assembly);
            }
        });
        await Console.Out.WriteLineAsync(service.Url);
        await Console.In.ReadToEndAsync();
    }

    /// <summary>A line of what the system says of its memory, in MiB: <c>VmRSS</c> now, <c>VmHWM</c> at most.</summary>
    public async Task<double> MemoryAsync(string name)
    {
        var line = (await File.ReadAllLinesAsync($"/proc/{process.Id}/status")).Single(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return double.Parse(line[(name.Length + 1)..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Whether processes that it started are there, such as a browser.</summary>
    public bool HasChildren() => File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Trim().Length > 0 || Directory.GetDirectories($"/proc/{process.Id}/task").Any(static task => File.ReadAllText(Path.Combine(task, "children")).Trim().Length > 0);

    public void Dispose()
    {
        Client.Dispose();
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
