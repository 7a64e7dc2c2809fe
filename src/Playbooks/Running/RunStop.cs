using Playbooks.Running.Resolution;

namespace Playbooks.Running;

/// <summary>Ends a run before its time: because the caller says so, or because the run's time is up.</summary>
internal sealed class RunStop : IDisposable
{
    private readonly CancellationToken caller;
    private readonly TimeSpan? limit;
    private readonly CancellationTokenSource? clock;
    private readonly CancellationTokenSource both;

    public RunStop(TimeSpan? limit, TimeProvider time, CancellationToken caller)
    {
        this.caller = caller;
        this.limit = limit;
        clock = limit is { } some ? new CancellationTokenSource(some, time) : null;
        both = CancellationTokenSource.CreateLinkedTokenSource(caller, clock?.Token ?? CancellationToken.None);
    }

    /// <summary>Is cancelled when the run must end.</summary>
    public CancellationToken Token => both.Token;

    /// <summary>Whether the run must end.</summary>
    public bool IsRequested => both.IsCancellationRequested;

    /// <summary>Why the run must end.</summary>
    public PlaybookException Reason => caller.IsCancellationRequested || limit is null
        ? new(ErrorCode.RunTerminated, "The run was stopped.")
        : new(ErrorCode.Timeout, $"The run took longer than {limit.Value.InWords()} and was stopped.");

    public void Dispose()
    {
        both.Dispose();
        clock?.Dispose();
    }
}
