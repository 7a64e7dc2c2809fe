using Playbooks.Texts;

namespace Playbooks.Execution.Run;

/// <summary>Stops a run early: by its caller, by a signal to the process, by a guardrail, or by the time limit of the run.</summary>
internal sealed class RunStop : IDisposable
{
    private readonly CancellationToken caller;
    private readonly TimeSpan? limit;
    private readonly CancellationTokenSource? clock;
    private readonly CancellationTokenSource shutdown = new();
    private readonly CancellationTokenSource all;
    private volatile string? signal;
    private volatile PlaybookException? requested;
    private volatile PlaybookException? blocked;

    public RunStop(TimeSpan? limit, TimeProvider time, CancellationToken caller)
    {
        this.caller = caller;
        this.limit = limit;
        clock = limit is null ? null : new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        all = CancellationTokenSource.CreateLinkedTokenSource(caller, shutdown.Token, clock?.Token ?? CancellationToken.None);
    }

    /// <summary>Gets or sets what has the time limit, for the message.</summary>
    public string Subject { get; init; } = "The run";

    /// <summary>Gets a token that is canceled when the run must end.</summary>
    public CancellationToken Token => all.Token;

    /// <summary>Gets whether the run must end.</summary>
    public bool IsRequested => all.IsCancellationRequested || blocked is not null;

    /// <summary>Gets the reason why the run must end.</summary>
    public PlaybookException Reason =>
        blocked is { } forbidden ? forbidden
        : signal is not null ? new(ErrorCode.RunTerminated, $"The run was stopped because its process received a termination signal ({signal}).")
        : requested is { } asked ? asked
        : caller.IsCancellationRequested || limit is null ? new(ErrorCode.RunTerminated, "The run was stopped.")
        : new(ErrorCode.Timeout, $"{Subject} took longer than {limit.Value.InWords()} and was stopped.");

    /// <summary>Starts the time limit of the run.</summary>
    public void StartClock()
    {
        if (limit is { } some)
        {
            clock!.CancelAfter(some);
        }
    }

    /// <summary>Stops the run because its owner requests it.</summary>
    /// <param name="reason">The reason, or null if none is stated.</param>
    public async Task RequestAsync(string? reason)
    {
        try
        {
            if (!all.IsCancellationRequested)
            {
                requested = new(ErrorCode.RunTerminated, string.IsNullOrWhiteSpace(reason) ? "The run was stopped." : $"The run was stopped: {reason.TrimEnd('.')}.");
                await shutdown.CancelAsync().ConfigureAwait(false);
            }
        }
        catch (ObjectDisposedException)
        {
            // The run has ended in the meantime.
        }
    }

    /// <summary>Stops the run because the process received a signal to end.</summary>
    /// <param name="name">The name of the signal, such as <c>SIGTERM</c>.</param>
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
            // A signal can arrive at any moment; this one arrived just after the run had ended.
        }
    }

    /// <summary>Stops the run because of a guardrail.</summary>
    /// <param name="reason">The reason.</param>
    public void Block(PlaybookException reason)
    {
        if (!IsRequested)
        {
            blocked = reason;

            // Continuations must not run within the browser event that reported the violation.
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
