using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Playbooks.Execution.Run;

/// <summary>
/// Stops all runs of the process when it is told to end, and keeps the process until every one of them has stored what it has. The
/// signal itself is left to whoever else listens: what the process does with it afterwards is not a run's affair.
/// </summary>
internal sealed class ShutdownWatch
{
    // A little more than all phases of the end may take together.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(70);

    private readonly Lock gate = new();
    private readonly HashSet<WatchedRun> runs = [];
    private PosixSignalRegistration[]? registrations;
    private string? received;

    private ShutdownWatch()
    {
    }

    /// <summary>This process's: one for all runs, because the system calls one handler after the other and waits for each.</summary>
    public static ShutdownWatch Current { get; } = new();

    /// <summary>Stops a run on a signal, until what is returned is disposed: then its evidence is complete. While others are stopped it is stopped at once.</summary>
    public IDisposable Watch(RunStop stop)
    {
        var run = new WatchedRun(this, stop);
        string? signal;
        lock (gate)
        {
            // Kept for good: to end a registration is to wait for its handler.
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
                // Not one after the other: what a run does when it is stopped is not for the next one to wait for.
                _ = Task.Run(() => run.Stop.Shutdown(signal));
            }

            Task.WaitAll([.. open.Select(static run => run.Ended)], Patience);
        }

        lock (gate)
        {
            // Whoever listens may have decided that the process lives on.
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
