using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Playbooks.Execution.Run;

/// <summary>
/// Stops all runs when the process receives a signal to end, and keeps the process alive until all of them have stored their evidence. The
/// signal itself is left to other handlers, which decide what the process does afterwards.
/// </summary>
internal sealed class ShutdownWatch
{
    // Slightly longer than the time limits of finally and of all phases of a run's end together.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly Lock gate = new();
    private readonly HashSet<WatchedRun> runs = [];
    private PosixSignalRegistration[]? registrations;
    private string? received;

    private ShutdownWatch()
    {
    }

    /// <summary>Gets the instance of this process. All runs share it, because the runtime calls signal handlers one after the other and waits for each.</summary>
    public static ShutdownWatch Current { get; } = new();

    /// <summary>Stops a run on a signal, until the returned object is disposed after the run's evidence is complete. If other runs are being stopped, the run is stopped immediately.</summary>
    public IDisposable Watch(RunStop stop)
    {
        var run = new WatchedRun(this, stop);
        string? signal;
        lock (gate)
        {
            // Never disposed, because disposing a registration waits for its handler.
            registrations ??= [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
            runs.Add(run);
            signal = received;
        }

        if (signal is not null)
        {
            stop.Shutdown(signal);
        }

        return run;
    }

    private void OnSignal(PosixSignalContext context)
    {
        var signal = context.Signal.ToString();
        var waiting = Stopwatch.StartNew();
        while (Open(signal) is { Count: > 0 } open && waiting.Elapsed < Patience)
        {
            foreach (var run in open)
            {
                // Concurrently, so that one run does not wait for what another does when it is stopped.
                _ = Task.Run(() => run.Stop.Shutdown(signal));
            }

            Task.WaitAll([.. open.Select(static run => run.Ended)], Patience);
        }

        lock (gate)
        {
            // Another handler may have decided that the process continues.
            received = null;
        }
    }

    private List<WatchedRun> Open(string signal)
    {
        lock (gate)
        {
            received = signal;
            return [.. runs];
        }
    }

    private sealed class WatchedRun(ShutdownWatch watch, RunStop stop) : IDisposable
    {
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public RunStop Stop => stop;

        public Task Ended => ended.Task;

        public void Dispose()
        {
            lock (watch.gate)
            {
                watch.runs.Remove(this);
            }

            ended.TrySetResult();
        }
    }
}
