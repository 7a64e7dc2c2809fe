using System.Runtime.InteropServices;

namespace Playbooks.Running;

/// <summary>
/// Ends a run when its process is told to end, and keeps the process until the run has stored what it has. The signal itself is
/// left to whoever else listens: what the process does with it afterwards is not a run's affair.
/// </summary>
internal sealed class ShutdownWatch : IDisposable
{
    // A little more than all phases of the end may take together.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(70);

    private readonly RunStop stop;
    private readonly ManualResetEventSlim ended = new();
    private readonly PosixSignalRegistration[] registrations;

    public ShutdownWatch(RunStop stop)
    {
        this.stop = stop;
        registrations = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    public void Dispose()
    {
        // First the waiting handlers are let go: a registration ends only when its handler has returned.
        ended.Set();
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }
    }

    private void OnSignal(PosixSignalContext context)
    {
        stop.Shutdown(context.Signal.ToString());
        ended.Wait(Patience);
    }
}
