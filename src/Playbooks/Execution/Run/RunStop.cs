

using Playbooks.Texts;

namespace Playbooks.Execution.Run;

/// <summary>Ends a run before its time: because the caller says so, because the process is to end, because a guardrail forbids to go on, or because the run's time is up.</summary>
internal sealed class RunStop : IDisposable
{
    private readonly CancellationToken caller;
    private readonly TimeSpan? limit;
    private readonly CancellationTokenSource? clock;
    private readonly CancellationTokenSource shutdown = new();
    private readonly CancellationTokenSource all;
    private volatile string? signal;
    private volatile PlaybookException? blocked;

    public RunStop(TimeSpan? limit, TimeProvider time, CancellationToken caller)
    {
        this.caller = caller;
        this.limit = limit;
        clock = limit is null ? null : new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        all = CancellationTokenSource.CreateLinkedTokenSource(caller, shutdown.Token, clock?.Token ?? CancellationToken.None);
    }

    /// <summary>Is cancelled when the run must end.</summary>
    public CancellationToken Token => all.Token;

    /// <summary>Whether the run must end.</summary>
    public bool IsRequested => all.IsCancellationRequested || blocked is not null;

    /// <summary>Why the run must end.</summary>
    public PlaybookException Reason =>
        blocked is { } forbidden ? forbidden
        : signal is not null ? new(ErrorCode.RunTerminated, $"The run was stopped because its process received a signal to end ({signal}).")
        : caller.IsCancellationRequested || limit is null ? new(ErrorCode.RunTerminated, "The run was stopped.")
        : new(ErrorCode.Timeout, $"The run took longer than {limit.Value.InWords()} and was stopped.");

    /// <summary>The run's time begins.</summary>
    public void StartClock()
    {
        if (limit is { } some)
        {
            clock!.CancelAfter(some);
        }
    }

    /// <summary>The process was told to end.</summary>
    /// <param name="name">The signal, such as <c>SIGTERM</c>.</param>
    public void Shutdown(string name)
    {
        try
        {
            if (!all.IsCancellationRequested)
            {
                signal = name;
                shutdown.Cancel();
            }
        }
        catch (ObjectDisposedException)
        {
            // A signal comes at any moment; this one came when the run had just ended.
        }
    }

    /// <summary>A guardrail forbids to go on.</summary>
    /// <param name="reason">Why.</param>
    public void Block(PlaybookException reason)
    {
        if (!IsRequested)
        {
            blocked = reason;

            // Who waits for it does not go on within the browser's event that told of it.
            _ = shutdown.CancelAsync();
        }
    }

    public void Dispose()
    {
        all.Dispose();
        shutdown.Dispose();
        clock?.Dispose();
    }
}
